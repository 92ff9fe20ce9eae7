import pytest

from bangfu.loaders.news.assistance.symbols import view
from bangfu.ontology.records import Kind, Mention

P, S, N = "\ue000", "\ue001", "\ue004"


def mention(text, name, kind):
    start = text.index(name)
    return Mention(kind=kind, name=name, key=name, start=start, end=start + len(name))


def test_names_become_symbols_and_keep_their_place():
    text = "甲区对口帮扶乙县第一中学的张三"
    marks = [
        mention(text, "甲区", Kind.PLACE),
        mention(text, "乙县第一中学", Kind.SCHOOL),
        mention(text, "张三", Kind.PERSON),
    ]
    seen = view(text, 0, len(text), marks)
    assert seen.symbols == f"{P}对口帮扶{S}的{N}"
    at = seen.symbols.index(S)
    assert text[seen.places[at] : seen.ends[at]] == "乙县第一中学"


def test_an_address_is_part_of_what_follows():
    text = "四川省广元市旺苍县中学"
    marks = [
        mention(text, "四川省", Kind.PLACE),
        mention(text, "广元市", Kind.PLACE),
        mention(text, "旺苍县中学", Kind.SCHOOL),
    ]
    assert view(text, 0, len(text), marks).symbols == S


def test_quotes_go_and_titles_are_opaque():
    text = "“组团式”帮扶,见《甲区帮扶乙县方案》"
    marks = [mention(text, "甲区", Kind.PLACE), mention(text, "乙县", Kind.PLACE)]
    seen = view(text, 0, len(text), marks, [(text.index("《"), len(text))])
    assert seen.symbols == "组团式帮扶，见\ue006"
    assert not seen.mentions


def test_what_a_page_has_of_our_own_symbols_is_none_of_them():
    found = view("甲\ue001帮扶\ue004乙", 0, 6, [])
    assert found.symbols == "甲\ufffd帮扶\ufffd乙"
    assert not found.mentions


def test_another_name_in_brackets_is_no_side():
    text = "甲区第一中学（以下简称甲一中）与乙小学（原丙小学）结对"
    marks = [
        mention(text, "甲区第一中学", Kind.SCHOOL),
        mention(text, "甲一中", Kind.SCHOOL),
        mention(text, "乙小学", Kind.SCHOOL),
        mention(text, "丙小学", Kind.SCHOOL),
    ]
    seen = view(text, 0, len(text), marks)
    assert seen.symbols == f"{S}与{S}结对"
    assert [m.name for m in seen.mentions.values()] == ["甲区第一中学", "乙小学"]


@pytest.mark.parametrize("aside", ["原由丙小学帮扶", "原则上帮扶丙小学", "原与丙小学结对"])
def test_what_a_bracket_tells_of_former_times_is_no_other_name(aside):
    text = f"乙小学（{aside}）今年改由甲区第一中学结对"
    marks = [mention(text, name, Kind.SCHOOL) for name in ("乙小学", "丙小学", "甲区第一中学")]
    seen = view(text, 0, len(text), marks)
    assert [m.name for m in seen.mentions.values()] == ["乙小学", "丙小学", "甲区第一中学"]


def test_bare_commas_between_names_make_a_list():
    def symbols(text):
        marks = [mention(text, f"{name}中", Kind.SCHOOL) for name in "甲乙丙丁" if name in text]
        return view(text, 0, len(text), marks).symbols

    assert symbols("甲中，乙中，丙中帮扶山区") == f"{S}、{S}、{S}帮扶山区"
    assert symbols("甲中，乙中已分别与丙中，丁中签约") == f"{S}、{S}已分别与{S}、{S}签约"
    assert symbols("甲中帮扶乙中、丙中，丁中送教") == f"{S}帮扶{S}、{S}，{S}送教"
    assert symbols("甲中帮扶乙中，丙中帮扶丁中") == f"{S}帮扶{S}，{S}帮扶{S}"
