from collections import Counter

from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.pairsigns import (
    SENTENCE_SIGNS,
    Page,
    candidates,
    is_crossed,
    plain_signs,
    sentence_signs,
    signs_of,
)
from bangfu.loaders.news.assistance.symbols import view
from bangfu.ontology.records import Kind, Mention, Modality, Status


def mention(text, name, kind=Kind.SCHOOL):
    start = text.index(name)
    return Mention(kind=kind, name=name, key=name, start=start, end=start + len(name))


def found(text, *names, kinds=None):
    sides = tuple(mention(text, n, (kinds or {}).get(n, Kind.SCHOOL)) for n in names)
    return view(text, 0, len(text), sides), sides


def names(pairs):
    return {(pair.helper.name, pair.recipient.name) for pair in pairs}


def test_both_orders_of_two_sides_are_asked_about():
    sight, _ = found("甲中学的老师给乙小学的孩子上课。", "甲中学", "乙小学")
    assert names(candidates(sight)) == {("甲中学", "乙小学"), ("乙小学", "甲中学")}


def test_nobody_helps_a_person():
    text = "甲中学的丁一到了乙小学支教。"
    sight, _ = found(text, "甲中学", "丁一", "乙小学", kinds={"丁一": Kind.PERSON})
    assert not [pair for pair in candidates(sight) if pair.recipient.name == "丁一"]
    assert ("丁一", "乙小学") in names(candidates(sight))


def test_two_places_of_one_event_are_no_pair():
    sight, _ = found("捐书仪式在甲中学和乙小学同步举行。", "甲中学", "乙小学")
    assert not list(candidates(sight))


def test_that_somebody_came_from_there_is_a_sign_against_help():
    sight, sides = found(
        "甲中学承办的研修班开班,来自乙小学、丙小学的教师参加。", "甲中学", "乙小学", "丙小学"
    )
    pairs = {(p.helper.name, p.recipient.name): p for p in candidates(sight)}
    told = signs_of(pairs["甲中学", "乙小学"], Page((), sides, frozenset()))
    assert "guard=came" in told
    assert "guarded=True" in told


def test_what_is_out_is_for_the_caller_to_say():
    sight, _ = found("捐书仪式在甲中学和乙小学同步举行。", "甲中学", "乙小学")
    assert len(list(candidates(sight, is_out=lambda *_: False))) == 2


def test_a_sentence_without_a_common_word_of_help_is_looked_at():
    sight, _ = found("甲中学的录播教室连着乙小学。", "甲中学", "乙小学")
    assert len(list(candidates(sight))) == 2


def test_who_helps_in_one_clause_does_not_help_whom_another_helps_in_the_next():
    text = "甲中学帮扶乙小学，丙小学由丁中学帮扶。"
    sight, (one, two, three, four) = found(text, "甲中学", "乙小学", "丙小学", "丁中学")
    read = [
        Claim(h, r, Modality.PAIRING, Status.ACTIVE, "with", 0.9, 0, len(text))
        for h, r in ((one, two), (four, three))
    ]
    pairs = {(p.helper.name, p.recipient.name): p for p in candidates(sight)}
    crossed, page = pairs["甲中学", "丙小学"], Page(read, (one, two, three, four), frozenset())
    assert is_crossed(crossed, page)
    assert not is_crossed(crossed, Page(read[:1], page.sides, frozenset()))
    listed, sides = found(
        "甲中学、丁中学帮扶乙小学、丙小学。", "甲中学", "丁中学", "乙小学", "丙小学"
    )
    together = next(p for p in candidates(listed) if p.recipient.name == "丙小学")
    assert not is_crossed(together, Page(read, sides, frozenset()))


def test_what_the_rules_read_of_the_pair_itself_is_no_sign():
    sight, sides = found("甲中学与乙小学结对。", "甲中学", "乙小学")
    pair = next(p for p in candidates(sight) if p.helper.name == "甲中学")
    assert signs_of(pair, Page((), sides, frozenset())) == signs_of(
        pair, Page((), sides, frozenset())
    )
    assert "xh=False" in signs_of(pair, Page((), sides, frozenset()))


def test_all_members_of_a_list_look_alike():
    text = "甲中学、丙中学和丁中学的师生走进乙小学、戊小学，送去图书。"
    schools = ("甲中学", "丙中学", "丁中学", "乙小学", "戊小学")
    sight, _ = found(text, *schools)
    page = Page((), (), frozenset())
    told = {(p.helper.name, p.recipient.name): set(signs_of(p, page)) for p in candidates(sight)}
    across = [told[one, other] for one in schools[:3] for other in schools[3:]]
    assert all(signs == across[0] for signs in across)
    assert told["甲中学", "丙中学"] != across[0]


def test_a_place_that_is_part_of_a_name_or_of_a_dateline_is_no_side():
    kinds = {"甲市": Kind.PLACE, "乙县": Kind.PLACE}
    text = "网讯甲市8月26日消息，丙中学到乙县支教，丁小学受益。"
    sight, _ = found(text, "甲市", "丙中学", "乙县", "丁小学", kinds=kinds)
    assert "甲市" not in {name for pair in names(candidates(sight)) for name in pair}
    assert ("丙中学", "乙县") in names(candidates(sight))
    sight, _ = found("甲市农村银行向乙小学捐赠图书。", "甲市", "乙小学", kinds=kinds)
    assert not list(candidates(sight))


def test_every_dear_sign_has_one_of_the_heads_that_bound_it():
    text = "丁一为乙小学捐书,甲中学和丙小学分别与戊小学结对,己小学的老师也去了。"
    schools = ("甲中学", "丙小学", "乙小学", "戊小学", "己小学")
    sight, sides = found(text, "丁一", *schools, kinds={"丁一": Kind.PERSON})
    page = Page((), sides, frozenset())
    allowed = Counter(SENTENCE_SIGNS)
    pairs = list(candidates(sight))
    assert {pair.helper.name for pair in pairs} > {"丁一", "甲中学"}
    for pair in pairs:
        dear = list(sentence_signs(pair, page))
        assert not Counter(sign[: sign.index("=") + 1] for sign in dear) - allowed
        assert signs_of(pair, page) == [*plain_signs(pair, page), *dear]
