"""The search for what stood where GBK was read one byte late."""

from bangfu.loaders.news.page.bytepairs import tokens_of
from bangfu.loaders.news.page.costs import Costs
from bangfu.loaders.news.page.glyphs import Known, glyphs
from bangfu.loaders.news.page.shifts import Search

NOTHING = Known(frozenset(), frozenset())


def _read(text, known=NOTHING):
    return glyphs(Search(text, Costs(known)).run(tokens_of(text, 0, len(text)))[0])


def test_a_lost_lead_byte_is_found():
    reading = _read("書記卞永?;仡櫫诉^去幾年跟隨前往旺蒼開展教育幫扶活動的歷程")
    text = "".join(glyph.char for glyph in reading)
    assert "回顧了過去" in text
    first = next(glyph for glyph in reading if glyph.shifted)
    assert first.doubt > 0  # its lead byte is lost
    assert all(glyph.doubt == 0 for glyph in reading if glyph.char in "回顧了過")


def test_what_the_page_says_elsewhere_decides():
    known = Known(frozenset(["永海"]), frozenset(["卞永海"]))
    assert "卞永海回顧了過去" in "".join(
        glyph.char for glyph in _read("書記卞永?;仡櫫诉^去幾年跟隨前往旺蒼開展教育", known)
    )


def test_chinese_with_a_question_stays_in_step():
    assert not any(
        glyph.shifted for glyph in _read("支教為什么?支教做什么?支教求什么?希望我們的教師")
    )
