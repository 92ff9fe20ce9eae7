"""Which network a page shows."""

from pathlib import Path

import pytest

from bangfu.graph import drawing
from bangfu.graph.drawing import draw_page, network_for, picture
from bangfu.graph.sent import with_persons
from bangfu.graph.store import Store
from bangfu.ontology.errors import DrawError, QueryError


def labels(store: Store, entity: str | None, **options: object) -> set[str]:
    graph, _, _ = network_for(store, entity, **{"level": None, "limit": 600, **options})  # type: ignore[arg-type]
    return {data["label"] for _, data in graph.nodes(data=True)}


def test_an_entity_brings_what_helps_it_and_what_lies_in_it(corpus: Store) -> None:
    whole = labels(corpus, None)
    assert {"旺苍县", "滨海新区"} <= whole
    around = labels(corpus, "旺苍县")
    assert "旺苍县" in around
    assert "滨海新区" not in around


def test_too_many_nodes_are_drawn_coarser(corpus: Store) -> None:
    def drawn(limit: int) -> tuple[str, int, bool]:
        graph, _, level = network_for(corpus, None, level=None, limit=limit)
        kinds = {data["kind"] for _, data in graph.nodes(data=True)}
        return level, graph.number_of_nodes(), "person" in kinds

    level, most, people = drawn(600)
    assert (level, people) == ("body", True)
    level, fewer, people = drawn(most - 1)
    assert (level, people) == ("body", False)
    level, fewest, _ = drawn(fewer - 1)
    assert level == "county"
    assert fewest < fewer < most


def test_the_level_can_be_chosen(corpus: Store) -> None:
    graph, _, _ = network_for(corpus, None, level="province", limit=600)
    levels = {data["level"] for _, data in graph.nodes(data=True) if data["kind"] == "place"}
    assert levels == {"province"}


def test_a_name_without_relations_and_an_unknown_one(corpus: Store) -> None:
    with pytest.raises(DrawError):
        network_for(corpus, "镇雄县", level=None, limit=600)
    with pytest.raises(QueryError):
        network_for(corpus, "桃花源县", level=None, limit=600)


def test_the_page_is_written_once(corpus: Store, tmp_path: Path) -> None:
    out = tmp_path / "p.html"
    drawn = draw_page(corpus, None, out, level=None, limit=600, lang="zh", force=False)
    assert drawn.nodes > 3
    assert "旺苍县" in out.read_text(encoding="utf-8")
    with pytest.raises(DrawError):
        draw_page(corpus, None, out, level=None, limit=600, lang="zh", force=False)


def test_a_large_page_opens_coarser_and_says_so(corpus: Store) -> None:
    _, whole = picture(corpus, lang="en")
    assert (whole.opens, whole.aggregated) == ("body", False)
    _, large = picture(corpus, lang="en", limit=whole.nodes - 1)
    assert large.opens == "county"
    assert (large.nodes, large.level) == (whole.nodes, "body")


def test_a_story_names_what_the_page_shows(corpus: Store, tmp_path: Path) -> None:
    told = tmp_path / "s.toml"
    told.write_text('[[steps]]\ntitle = "一"\nhighlight = "旺苍县"\n', encoding="utf-8")
    net, _ = picture(corpus, story=told)
    (step,) = net.templateEnv.globals["page"]["story"]
    assert step["highlight"].endswith("/place/510821")
    told.write_text('[[steps]]\ntitle = "一"\nhighlight = "桃花源县"\n', encoding="utf-8")
    with pytest.raises(DrawError, match="桃花源县"):
        picture(corpus, story=told)


def test_events_that_a_page_cannot_hold_are_told_of(
    corpus: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page() -> tuple[list[dict[str, object]], object]:
        told = picture(corpus)[0].templateEnv.globals["page"]
        return told["events"], told["notice"]

    every, notice = page()
    assert every
    assert notice == {"zh": "", "en": ""}
    monkeypatch.setattr(drawing, "_EVENTS", len(every))
    assert page() == (every, notice)
    monkeypatch.setattr(drawing, "_EVENTS", len(every) - 1)
    fewer, notice = page()
    gone = every[0] if "s" in every[-1] else every[-1]
    assert fewer == [one for one in every if one != gone]
    assert "bangfu serve" in str(notice)


@pytest.mark.parametrize(
    "name", ["旺苍县", "都安瑶族自治县", "深圳市外国语实验学校", "九三学社中央"]
)
def test_around_a_thing_is_what_the_whole_network_has_there(corpus: Store, name: str) -> None:
    graph, focus, _ = network_for(corpus, name, level="body", limit=600)
    assert focus is not None
    whole = drawing._around(with_persons(corpus), focus)
    assert dict(graph.nodes(data=True)) == dict(whole.nodes(data=True))
    assert sorted(graph.edges(keys=True)) == sorted(whole.edges(keys=True)) != []
