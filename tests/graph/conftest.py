"""A small corpus with known answers, for the tests of questions, names and networks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell import Done, Run

from bangfu.graph import cli
from bangfu.graph.derive import derive
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Group,
    Institution,
    Kind,
    Measure,
    Modality,
    Observation,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    SourceClass,
    Status,
    Unit,
)

P, F, C = PlaceLevel.PROVINCE, PlaceLevel.PREFECTURE, PlaceLevel.COUNTY
GAZETTEER = {
    "四川省": ("510000", P, None),
    "广元市": ("510800", F, "四川省"),
    "旺苍县": ("510821", C, "广元市"),
    "天津市": ("120000", P, None),
    "滨海新区": ("120116", C, "天津市"),
    "青海省": ("630000", P, None),
    "黄南藏族自治州": ("632300", F, "青海省"),
    "甘肃省": ("620000", P, None),
    "天水市": ("620500", F, "甘肃省"),
    "张家川回族自治县": ("620525", C, "天水市"),
    "广西壮族自治区": ("450000", P, None),
    "河池市": ("451200", F, "广西壮族自治区"),
    "都安瑶族自治县": ("451228", C, "河池市"),
    "广东省": ("440000", P, None),
    "深圳市": ("440300", F, "广东省"),
    "云南省": ("530000", P, None),
    "镇雄县": ("530627", C, "云南省"),
    "吉林省": ("220000", P, None),
    "吉林市": ("220200", F, "吉林省"),
}


def place(name: str) -> Place:
    """The place of the gazetteer above."""
    code, level, parent = GAZETTEER[name]
    around = None if parent is None else place_iri(GAZETTEER[parent][0])
    return Place(iri=place_iri(code), name=name, adcode=code, level=level, part_of=around)


class Page:
    """One source in the making: its text grows by the quotes that its facts need."""

    def __init__(self, address: str, issued: str, title: str = "报道") -> None:
        self.iri, self.address, self.issued, self.title = (
            source_iri(address),
            address,
            issued,
            title,
        )
        self.text = ""
        self.facts: list[object] = []
        self.places: set[str] = set()

    def at(self, name: str) -> Place:
        """A place, with all the places around it put into the reading."""
        step: str | None = name
        while step is not None:
            self.places.add(step)
            step = GAZETTEER[step][2]
        return place(name)

    def named(self, kind: Kind, name: str, where: str | None = None, *aliases: str) -> object:
        """A school, institution, group or person of this source."""
        iri = scoped_iri(self.iri, kind, name)
        inside = None if where is None else self.at(where).iri
        match kind:
            case Kind.SCHOOL:
                return School(iri=iri, name=name, aliases=aliases, located_in=inside)
            case Kind.GROUP:
                return Group(iri=iri, name=name, member_count=5, located_in=inside)
            case Kind.PERSON:
                return Person(iri=iri, name=name, aliases=aliases)
        return Institution(iri=iri, name=name, aliases=aliases, located_in=inside)

    def quote(self, text: str) -> tuple[Evidence, ...]:
        """A passage at the end of the text."""
        start = len(self.text)
        self.text += text
        end = len(self.text)
        return (
            Evidence(
                quote=text,
                start=start,
                end=end,
                raw_start=start,
                raw_end=end,
                method="test:1",
                confidence=0.9,
            ),
        )

    def reading(self, source_class: SourceClass = SourceClass.UNKNOWN) -> Reading:
        """All of it, as a loader gives it."""
        return Reading(
            source=Source(
                iri=self.iri,
                address=self.address,
                sha256="0" * 64,
                text=self.text,
                title=self.title,
                publisher="测试报",
                issued=PartialDate.parse(self.issued),
                source_class=source_class,
            ),
            entities=tuple(place(name) for name in sorted(self.places)),
            facts=tuple(self.facts),  # type: ignore[arg-type]
        )


TREES = Programme(iri=programme_iri("同心树人"), name="同心树人")


def _wangcang_2021() -> Reading:
    page = Page("news/2021.txt", "2021-11-20")
    helper = page.named(
        Kind.INSTITUTION, "九三学社天津市委员会", "天津市", "九三学社天津市委", "社市委"
    )
    helped = Assistance(
        helper=helper,
        recipient=page.at("旺苍县"),
        evidence=page.quote("从2015年“同心树人”活动落地旺苍以来，九三学社天津市委连年送教。"),
        modality=Modality.TEACHING,
        programme=TREES,
        status=Status.ACTIVE,
        since=PartialDate(2015),
    )
    office = page.named(Kind.INSTITUTION, "旺苍县人民政府", "旺苍县")
    page.facts += [
        helped,
        Observation(
            about=helped,
            unit=Unit.PERSON,
            measure=Measure.INCREMENT,
            value=37,
            evidence=page.quote("新派出教师37名。"),
        ),
        Posting(
            person=page.named(Kind.PERSON, "张华"),
            organization=page.named(Kind.INSTITUTION, "中共旺苍县委宣传部", "旺苍县"),
            title="部长",
            evidence=page.quote("县委宣传部部长张华出席。"),
        ),
        Secondment(
            person=page.named(Kind.PERSON, "冀雨潇"),
            origin=page.named(Kind.INSTITUTION, "九三学社中央"),
            destination=office,
            title="副县长",
            evidence=page.quote("九三学社中央派冀雨潇挂职任副县长。"),
        ),
    ]
    return page.reading()


def _wangcang_2022() -> Reading:
    page = Page("news/2022.txt", "2022-06-01")
    helper = page.named(Kind.INSTITUTION, "九三学社天津市委员会", "天津市", "社市委")
    helped = Assistance(
        helper=helper,
        recipient=page.at("旺苍县"),
        evidence=page.quote("社市委帮扶旺苍县。"),
        modality=Modality.TEACHING,
        programme=TREES,
        since=PartialDate(2015, 3),
    )
    page.facts += [
        helped,
        Observation(
            about=helped,
            unit=Unit.PERSON,
            measure=Measure.CUMULATIVE,
            value=294,
            evidence=page.quote("累计294名。"),
        ),
        Posting(
            person=page.named(Kind.PERSON, "张华"),
            organization=page.named(Kind.SCHOOL, "天津师范大学", "天津市"),
            title="教授",
            evidence=page.quote("天津师范大学教授张华授课。"),
        ),
    ]
    return page.reading()


def _binhai_2024() -> Reading:
    page = Page("news/2024.txt", "2024-01")
    binhai = page.at("滨海新区")
    page.facts += [
        Assistance(
            helper=binhai,
            recipient=page.named(Kind.GROUP, "黄南藏族自治州5所学校", "黄南藏族自治州"),
            evidence=page.quote("滨海新区与黄南州5所学校结对。"),
            modality=Modality.PAIRING,
        ),
        Assistance(
            helper=binhai,
            recipient=page.at("张家川回族自治县"),
            evidence=page.quote("滨海新区为张家川县培训教师。"),
            modality=Modality.TRAINING,
        ),
        Assistance(
            helper=binhai,
            recipient=page.at("黄南藏族自治州"),
            evidence=page.quote("滨海新区拟资助黄南州。"),
            modality=Modality.FUNDING,
            status=Status.PLANNED,
        ),
        Assistance(
            helper=page.named(Kind.SCHOOL, "汉沽第八中学", "滨海新区"),
            recipient=page.named(Kind.SCHOOL, "黄南州中学", "黄南藏族自治州"),
            evidence=page.quote("汉沽八中与黄南州中学结对。"),
            modality=Modality.PAIRING,
        ),
        Assistance(
            helper=page.named(Kind.INSTITUTION, "吉林市教育局", "吉林市"),
            recipient=page.named(Kind.SCHOOL, "吉林市第一中学", "吉林市"),
            evidence=page.quote("吉林市教育局帮扶吉林一中。"),
            modality=Modality.OTHER,
        ),
        Assistance(
            helper=page.named(Kind.INSTITUTION, "某基金会"),
            recipient=page.named(Kind.SCHOOL, "黄南州中学", "黄南藏族自治州"),
            evidence=page.quote("某基金会资助黄南州中学。"),
            modality=Modality.FUNDING,
        ),
    ]
    return page.reading()


def _duan_2024() -> Reading:
    page = Page("news/duan.txt", "2024-09-28")
    sender = page.named(Kind.SCHOOL, "深圳市外国语实验学校", "深圳市")
    receiver = page.named(Kind.SCHOOL, "都安瑶族自治县第二高级中学", "都安瑶族自治县", "都安二高")
    page.facts += [
        Assistance(
            helper=sender,
            recipient=receiver,
            evidence=page.quote("深圳市外国语实验学校帮扶都安二高。"),
            modality=Modality.PAIRING,
        ),
        Secondment(
            person=page.named(Kind.PERSON, "王薇"),
            origin=sender,
            destination=receiver,
            title="教师",
            evidence=page.quote("深圳市外国语实验学校的王薇到都安二高驻点帮扶。"),
        ),
        Event(
            event_kind=EventKind.TRAINING,
            name="校长研修班",
            venue=page.at("镇雄县"),
            participations=(
                Participation(who=page.named(Kind.INSTITUTION, "民盟中央"), role=Role.ORGANIZER),
                Participation(who=receiver, role=Role.PARTICIPANT),
            ),
            evidence=page.quote("民盟中央主办的校长研修班在镇雄县举行，都安二高参加。"),
        ),
    ]
    return page.reading()


READINGS = (_wangcang_2021, _wangcang_2022, _binhai_2024, _duan_2024)


@pytest.fixture(scope="session")
def corpus() -> Iterator[Store]:
    """The four sources in a store in memory, with everything derived."""
    with open_store(None) as store:
        for build in READINGS:
            put(store, build())
        derive(store)
        yield store


EAST_WEST = Programme(iri=programme_iri("东西部协作"), name="东西部协作")
LISTED = ("旺苍县", "张家川回族自治县", "都安瑶族自治县", "镇雄县", "同仁市", "船营区", "朝阳县")


def _table() -> Reading:
    page = Page("reference/table", "2010", "结对表")
    for helper, recipient in [
        ("天津市", "旺苍县"),
        ("深圳市", "镇雄县"),
        ("深圳市", "黄南藏族自治州"),
    ]:
        page.facts.append(
            Assistance(
                helper=page.at(helper),
                recipient=page.at(recipient),
                evidence=page.quote(f"{helper}\t{recipient}"),
                modality=Modality.PAIRING,
                programme=EAST_WEST,
                since=PartialDate(2010),
            )
        )
    return page.reading(SourceClass.REFERENCE)


@pytest.fixture(scope="session")
def tabled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The corpus, a reference table of pairs, and a list of seven places with two slots each."""
    from bangfu.loaders.target_triples import target_triples
    from bangfu.loaders.targets import read_target_list

    path = tmp_path_factory.mktemp("lists") / "seven.toml"
    names = ", ".join(f'"{name}"' for name in LISTED)
    text = f'code = "7"\nname = "七县名单"\n[[slots]]\nname = "中学"\ncount = 2\n[members]\nnames = [{names}]\n'
    path.write_text(text, encoding="utf-8")
    with open_store(None) as store:
        for build in (*READINGS, _table):
            put(store, build())
        store.put(*target_triples(read_target_list(path)))
        derive(store)
        yield store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BANGFU_LANG", "en")

    def call(*arguments: object, lang: str = "") -> Done:
        words = [*map(str, arguments), *(["--lang", lang] if lang else [])]
        monkeypatch.setattr(sys, "argv", ["bangfu", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code = ended.value.code
        out, err = capfd.readouterr()
        return Done(code if isinstance(code, int) else 0, out, err)

    return call
