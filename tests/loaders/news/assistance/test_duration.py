from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.duration import dates_of, find_terms, term_of
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.ontology.records import Kind, Mention, Modality, Status


def held(text, passage, modality=Modality.PAIRING, status=Status.ACTIVE, rule="direct"):
    side = Mention(kind=Kind.PLACE, name="甲", key="甲", start=0, end=1)
    start = text.index(passage)
    claim = Claim(side, side, modality, status, rule, 0.9, start, start + len(passage))
    return tuple(str(d) if d else None for d in dates_of(text, claim, find_dates(text)))


def test_words_of_beginning():
    assert held("自2017年以来，甲帮扶乙。", "甲帮扶乙") == ("2017", None)
    assert held("甲与乙2018年结为友好学校。", "甲与乙2018年结为友好学校") == ("2018", None)
    assert held("2021年甲与乙确立关系以来，", "甲与乙确立关系") == ("2021", None)


def test_a_gift_begins_and_ends_on_its_day():
    assert held("2024年4月12日，甲向乙捐赠。", "甲向乙捐赠", Modality.FUNDING) == (
        "2024-04-12",
        "2024-04-12",
    )


def test_a_date_far_before_in_the_sentence_counts_if_nothing_else_has_it():
    text = "自2021年6月对口帮扶以来，甲克服种种困难，建立了长效机制，已先后选派教师到乙。"
    assert held(text, "选派教师到乙", Modality.SECONDMENT) == ("2021-06", None)
    assert held("自2015年起丙帮扶丁；甲帮扶乙。", "甲帮扶乙") == (None, None)
    assert held("2024年3月4日，甲一行到乙对接，甲帮扶乙。", "甲帮扶乙") == (None, None)
    assert held("甲选派教师到乙，2025年还将扩大。", "甲选派教师到乙", Modality.SECONDMENT) == (
        None,
        None,
    )


def test_a_term_holds_for_the_help_it_is_a_term_of():
    text = "支教期为2024年9月至2025年7月。\n1 甲 乙"
    side = Mention(kind=Kind.PLACE, name="甲", key="甲", start=0, end=1)
    terms = find_terms(text, find_dates(text))
    at = text.index("1 甲")
    row = Claim(side, side, Modality.SECONDMENT, Status.ACTIVE, "table", 0.9, at, at + 5)
    assert term_of(text, [row], terms) == terms[0]
    assert text[terms[0].start : terms[0].end] == "支教期为2024年9月至2025年7月"
    managed = Claim(side, side, Modality.MANAGEMENT, Status.ACTIVE, "table", 0.9, at, at + 5)
    assert term_of(text, [managed], terms) is None


def test_renewed_help_did_not_begin_then():
    assert held("2022年9月23日，甲与乙续签协议。", "甲与乙续签协议") == (None, None)


def test_terms_and_endings():
    assert held(
        "支教期为2024年9月至2025年7月，甲选派教师到乙。", "甲选派教师到乙", Modality.SECONDMENT
    ) == ("2024-09", "2025-07")
    assert held("甲与乙的协议已于2023年8月到期。", "甲与乙", status=Status.ENDED) == (
        None,
        "2023-08",
    )


def test_a_date_of_another_sentence_is_not_taken():
    assert held("自2017年以来变化很大。甲帮扶乙。", "甲帮扶乙") == (None, None)


def test_a_column_of_dates_belongs_to_its_row():
    assert held("1|甲|乙|2021年6月", "1|甲|乙", rule="table") == ("2021-06", None)


def test_the_founding_of_the_helper_is_no_beginning_of_help():
    text = "甲自2001年成立以来，已在乙援建校舍。"
    assert held(text, "在乙援建", Modality.FUNDING) == (None, None)
    assert held("甲自2001年以来在乙援建校舍。", "在乙援建", Modality.FUNDING) == ("2001", None)


def test_the_day_of_a_ceremony_is_no_beginning_unless_something_is_agreed_there():
    text = "2018年6月30日，甲举行帮扶乙工作队出征仪式。"
    assert held(text, "甲举行帮扶乙") == (None, None)
    text = "2018年6月30日，甲举行与乙的结对帮扶签约仪式。"
    assert held(text, "甲举行与乙的结对帮扶签约") == ("2018-06-30", None)


def test_the_day_of_a_journey_is_no_beginning_unless_something_is_agreed_there():
    text = "2023年5月6日，甲局长一行到乙，对接帮扶工作。"
    assert held(text, "2023年5月6日，甲局长一行到乙，对接帮扶") == (None, None)
    text = "2023年5月6日，甲一行到乙签订帮扶协议。"
    assert held(text, "2023年5月6日，甲一行到乙签订帮扶") == ("2023-05-06", None)


def test_help_only_spoken_of_takes_no_date():
    text = "2020年3月，甲联系对口帮扶的乙。"
    assert held(text, "甲联系对口帮扶的乙", rule="with-helped") == (None, None)
