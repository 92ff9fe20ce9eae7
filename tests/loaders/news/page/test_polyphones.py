from pypinyin import Style, pinyin

from bangfu.loaders.news.page import polyphones
from bangfu.loaders.news.page.bigrams import codes
from bangfu.loaders.news.page.polyphones import as_written, leads_of, readings_of


def test_only_what_sites_explain_has_readings():
    assert "shù" in readings_of("數")
    assert "xíng" in readings_of("行")
    assert readings_of("型") == frozenset()  # one reading, and no simpler form


def test_the_lead_byte_that_a_reading_gives_away():
    """當 AE94 and 地 B5D8: 94B5 is 數."""
    assert 0xB5 in leads_of(0x94, "shù")
    assert all("shù" in readings_of(codes().char[0x94, lead]) for lead in leads_of(0x94, "shù"))


def test_a_folded_sign_was_full_width():
    assert as_written(":") == (0xA3, 0xBA)
    assert as_written("地") == (0xB5, 0xD8)


def test_readings_are_those_of_pypinyin():
    told = sorted({char for char in codes().char.values() if char})[::40]
    assert len(told) > 300
    for char in told:
        found = readings_of(char)
        assert not found or found == set(pinyin(char, style=Style.TONE, heteronym=True)[0])


def test_an_edition_without_the_table_is_asked_itself(monkeypatch):
    whole = polyphones._table()
    polyphones._table.cache_clear()
    monkeypatch.setattr(polyphones, "find_spec", lambda name: None)
    assert polyphones._table() == whole
    polyphones._table.cache_clear()
