from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from small import reading

from bangfu.graph.derive import derive, derived
from bangfu.graph.reposts import voices
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri

if TYPE_CHECKING:
    import pytest

STORY = "".join(f"这篇报道的第{n}句说了一件事，" for n in "一二三四五六七八九十")


def tell(store: Store, address: str, text: str) -> None:
    one = reading(address, 0)
    put(store, replace(one, source=replace(one.source, text=text), facts=()))
    derive(store)
    assert store.triples(t.DERIVED_GRAPH) == derived(store.statements).triples


def test_reposts_come_and_go_one_by_one() -> None:
    store = open_store(None)
    for address, foot in zip("abcde", ("", "来源某报", "责任编辑某", "", "转载"), strict=True):
        tell(store, address, STORY + foot)
    iris = [source_iri(address) for address in "abcde"]
    assert voices(store.statements, iris) == 1
    tell(
        store,
        "b",
        "完全不同的一段话，" * 3
        + "谁也没有转载过它，它自己就是一件事的来源，写了很多很多的字才够长",
    )
    assert voices(store.statements, iris) == 2
    store.remove(source_iri("a"))
    derive(store)
    assert store.triples(t.DERIVED_GRAPH) == derived(store.statements).triples


def test_a_key_that_becomes_crowded_and_quiet_again(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("reposts", "repostdelta"):
        monkeypatch.setattr(f"bangfu.graph.{module}.CROWD", 2)
    store = open_store(None)
    for address in "abcde":
        tell(store, address, STORY + f"其中第{address}篇另有一句自己的话")
    for address in "ecabd":
        store.remove(source_iri(address))
        derive(store)
        assert store.triples(t.DERIVED_GRAPH) == derived(store.statements).triples
