from __future__ import annotations

import pytest

from bangfu.graph.serve.negotiate import form_of, language_of, media_type

ALL = ("html", "json", "ttl", "jsonld")


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "html"),
        ("*/*", "html"),
        ("text/turtle", "ttl"),
        ("text/*;q=0.3, application/json;q=0.2", "html"),
        ("text/html;q=0, text/*", "ttl"),
        ("application/ld+json;q=0.4, application/json;q=0.8", "json"),
        ("text/turtle;q=zero", None),
        ("image/png", None),
    ],
)
def test_the_form_that_is_liked_best(accept: str, form: str | None) -> None:
    assert form_of(accept, ALL) == form


def test_languages() -> None:
    assert language_of("en-GB,en;q=0.9,zh;q=0.8", "zh") == "en"
    assert language_of("zh-CN", "en") == "zh"
    assert language_of("fr", "en") == "en"
    assert language_of("", "zh") == "zh"
    assert media_type("ttl") == "text/turtle; charset=utf-8"
