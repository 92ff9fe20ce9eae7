import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.ontology import nt

texts = st.text(max_size=20) | st.sampled_from(
    ['"', "\\", "\\u0041", "\n\r\t\b\f", "\x00\x1f\x7f", "𠮷", '"@zh', "^^<a>"]
)


@given(texts)
def test_literal_prints_as_the_store_prints(text):
    assert nt.literal(text) == str(ox.Literal(text))
    assert nt.literal(text, language="zh") == str(ox.Literal(text, language="zh"))
    typed = "https://example.org/type"
    assert nt.literal(text, datatype=typed) == str(ox.Literal(text, datatype=ox.NamedNode(typed)))


@given(texts)
def test_value_gives_the_text_back(text):
    for term in (
        nt.literal(text),
        nt.literal(text, language="zh-Hans"),
        nt.literal(text, datatype="https://example.org/type"),
    ):
        assert nt.value(term) == text


def test_value_reads_the_escapes_of_others():
    assert nt.value(r'"\u65FA\U00020BB7\'"') == "旺𠮷'"


def test_lang():
    assert nt.lang('"旺苍县"@zh') == "zh"
    assert nt.lang('"a@en"') is None
    assert nt.lang("<https://example.org/@en>") is None


def test_iri():
    assert nt.iri("https://example.org/a") == "<https://example.org/a>"
    assert nt.value("<https://example.org/a>") == "https://example.org/a"


@pytest.mark.parametrize(
    "text", ["a b", "<a>", "a>", 'a"', "a{b", "a\\b", "a\nb", "a^", "a|b", "a`"]
)
def test_iri_refuses_what_would_break_out(text):
    with pytest.raises(ValueError, match="not an IRI"):
        nt.iri(text)


@pytest.mark.parametrize("term", ["", "a", '"', '"a', "_:b", '"a"@'])
def test_value_refuses_what_is_no_term(term):
    with pytest.raises(ValueError, match="not a term"):
        nt.value(term)


def test_door_is_sorted():
    assert nt.__all__ == sorted(nt.__all__)
