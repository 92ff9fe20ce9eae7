from bangfu.loaders.news.page.glyphs import Glyph, Known, Path
from bangfu.loaders.news.page.readable import in_words, told_in

NOTHING = Known(frozenset(), frozenset())


def reading(text, bits):
    tail = None
    for at, char in enumerate(text):
        tail = Glyph(char, char, at, at + 1, True, 0.0, False, tail)
    return Path(bits, tail)


def said(path):
    chars = []
    glyph = path.tail
    while glyph is not None:
        chars.append(glyph.char)
        glyph = glyph.before
    return "".join(reversed(chars))


def best(*readings, known=NOTHING):
    paths = in_words([reading(*one) for one in readings], known)
    return said(paths[0])


def test_a_reading_that_falls_into_words_beats_one_of_lone_characters():
    assert best(("书记兼副。长出席", 10.0), ("书记兼副校长出席", 12.0)) == "书记兼副校长出席"
    assert best(("他还在路上海上海的", 10.0), ("他还在路上。上海的", 12.0)) == "他还在路上。上海的"


def test_common_words_of_one_character_cost_nothing():
    (path,) = in_words([reading("我和你在学校", 7.0)], NOTHING)
    assert path.bits == 7.0


def test_a_name_that_the_page_has_elsewhere_is_as_good_as_a_word():
    readings = (("卞永海回顾", 10.0), ("卞永福回顾", 12.0))
    known = Known(frozenset(("卞永", "永海")), frozenset(("卞永海",)))
    assert best(*readings, known=known) == "卞永海回顾"
    assert told_in("由卞永海说", known) == [False, True, True, True, False]
    assert told_in("由卞永福说", known) == [False] * 5
