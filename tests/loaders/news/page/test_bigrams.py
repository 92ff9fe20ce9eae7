"""The table that tells Chinese from garble."""

from bangfu.loaders.news.page.bigrams import bigrams, codes


def test_usual_pairs_cost_less_than_odd_ones():
    table = bigrams()
    assert table.bits("教", "师") < 5 < table.bits("乱", "擞")
    assert table.bits("帮", "扶") < table.bits("帮", "苦") < table.bits("帮", "仡")


def test_the_codes_are_those_of_gbk():
    table = codes()
    assert table.char[0xBA, 0xA3] == "海"
    assert table.plain["學"] == "学"
    assert (0xBA, "海", "海") in table.by_trail[0xA3]
    assert (0xA3, "海", "海") in table.by_lead[0xBA]
    assert (0xAA, 0xA1) not in table.char  # the user's own zone
