from __future__ import annotations

import pytest

from bangfu.graph.ask import ask
from bangfu.graph.portrait import portrait
from bangfu.graph.store import Store
from bangfu.ontology.errors import QueryError


@pytest.mark.parametrize("place", ["旺苍县", "四川省", "张家川回族自治县", "镇雄县"])
def test_it_tells_the_facts_that_the_questions_tell(corpus: Store, place: str) -> None:
    one = portrait(corpus, place)
    for section, question in (("helpedBy", "who-helps"), ("helps", "whom-it-helps")):
        answer = ask(corpus, question, place, planned=True)
        at = answer.columns.index("fact")
        asked = {fact for row in answer.rows for fact in row[at].split()}
        told = {fact for line in one.sections.get(section, ()) for fact in line.facts}
        assert told == asked


def test_each_line_has_its_passages(corpus: Store) -> None:
    one = portrait(corpus, "旺苍县")
    assert one.lines
    for line in one.lines:
        assert line.facts
        assert all(one.passages[fact] for fact in line.facts)


def test_a_programme_has_both_ends_and_a_place_alone_is_less(corpus: Store) -> None:
    scheme = portrait(corpus, "同心树人")
    assert all(line.source and line.target for line in scheme.sections["under"])
    alone = portrait(corpus, "四川省", inside=False)
    whole = portrait(corpus, "四川省")
    assert len(alone.lines) < len(whole.lines)
    assert [ref.label for ref in portrait(corpus, "旺苍县").around] == ["四川省", "广元市"]
    with pytest.raises(QueryError):
        portrait(corpus, "没有这个县")
