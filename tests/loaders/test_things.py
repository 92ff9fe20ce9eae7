"""One name, one thing, and what it lies in."""

from bangfu.loaders.things import seat_of, things_of
from bangfu.ontology.records import (
    Batch,
    Entity,
    Group,
    Institution,
    Kind,
    Mention,
    Person,
    Place,
    Programme,
    School,
    Tier,
    Unit,
)


def made(
    kind: Kind,
    name: str,
    key: str = "",
    count: int | None = None,
    posts: tuple[str, ...] = (),
    towns: dict[str, str] | None = None,
) -> tuple[Entity, ...]:
    mention = Mention(kind=kind, name=name, key=key or name, start=0, end=1, count=count)
    context = (frozenset({"510821"}), towns or {})
    return things_of(
        "urn:s", kind, mention.key, mention, ("别名",), context, {mention.key: list(posts)}
    )


def test_a_place_knows_its_former_names_and_parents() -> None:
    place, *around = made(Kind.PLACE, "滨海新区", "120116")
    assert isinstance(place, Place)
    assert {"汉沽区", "别名"} <= set(place.aliases)
    assert [one.name for one in around] == ["天津市"]
    assert around[0].aliases == ()


def test_a_local_code_is_no_national_one() -> None:
    place = made(Kind.PLACE, "大柴旦行政区", _functional())[0]
    assert isinstance(place, Place)
    assert place.adcode is None


def _functional() -> str:
    from bangfu.loaders.gazetteer import divisions

    return next(d.adcode for d in divisions().all() if d.adcode.startswith("F"))


def test_bodies_lie_where_their_names_say() -> None:
    school, *places = made(Kind.SCHOOL, "旺苍一中")
    assert isinstance(school, School)
    assert school.core_name == "第一中学"
    assert school.located_in == places[0].iri
    bureau = made(Kind.INSTITUTION, "旺苍县教体局")[0]
    assert isinstance(bureau, Institution)
    assert bureau.institution_kind == "education_authority"


def test_the_rest() -> None:
    (person,) = made(Kind.PERSON, "李可", posts=("校长",))
    assert isinstance(person, Person)
    assert person.tier is Tier.P1
    (batch,) = made(Kind.BATCH, "第三批", count=3)
    assert isinstance(batch, Batch)
    assert batch.ordinal == 3
    (scheme,) = made(Kind.PROGRAMME, "东西部协作")
    assert isinstance(scheme, Programme)
    (group,) = made(Kind.GROUP, "8所高校", "/8/school", 8)
    assert isinstance(group, Group)
    assert (group.member_count, group.member_unit, group.located_in) == (8, Unit.SCHOOL, None)


def test_a_body_lies_in_the_township_that_it_is_named_after() -> None:
    towns = {"木门镇": "510821/木门镇"}
    for name in ("旺苍县木门镇中心小学", "旺苍县木门中学"):
        _, place, county, *_ = made(Kind.SCHOOL, name, towns=towns)
        assert (place.name, county.name) == ("木门镇", "旺苍县")
    # the page does not speak of the township, or of one in another county
    assert made(Kind.SCHOOL, "旺苍县木门镇中心小学")[1].name == "旺苍县"
    elsewhere = {"木门镇": "530627/木门镇"}
    assert made(Kind.SCHOOL, "旺苍县木门镇中心小学", towns=elsewhere)[1].name == "旺苍县"


def test_a_word_of_the_name_is_no_district() -> None:
    assert seat_of("山东省泰山中学", frozenset({"370000"})) == "370000"
    assert seat_of("山东省泰山中学", frozenset({"370000", "370900"})) == "370902"
    assert seat_of("泰山区第一中学", frozenset()) == "370902"


def test_the_text_may_say_where_a_body_lies() -> None:
    def located(name: str, seat: str | None) -> str | None:
        mention = Mention(kind=Kind.SCHOOL, name=name, key=name, start=0, end=1, seat=seat)
        codes = frozenset({"510821", "510800", "430200"})
        school, *places = things_of("urn:s", Kind.SCHOOL, name, mention, (), (codes, {}), {})
        assert isinstance(school, School)
        return places[0].name if places else None

    assert located("星光小学", None) is None
    assert located("星光小学", "510821") == "旺苍县"
    assert located("星光小学", "510821/木门镇") == "木门镇"
    # finer than the name, or nothing
    assert located("广元市星光小学", "510821") == "旺苍县"
    assert located("旺苍县星光小学", "510800") == "旺苍县"
    assert located("荷塘中心学校", None) == "荷塘区"
    assert located("荷塘中心学校", "") is None
    # a county that shares two letters of the name, of which the text never speaks
    assert located("江口中学", "510821") == "旺苍县"
    assert located("剑阁县江口中学", None) == "剑阁县"


def test_a_former_name_in_full_is_the_district() -> None:
    assert seat_of("青海省湟中县千户营小学", frozenset({"630000"})) == "630106"
