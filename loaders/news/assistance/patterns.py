"""The patterns of help: typed regular expressions over a sentence in symbols.

They stand in ``data/relations/rules.toml``. A pattern names its groups ``h`` (who helps) and ``r``
(who is helped), or ``a`` and ``b`` where the wording leaves the direction open; ``x`` and ``t`` are
the wording between and after them, ``v`` its verb. Signs in a pattern:

======================  ==========================================================================
``{H} {R} {A} {B}``     a side, or a list of sides, as the group of that letter
``{HN}``                the same, or a person
``{E}`` ``{N}``         one side; one person
``{I}``                 one side, with what stands in brackets behind it
``{W}``                 what may stand between a verb and the name of who is helped (帮扶学校|乙)
``~12``                 up to 12 characters without a side or the end of a clause, as few as will do
``=12``                 the same, without a comma or colon either
``>12`` ``→12``         the same two, as many as will do
``{PAIR}`` …            one of the words of that list
``{AID_TO}``            援疆, 援藏 and the like
======================  ==========================================================================
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick

from ....ontology.records import Modality
from ...aided import AID_TO
from .symbols import END, PERSON

__all__ = ["Rule", "rules", "worth_trying"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the words of which one must occur for it to be tried, and what it means."""

    name: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    modality: Modality | None = None
    """None: to be read from the wording (:func:`.guards.modality_of`)."""
    fallback: Modality | None = None
    """What it means where the wording says nothing."""
    confidence: float = 0.9
    swapped: bool = False
    """Whether the movement runs against the help: the one who goes there is the one helped."""
    unless: re.Pattern[str] | None = None
    unless_x: re.Pattern[str] | None = None
    """Wordings, of the whole match or between its sides, in which it is no help."""
    either: re.Pattern[str] | None = None
    """What ends a wording that leaves open which of two schools helps (甲是乙的帮扶学校)."""
    agent: bool = False
    journey: bool = False
    gift: bool = False
    adjoins: bool = False
    apart: bool = False
    mutual: bool = False
    organises: bool = False
    thanks: bool = False
    venue: bool = False
    delegates: bool = False
    """What the file says of these words at its head."""


_TAIL = (
    r"(?:等(?:[\d一二两三四五六七八九十]*(?:所|家|个|对|地|校|县|区|市|镇|乡)*"
    r"(?:学校|中学|单位|区县|县区|中小学|地区|地|民主党派|爱心企业|企业)?)?)?"
)
#: Not （原由甲帮扶）: a bracket that tells of help is a clause, not a part of the name.
_ITEM = rf"{END}(?:（(?![^（）]{{0,20}}(?:帮扶|结对|支援|托管|援建|捐))[^（）]{{0,20}}）)?"
#: 甲1与甲2分别与乙1、乙2: here 与 stands within a list
_LIST = rf"{_ITEM}(?:(?:、|和|及|以及|与(?={_ITEM}分别))(?<=[、和及与]){_ITEM}){{0,15}}{_TAIL}"
#: 甲联合乙、携手丙: who acts together; 甲与乙共同
_JOINT = r"(?:[\u4e00-\u9fff]{0,14}?(?:，?联合|，?携手|，?联手|会同|协同|携同|携))"
_TOGETHER = (
    rf"(?:(?:在(?:{END})?[\u4e00-\u9fff]{{0,8}})?(?:共同|联合|一起|一同|一道|合力|携手|联袂))"
)
#: 甲携手某市|一爱心企业: who acts with them is from there, without a name
_ONE_OF = r"(?:(?:某|一家|一|多家|几家|部分)?(?:知名|爱心|民营)?(?:企业|商家|机构)(?!家))?"
_HELPERS = (
    rf"{_ITEM}(?:(?:、|和|及|以及|{_JOINT}|[与同](?={_ITEM}{_TOGETHER}))"
    rf"(?<=[、和及合手同携与]){_ITEM}){{0,15}}{_ONE_OF}{_TAIL}"
)
#: 赴|对口帮扶学校|乙, 前往|偏远的|乙: what stands between the verb and the name of who is helped
_WHERE = "(?:该[县区市州旗]|当地的?)?(?:\ue000的(?=[\ue000-\ue003]))?"
_WHICH = (
    r"(?:(?:(?:家乡|故乡|老家)[\u4e00-\u9fff]{0,3}|远在[^，。]{0,8}的|位于[^，。]{0,10}的|地处[^，。]{0,10}的|(?:偏远|边远|近郊|城郊|远郊|高原|山区)的?"
    r"|(?:其|所|我校)?(?:对口|结对|定点|受|被)?(?:帮扶|支援|援助|联系|结对)?的?(?:薄弱|乡村|农村|山区|贫困)*"
    r"(?:学校|县|园|校|地区|点)|(?:对口|结对|定点)(?:帮扶|支援|联系)的?"
    #: 定点帮扶|国家级贫困县|乙
    r"|(?:国家级?|省级|深度)?(?:乡村振兴)?(?:贫困|脱贫|重点帮扶|扶贫开发|扶贫工作)(?:重点)?(?:县|旗|村|地区)"
    #: 向某市|对口智力援助单位——|乙
    r"|\ue000?(?:对口|结对|定点)[\u4e00-\u9fff]{0,4}(?:帮扶|支援|援助)(?:学校|单位|县|园)"
    #: 来到某镇|大山深处的|乙
    r"|\ue000?[\u4e00-\u9fff]{0,6}(?:深处|腹地|脚下|境内|边陲|边境|之巅|海岛上|一隅)的"
    #: 为|40余名家境困难的|乙学子
    r"|(?:约|近|上|数)?[\d一二两三四五六七八九十百千]+[余多]?名(?:[\u4e00-\u9fff]{2,8}的)?)"
    r"(?:——|—|-|：)?(?=[\ue000-\ue003]))?"
)
_ENDS = "\ue000-\ue003。；！？\n"
_GAPS = {
    "~": f"[^{_ENDS}]{{{{0,{{}}}}}}?",
    "=": f"[^{_ENDS}，：]{{{{0,{{}}}}}}?",
    ">": f"[^{_ENDS}]{{{{0,{{}}}}}}",
    "→": f"[^{_ENDS}，]{{{{0,{{}}}}}}",
}


