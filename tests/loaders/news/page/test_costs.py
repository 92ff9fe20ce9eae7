from bangfu.loaders.news.page.bigrams import codes
from bangfu.loaders.news.page.costs import Costs
from bangfu.loaders.news.page.glyphs import Glyph, Known


def after(text, *, quoted=False):
    tail = None
    for at, char in enumerate(text):
        tail = Glyph(char, char, at, at + 1, False, 0.0, quoted, tail)
    return tail


def test_ways_are_ranked_by_what_the_characters_cost():
    costs, tail = Costs(Known(frozenset(), frozenset())), after("对口帮")
    trail = next(trail for (_, trail), char in codes().char.items() if char == "扶")
    ways = [*costs.by_trail(tail, trail, after_loss=True)]
    assert ways[0][5] == "扶"
    assert [way[0] for way in ways] == sorted(costs.cost(tail, plain) for *_, plain in ways)
    assert len(ways) == len(codes().by_trail[trail])


def test_what_stands_elsewhere_in_the_page_is_cheap_after_its_own_first_characters_only():
    costs = Costs(Known(frozenset(["永海"]), frozenset(["卞永海"])))
    lead = next(lead for (lead, _), char in codes().char.items() if char == "海")
    known = [*costs.last_by_lead(after("卞永"), (lead,), None)]
    other = costs.last_by_lead(after("李永"), (lead,), None)
    assert known[0][-1] == "海"
    assert known[0][2] < next(bits for _, _, bits, *_, plain in other if plain == "海")


def test_an_open_quotation_may_close_and_not_open_again():
    costs = Costs(Known(frozenset(), frozenset()))
    assert costs.cost(after("说", quoted=True), "”") < costs.cost(after("说"), "”")
    assert costs.cost(after("说"), "“") < costs.cost(after("说", quoted=True), "“")


def test_a_pair_that_was_lost_began_with_a_high_byte():
    costs = Costs(Known(frozenset(), frozenset()))
    lead = 0xB6
    marked = [*costs.lost_by_lead(after("的"), lead, marked=True)]
    bare = [*costs.lost_by_lead(after("的"), lead, marked=False)]
    assert 0 < len(bare) < len(marked)
    assert all(byte >= 0x81 for _, _, _, _, byte, _, _ in marked)
    assert all(0xA1 <= byte <= 0xAF or byte >= 0xF8 for _, _, _, _, byte, _, _ in bare)


def test_all_ways_come_in_order_also_where_some_were_met_behind_the_last_character():
    costs = Costs(Known(frozenset(["帮海"]), frozenset()))
    for tail in (after("对口帮"), after("第1"), after("说“", quoted=True), None):
        for trail in (0xA3, 0xD0, 0xF6, 0x40):
            ways = [*costs.by_trail(tail, trail, after_loss=False)]
            assert {(byte, char, plain) for *_, byte, char, plain in ways} == set(
                codes().by_trail.get(trail, ())
            )
            assert ways == sorted(ways)
            assert all(
                (rank, bits) == (costs.cost(tail, plain) - off, costs.cost(tail, plain))
                for rank, _, bits, off, _, _, plain in ways
            )
            assert all(off == (3.0 if char == "。" else 0.0) for *_, off, _, char, _ in ways)
