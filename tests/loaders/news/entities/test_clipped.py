from bangfu.loaders.naming import parse_body
from bangfu.loaders.news.entities.clipped import BodyRead, abbreviated, introduced
from bangfu.loaders.news.entities.hits import BodyHit
from bangfu.ontology.records import Kind


def read(text, name, at=0):
    start = text.index(name, at)
    hit = BodyHit(start, start + len(name), Kind.SCHOOL, "中学", "k12", "word", start)
    return BodyRead(hit, name, parse_body(name))


def groups(*names):
    reads = [read(name, name) for name in names]
    return {r.group: [r] for r in reads}, [r.group for r in reads]


def test_letters_in_their_order_with_the_same_number():
    known, (short, long) = groups("吴山二中", "白水市吴山镇第二初级中学")
    assert abbreviated(short, known) == long
    known, (short, _) = groups("吴山二中", "白水市吴山镇第一初级中学")
    assert abbreviated(short, known) is None


def test_two_that_fit_and_long_names_join_nothing():
    known, (short, *_) = groups("吴山二中", "吴山镇第二初级中学", "吴山县第二高级中学")
    assert abbreviated(short, known) is None
    known, (long, _) = groups("吴山镇第二初级中学", "吴山二中")
    assert abbreviated(long, known) is None


def test_of_two_short_names_the_first_is_taken():
    text = "白水教育发展基金会（以下简称“白水基金会”或“基金会”）说。白水基金会"
    found = introduced(text, [read(text, "白水教育发展基金会")])
    assert [text[r.hit.start : r.hit.end] for r in found][1:] == ["白水基金会", "白水基金会"]


def test_a_short_name_that_the_text_introduces():
    text = "在白水市第二高级中学（以下简称“白水二高”）任教。白水二高校长说"
    found = introduced(text, [read(text, "白水市第二高级中学")])
    assert [text[r.hit.start : r.hit.end] for r in found] == [
        "白水市第二高级中学",
        "白水二高",
        "白水二高",
    ]
    assert {r.wording for r in found} == {"白水市第二高级中学"}


def test_what_was_read_in_the_short_name_gives_way():
    text = "白水市第二高级中学（简称白水二高）。白水二高"
    last = text.rindex("白水二高")
    inner = read(text, "白水", last)
    found = introduced(text, [read(text, "白水市第二高级中学"), inner])
    assert inner not in found


def test_a_firm_without_its_legal_form_and_a_school_of_a_university():
    firms = {}
    for name in ("东岸船舶集团", "东岸船舶集团股份有限公司"):
        hit = BodyHit(0, len(name), Kind.INSTITUTION, "公司", "company", "word", 0)
        told = BodyRead(hit, name, parse_body(name))
        firms[told.group] = [told]
    short, whole = firms
    assert abbreviated(short, firms) == whole
    assert abbreviated(whole, firms) is None
    known, (short, whole, _) = groups("西大附中", "西南大学附属中学", "西南大学附属小学")
    assert abbreviated(short, known) == whole


def test_a_branch_or_a_kind_of_firm_is_no_short_name():
    def joined(short):
        known = {}
        for name in (short, "北京东岸建设有限公司"):
            hit = BodyHit(0, len(name), Kind.INSTITUTION, "公司", "company", "word", 0)
            told = BodyRead(hit, name, parse_body(name))
            known[told.group] = [told]
        return abbreviated(next(iter(known)), known)

    assert joined("东岸公司") is not None
    assert joined("北京公司") is None
