from __future__ import annotations

from bangfu.graph.derive import derive
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.store import open_store
from bangfu.graph.stored import stored_judgements
from bangfu.ontology.dates import PartialDate


def test_judgements_come_back_as_they_were() -> None:
    made = tuple(
        Judgement(a="urn:a", decision=decision, b=b, who="甲", when=PartialDate(2024, 5), why=why)
        for decision, b, why in ((Decision.SAME, "urn:b", "同一"), (Decision.UNSURE, "urn:c", ""))
    )
    store = open_store(None)
    assert stored_judgements(store) == ()
    derive(store, made)
    assert stored_judgements(store) == made
