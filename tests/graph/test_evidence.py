from __future__ import annotations

import pytest

from bangfu.graph.evidence import passages, proven
from bangfu.graph.store import Store, open_store
from bangfu.graph.view import behind
from bangfu.ontology import terms as t
from bangfu.ontology.nt import Triple, literal, value
from bangfu.ontology.terms import EVIDENCE


def test_each_fact_has_its_passages_with_their_source(corpus: Store) -> None:
    facts = sorted({value(fact) for _, fact, _ in corpus.statements(EVIDENCE)})
    found = passages(corpus, [*facts, *facts])
    assert list(found) == facts
    assert all(found.values())
    (passage,) = next(p for p in found.values() if "同心树人" in p[0].quote)
    assert (passage.address, passage.issued, passage.publisher) == (
        "news/2021.txt",
        "2021-11-20",
        "测试报",
    )
    assert passage.end - passage.start == len(passage.quote)
    assert (passage.method, passage.confidence, passage.stance) == ("test:1", 0.9, "stated")


def test_unknown_facts_have_none_and_texts_are_refused(corpus: Store) -> None:
    assert passages(corpus, ["https://e/none"]) == {"https://e/none": ()}
    assert passages(corpus, []) == {}
    with pytest.raises(ValueError, match="not an IRI"):
        passages(corpus, ["https://e/x> } #"])


def test_more_facts_than_one_query_takes(corpus: Store) -> None:
    facts = sorted({value(fact) for _, fact, _ in corpus.statements(EVIDENCE)})
    many = [f"https://e/{n}" for n in range(1200)]
    found = passages(corpus, [*many, *facts])
    assert len(found) == 1200 + len(facts)
    assert all(found[fact] for fact in facts)


class Plain:
    """A store that answers queries only, as one on a server does."""

    def __init__(self, store: Store) -> None:
        """Ask `store`."""
        self.select = store.select


def test_a_proof_read_in_one_go_is_what_its_parts_looked_up_give(corpus: Store) -> None:
    facts = sorted({value(fact) for _, fact, _ in corpus.statements(EVIDENCE)})
    assert passages(corpus, facts) == passages(Plain(corpus), facts)  # type: ignore[arg-type]
    assert proven(behind(corpus), facts).in_one  # type: ignore[arg-type]


def test_no_text_is_taken_for_another_part_of_a_proof() -> None:
    fact, source = "https://e/fact", "https://e/source"
    quotes = ["15:ab", '3:"x"\n07:stated', "", "帮扶𠀀1:1"]
    with open_store(None) as store:
        told: list[Triple] = [
            (f"<{source}>", f"<{t.DCT_SOURCE}>", '"a:1"'),
            (f"<{source}>", f"<{t.DCT_TITLE}>", '"2:一"'),
            (f"<{source}>", f"<{t.DCT_TITLE}>", '"二"'),
        ]
        for number, quote in enumerate(quotes):
            told += _proof(fact, f"https://e/{number}", quote, number)
        # of what lacks a part nothing is shown
        told += _proof(fact, "https://e/less", "less", 9)[:-1]
        store.put(source, told)
        found = passages(store, [fact])
        assert found == passages(Plain(store), [fact])  # type: ignore[arg-type]
        # to read what follows of it in one go is no longer sure
        assert not proven(behind(store), [fact]).in_one  # type: ignore[arg-type]
    # what stands in one place is in the order of its title: not as it comes
    assert [one.title for one in found[fact]] == ["2:一", "二"] * len(quotes)
    assert {(one.quote, one.title) for one in found[fact]} == {
        (quote, title) for quote in quotes for title in ("2:一", "二")
    }
    assert {(one.address, one.publisher, one.stance) for one in found[fact]} == {
        ("a:1", None, "stated")
    }


def test_every_source_of_many_has_its_own_address() -> None:
    facts = [f"https://e/fact/{number:04d}" for number in range(1100)]
    with open_store(None) as store:
        for fact in facts:
            source = fact.replace("fact", "source")
            told = [(f"<{source}>", f"<{t.DCT_SOURCE}>", literal(f"at {fact}"))]
            store.put(source, [*told, *_proof(fact, fact.replace("fact", "proof"), fact, 0)])
        found = passages(store, facts)
    assert [(one.quote, one.address) for (one,) in found.values()] == [
        (fact, f"at {fact}") for fact in facts
    ]


def _proof(fact: str, proof: str, quote: str, start: int) -> list[Triple]:
    """What one source says of one proof; its stance comes last."""
    parts = {
        t.QUOTE: literal(quote),
        t.START: literal(str(start), datatype=t.XSD_INTEGER),
        t.END: literal(str(start + len(quote)), datatype=t.XSD_INTEGER),
        t.RAW_START: literal("0", datatype=t.XSD_INTEGER),
        t.RAW_END: literal("1", datatype=t.XSD_INTEGER),
        t.METHOD: literal("test:1"),
        t.CONFIDENCE: literal("0.5", datatype=t.XSD + "decimal"),
        t.STANCE: f"<{t.concept('stance', 'stated')}>",
    }
    of = (f"<{fact}>", f"<{EVIDENCE}>", f"<{proof}>")
    return [of, *((f"<{proof}>", f"<{one}>", term) for one, term in parts.items())]
