from bangfu.loaders.news.people.agreed import addressed, agreed, same_end
from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.proposer import Proposal


def believed(text, form, score, post=""):
    marks = bytearray(len(text) + 1)
    marks[: len(post)] = b"\1" * len(post)
    start = text.index(form)
    return agreed(Names(text, bytes(marks)), Proposal(start, start + len(form), score), score)


def test_rule_and_model_agree_on_who_stands_behind_a_post():
    assert believed("会长黄海松及多名会员到场。", "黄海松", 0.53, "会长")
    assert not believed("会长黄海松及多名会员到场。", "黄海松", 0.4, "会长")
    assert not believed("当天黄海松及会员到场。", "黄海松", 0.53)


def test_a_strange_surname_needs_a_sure_end_and_more_of_the_model():
    assert believed("校长首世华表示。", "首世华", 0.8, "校长")
    assert not believed("校长首世华表示。", "首世华", 0.6, "校长")
    assert not believed("校长首世华楼前。", "首世华", 0.8, "校长")


def test_the_last_of_a_list_ends_where_both_say_and_not_before_a_town():
    text = "甲、李君连座谈，到东望山乡。"
    names = Names(text, bytes(len(text) + 1))
    assert same_end(names, Proposal(2, 5, 0.5))
    assert not same_end(names, Proposal(2, 4, 0.5))
    assert not same_end(names, Proposal(text.index("东"), text.index("乡"), 0.5))


def addressed_in(text, form, taken=""):
    marks = bytearray(len(text) + 1)
    marks[: len(taken)] = b"\1" * len(taken)
    start = text.index(form)
    return addressed(Names(text, bytes(marks)), start, start + len(form))


def test_an_honour_or_a_body_beside_a_name_that_is_a_word():
    assert addressed_in("听了石立新同志的报告。", "石立新")
    assert addressed_in("甲校的石立新担任局长。", "石立新", "甲校")
    assert not addressed_in("李强的石立新担任局长。", "石立新")
    assert not addressed_in("石狮的海一直在。", "海一直", "石狮")
    assert not addressed_in("人人都听过欧阳老师的课。", "过欧阳")
