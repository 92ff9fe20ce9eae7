from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.serve.site import Site, coded, href
from bangfu.ontology.terms import ID


def test_a_page_is_the_same_each_time_and_in_both_languages(pages: Site) -> None:
    for path in ("/", "/id/place/511133", "/about", "/ontology"):
        made = pages.page(path, [], "html", "zh")
        assert (made.status, made.form) == (200, "html")
        assert made == pages.page(path, [], "html", "zh")
        assert pages.page(path, [], "html", "en").body != made.body


@pytest.mark.parametrize("path", ["/x", "/id/place", "/id/place/0", "/concept/x", "/ask/x", "/id/source/0", "/dossier/x/y", "/a/b/c/d"])  # fmt: skip
def test_what_is_not_there_is_said(pages: Site, path: str) -> None:
    made = pages.page(path, [], "html", "en")
    assert made.status == 404
    assert b"<h1" in made.body
    assert pages.page(path, [], "json", "en").status == 404


def test_links_stay_on_the_server_and_codes_are_told_in_words() -> None:
    assert href(f"{ID}place/511133") == "/id/place/511133"
    assert href(f"{ID}school/<x>") == "/id/school/%3Cx%3E"
    assert href("https://example.org/") == href("javascript:alert(1)") == ""
    assert coded("pairing", "en") == "pairing"
    assert coded("pairing", "zh") == "结对"
    assert coded("no-such-code", "zh") == "no-such-code"


def test_the_index_is_kept_where_there_is_a_folder(pages: Site, tmp_path: Path) -> None:
    one = Site(store=pages.store, profile=pages.profile, folder=tmp_path)
    assert one.index() == pages.index()
    assert (tmp_path / "search.json").stat().st_size > 1000
    again = Site(store=pages.store, profile=pages.profile, folder=tmp_path)
    assert again.index() == one.index()
