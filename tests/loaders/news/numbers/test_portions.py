from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance
from bangfu.loaders.news.numbers.numbers import find_counts
from bangfu.loaders.news.numbers.portions import in_a_list, own_portions
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Assistance, Evidence, Modality

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"


def portions(text):
    plain, mentions = marked(text)
    facts, _ = find_assistance(from_text(plain), mentions)
    return {
        count.value: sorted(
            f.recipient.name for f in own_portions(plain, count, facts, (0, len(plain)))
        )
        for count in find_counts(plain)
    }


def test_every_receiver_has_its_own_number():
    third = "{s - 隆德县第三中学}"
    text = f"{FU}选派的12名教师抵达：8人到{L1}，{L2}和{third}各2人。"
    assert portions(text) == {
        12: [],
        8: ["隆德县第一中学"],
        2: ["隆德县第三中学", "隆德县第二中学"],
    }


def test_one_number_for_two_belongs_to_neither():
    assert portions(f"{FU}选派18名教师到{L1}和{L2}支教。") == {18: []}


def test_numbers_told_in_order_belong_to_their_pairs():
    jing, ba = "{p 310106 静安区}", "{p 653130 巴楚县}"
    text = f"{LONG}由{FU}支援，{ba}由{jing}支援，今年分别接收教师32人、27人。"
    assert portions(text) == {32: ["隆德县"], 27: ["巴楚县"]}
    text = f"{FU}选派7名教师到{L1}和{L2}支教，前者4人、后者3人。"
    assert portions(text) == {7: [], 4: ["隆德县第一中学"], 3: ["隆德县第二中学"]}


def test_a_list_of_other_length_than_the_pairs_belongs_to_nobody():
    plain, mentions = marked(f"{LONG}由{FU}支援，今年两地分别接收教师32人、27人。")
    facts, _ = find_assistance(from_text(plain), mentions)
    for count in find_counts(plain):
        assert in_a_list(plain, count, (0, len(plain)))
        assert own_portions(plain, count, facts, (0, len(plain))) == ()


def test_a_number_of_several_helpers_is_nobodys_own():
    other = "{p 350582 晋江市}"
    assert portions(f"30人进驻{L1}，由{FU}、{other}两市联合组队。") == {30: []}


def test_a_larger_place_before_the_one_they_go_to():
    plain, (fu, pi, shan) = marked(
        f"{FU}选派13名教师支教，其中8名赴新疆和田地区{{p 653223 皮山县}}，"
        "5名赴西藏{p 540500 山南市}。"
    )
    shown = (Evidence(quote="q", start=0, end=1, raw_start=0, raw_end=1, method="m 1"),)
    facts = [
        Assistance(helper=fu, recipient=to, modality=Modality.SECONDMENT, evidence=shown)
        for to in (pi, shan)
    ]
    owners = [own_portions(plain, c, facts, (0, len(plain))) for c in find_counts(plain)]
    assert [[f.recipient.name for f in own] for own in owners] == [[], ["皮山县"], ["山南市"]]
