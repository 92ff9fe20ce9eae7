"""Chains of characters."""

from bangfu.loaders.news.page.glyphs import Glyph, Path, glyphs


def test_glyphs_come_first_to_last():
    one = Glyph("海", "海", 0, 1, True, 0.0, False, None)
    two = Glyph("回", "回", 1, 2, True, 0.0, False, one)
    assert glyphs(Path(0.0, two)) == [one, two]
    assert glyphs(Path(0.0, None)) == []
