from marked import marked

from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.schemes import programme_of, schemes_of
from bangfu.ontology.records import Kind, Modality, Status

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"


def chosen(text, modality=Modality.PAIRING):
    plain, mentions = marked(text)
    ends = [m for m in mentions if m.kind is not Kind.PROGRAMME]
    claim = Claim(
        ends[0], ends[1], modality, Status.ACTIVE, "direct", 0.9, ends[0].start, ends[1].end
    )
    found = programme_of(plain, claim, schemes_of(plain, mentions))
    return found.name if found else None


def test_a_scheme_in_the_sentence_or_of_the_whole_page():
    assert chosen(f"在{{g - 闽宁协作}}框架下，{FU}帮扶{LONG}。") == "闽宁协作"
    assert chosen(f"{{g - 闽宁协作}}见闻\n\n{FU}帮扶{LONG}。") == "闽宁协作"


def test_a_verb_is_no_scheme_unless_it_is_named_as_one():
    assert chosen(f"{FU}{{g - 定点帮扶}}{LONG}。") is None
    assert chosen(f"按照{{g - 定点帮扶}}工作机制，{FU}选派教师到{LONG}。") == "定点帮扶"


def test_a_gift_stands_under_no_scheme_of_another_sentence():
    assert chosen(f"{{g - 闽宁协作}}见闻\n\n{FU}捐助{LONG}。", Modality.FUNDING) is None


def test_a_scheme_of_other_regions_does_not_fit():
    assert chosen(f"{{g - 对口援疆}}见闻\n\n{FU}帮扶{LONG}。") is None
    assert chosen(f"{{g - 粤桂协作}}见闻\n\n{FU}帮扶{LONG}。") is None


def test_a_kind_of_lesson_is_not_carried():
    assert chosen(f"{{g - 空中课堂}}见闻\n\n{FU}帮扶{LONG}。") is None


def test_gifts_of_a_page_on_one_scheme_of_giving():
    text = f"{{g - 思源助学}}走进隆德\n\n{FU}帮扶{LONG}。"
    assert chosen(text, Modality.FUNDING) == "思源助学"
    assert chosen(text.replace("思源助学", "闽宁协作"), Modality.FUNDING) is None
