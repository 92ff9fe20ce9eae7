"""Sources that say the names of private persons wherever a name can stand, for tests of the gate."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from bangfu.graph.intake import put_all
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import (
    local_place_iri,
    place_iri,
    programme_iri,
    scoped_iri,
    source_iri,
)
from bangfu.ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Institution,
    Kind,
    Measure,
    Modality,
    Note,
    NoteKind,
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
    Tier,
    Unit,
)

HIDDEN = ("凌霜降", "才让·卓玛", "欧阳听雪", "褚砚秋", "Lisa Zhuoma", "顾云起")
"""Private persons; the last is a headmaster whom only a roster names."""
SHOWN = ("沈校之", "陆正言")
"""A headmaster and a county's vice head."""
PROVINCE = Place(iri=place_iri("510000"), name="四川省", level=PlaceLevel.PROVINCE, adcode="510000")
COUNTY = Place(
    iri=place_iri("510821"),
    name="旺苍县",
    level=PlaceLevel.COUNTY,
    adcode="510821",
    part_of=PROVINCE.iri,
)
# a township that has a teacher's name in its own: it is no leak
TOWN = Place(
    iri=local_place_iri(COUNTY.iri, "褚砚秋镇"),
    name="东河镇",
    level=PlaceLevel.TOWNSHIP,
    part_of=COUNTY.iri,
)
DISTRICT = Place(iri=place_iri("120116"), name="滨海新区", level=PlaceLevel.COUNTY, adcode="120116")


def article(address: str = "news/凌霜降事迹.txt") -> Reading:
    """A page about private persons, whose address, title, events and bodies say their names too."""
    return _Page(address, "凌霜降老师的支教日记").reading()


def link() -> Reading:
    """The same at a URL with a name in it, percent-encoded."""
    return _Page(f"https://news.example.cn/{quote('凌霜降')}.html", "支教记（二）").reading()


def roster() -> Reading:
    """A roster that was not published: its headmaster is hidden too."""
    iri = source_iri("名单.xlsx")
    text = "学校\t姓名\t职务\n旺苍县第一中学\t顾云起\t校长\n"
    school = _school(iri, "旺苍县第一中学")
    person = Person(iri=scoped_iri(iri, Kind.PERSON, "顾云起"), name="顾云起", tier=Tier.P1)
    return Reading(
        source=_source(iri, "名单.xlsx", text, "名单", SourceClass.ROSTER, "internal"),
        entities=(COUNTY, PROVINCE),
        facts=(
            Posting(
                person=person,
                organization=school,
                title="校长",
                evidence=(_proof(text, "旺苍县第一中学\t顾云起\t校长"),),
            ),
        ),
    )


def leaky_store(folder: Path) -> Path:
    """All of them in a store in `folder`."""
    path = folder / "bangfu.db"
    done = put_all(path, [article(), link(), roster()])
    assert done.added == 3
    return path


def _source(
    iri: str, address: str, text: str, title: str, kind: SourceClass, rights: str | None
) -> Source:
    return Source(
        iri=iri,
        address=address,
        sha256="0" * 64,
        text=text,
        title=title,
        publisher="褚砚秋工作室",
        author="褚砚秋",
        issued=PartialDate.parse("2024-05-01"),
        source_class=kind,
        rights=rights,
    )


def _school(iri: str, name: str) -> School:
    return School(
        iri=scoped_iri(iri, Kind.SCHOOL, name),
        name=name,
        aliases=("旺苍一中",) if "第一" in name else (),
        core_name=name.removeprefix("旺苍县").removeprefix("滨海新区"),
        located_in=COUNTY.iri if name.startswith("旺苍") else DISTRICT.iri,
    )


def _proof(text: str, quote_: str) -> Evidence:
    start = text.index(quote_)
    end = start + len(quote_)
    return Evidence(
        quote=quote_, start=start, end=end, raw_start=start, raw_end=end, method="test:1"
    )


class _Page:
    text = (
        "滨海新区外国语学校语文教师凌霜降、美术教师欧阳听雪到旺苍县第一中学支教。\n"
        "旺苍县第一中学校长沈校之、藏文教师才让・卓玛（Lisa Zhuoma）和褚　砚　秋迎接。\n"
        "副县长陆正言出席凌霜降先进事迹报告会，褚砚秋名师工作室承办。\n"
        "凌霜降爱心助学计划资助旺苍县，欧阳听雪等12名教师参加。"
    )

    def __init__(self, address: str, title: str) -> None:
        self.iri, self.address, self.title = source_iri(address), address, title

    def person(self, name: str, *aliases: str, tier: Tier = Tier.P2) -> Person:
        iri = scoped_iri(self.iri, Kind.PERSON, name)
        return Person(iri=iri, name=name, aliases=aliases, tier=tier)

    def reading(self) -> Reading:
        home, host = _school(self.iri, "滨海新区外国语学校"), _school(self.iri, "旺苍县第一中学")
        lines = self.text.split("\n")
        line = [(_proof(self.text, one),) for one in lines]
        frost, snow = self.person("凌霜降", "凌老师霜降"), self.person("欧阳听雪")
        plan = Programme(iri=programme_iri("凌霜降爱心助学计划"), name="凌霜降爱心助学计划")
        studio = Institution(
            iri=scoped_iri(self.iri, Kind.INSTITUTION, "褚砚秋名师工作室"),
            name="褚砚秋名师工作室",
            core_name="褚砚秋名师工作室",
            located_in=COUNTY.iri,
        )
        head = self.person("沈校之", tier=Tier.P1)
        county = self.person("陆正言", tier=Tier.P0)
        helped = Assistance(
            helper=home,
            recipient=host,
            evidence=line[0],
            modality=Modality.SECONDMENT,
            programme=plan,
            since=PartialDate(2024),
        )
        return Reading(
            source=_source(
                self.iri, self.address, self.text, self.title, SourceClass.UNKNOWN, None
            ),
            entities=(COUNTY, PROVINCE, DISTRICT, TOWN),
            facts=(
                helped,
                Assistance(
                    helper=frost,
                    recipient=COUNTY,
                    evidence=line[3],
                    modality=Modality.FUNDING,
                    programme=plan,
                ),
                Observation(
                    about=helped,
                    unit=Unit.PERSON,
                    measure=Measure.INCREMENT,
                    value=12,
                    evidence=line[3],
                ),
                Secondment(
                    person=frost, origin=home, destination=host, title="语文教师", evidence=line[0]
                ),
                Secondment(
                    person=snow, origin=home, destination=host, title="美术教师", evidence=line[0]
                ),
                Posting(person=head, organization=host, title="校长", evidence=line[1]),
                Posting(
                    person=self.person("才让·卓玛", "Lisa Zhuoma"),
                    organization=host,
                    title="藏文教师",
                    evidence=line[1],
                ),
                Posting(
                    person=self.person("褚砚秋"),
                    organization=studio,
                    title="主持人褚砚秋",
                    evidence=line[2],
                ),
                Posting(person=county, organization=COUNTY, title="副县长", evidence=line[2]),
                Event(
                    event_kind=EventKind.MEETING,
                    name="凌霜降先进事迹报告会",
                    venue=host,
                    participations=(
                        Participation(who=frost, role=Role.LECTURER),
                        Participation(who=studio, role=Role.UNDERTAKER),
                    ),
                    evidence=line[2],
                ),
            ),
            notes=(
                Note(
                    kind=NoteKind.UNRESOLVED,
                    reason="unknown-place",
                    quote="褚　砚　秋迎接",
                    raw_start=0,
                    raw_end=7,
                    start=0,
                    end=7,
                ),
            ),
        )
