from __future__ import annotations

import pytest

from bangfu.graph.serve.terms import concept, ontology, term_names
from bangfu.ontology.errors import QueryError
from bangfu.ontology.terms import BF, CONCEPT


def test_every_term_has_a_name_and_a_meaning_in_both_languages() -> None:
    view = ontology("zh")
    assert len(view.rows) > 100
    for iri, *texts in view.rows:
        assert str(iri).startswith(BF)
        assert all(texts), iri
    assert term_names("zh")["School"] == "学校"


def test_a_code_and_a_scheme_have_pages() -> None:
    one = concept(f"{CONCEPT}modality/pairing", "zh")
    assert (one.title, len(one.rows)) == ("结对", 1)
    every = concept(f"{CONCEPT}modality", "en")
    assert len(every.rows) >= 7
    for bad in ("modality/none", "none"):
        with pytest.raises(QueryError):
            concept(CONCEPT + bad, "zh")