_MARKS = (
    "agent",
    "journey",
    "gift",
    "adjoins",
    "apart",
    "mutual",
    "organises",
    "thanks",
    "venue",
    "delegates",
)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules that ship, in the order of the file."""
    folder = files(__package__.rpartition(".news")[0]) / "data" / "relations"
    table = tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))
    signs = _signs(table["words"])
    return tuple(_rule(row, signs) for row in table["rule"])


def _signs(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    alternatives = {name: f"(?:{'|'.join(group)})" for name, group in words.items()}
    verb, thing, alone = (alternatives.pop(f"SIGN_{part}") for part in ("VERB", "OBJECT", "ALONE"))
    return alternatives | {
        "SIGN": f"(?:{verb}[^。！？\n]{{0,22}}?{thing}|{alone})",
        **{letter: f"(?P<{letter.lower()}>{_WHERE}{_LIST})" for letter in "RAB"},
        "H": f"(?P<h>{_WHERE}{_HELPERS})",
        "W": _WHICH,
        "HN": f"(?P<h>(?:{_HELPERS}(?:[、和及与]{PERSON})?|{PERSON}))",
        "E": END,
        "I": _ITEM,
        "N": PERSON,
        "AID_TO": AID_TO,
    }


def _rule(row: Mapping[str, Any], signs: Mapping[str, str]) -> Rule:
    pattern = re.sub(r"\{([A-Z_]+)\}", lambda found: signs[found[1]], row["pattern"])
    pattern = re.sub(r"([~=>→])(\d+)", lambda found: _GAPS[found[1]].format(found[2]), pattern)
    return Rule(
        name=row["name"],
        pattern=re.compile(pattern),
        words=frozenset(row["words"].split("|")),
        modality=Modality(row["modality"]) if "modality" in row else None,
        fallback=Modality(row["fallback"]) if "fallback" in row else None,
        confidence=row.get("confidence", 0.9),
        swapped=row.get("swapped", False),
        unless=re.compile(row["unless"]) if "unless" in row else None,
        unless_x=re.compile(row["unless_x"]) if "unless_x" in row else None,
        either=re.compile(row["either"]) if "either" in row else None,
        **{mark: row.get(mark, False) for mark in _MARKS},
    )


@cache
def _words() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """The words of all rules, to be found at one go, and the numbers of the rules of each."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(rules()):
        for word in rule.words:
            numbers.setdefault(word, []).append(number)
    return AhoCorasick(list(numbers)), tuple(map(tuple, numbers.values()))


def worth_trying(symbols: str) -> list[Rule]:
    """The rules of which a word stands in `symbols`, in their order."""
    words, numbers = _words()
    hits = {hit[0] for hit in words.find_matches_as_indexes(symbols, overlapping=True)}
    every = rules()
    return [every[number] for number in sorted({one for hit in hits for one in numbers[hit]})]
