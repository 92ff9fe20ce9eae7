from __future__ import annotations

from bangfu.graph.days import DAYS, days_of
from bangfu.graph.said import said_of
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal

LINES = [
    ("g", "f", t.SINCE, literal("2015", datatype=t.XSD_G_YEAR)),
    ("g", "f", t.EVIDENCE, "<e>"),
    ("g", "g", t.DCT_ISSUED, literal("2021-05-06", datatype=t.XSD_DATE)),
]


def test_bounds_and_last_evidence() -> None:
    found = {(p, o) for _, p, o in days_of(said_of(LINES), "f")}
    assert (f"<{t.EARLIEST_START}>", f'"2015-01-01"^^<{t.XSD_DATE}>') in found
    assert (f"<{t.LAST_EVIDENCED}>", f'"2021-05-06"^^<{t.XSD_DATE}>') in found
    assert {p[1:-1] for p, _ in found} <= DAYS
    assert not list(days_of(said_of(LINES), "other"))
