"""Units of the army and the armed police: 空军90001部队, 武警某市支队某县中队, 某集团军某旅."""

from __future__ import annotations

from collections.abc import Sequence

from ...later import later
from .hits import PlaceHit

__all__ = ["troops"]

_ARM = "(?:中国人民解放军|解放军|武警|空军|海军|陆军|火箭军|战略支援部队|联勤保障部队|联勤部队)"
_SIGN = "(?![的了与和及在向为对由从到来去给将把是有们捐走进赴]|官兵|战士|叔叔)[一-龥]"
#: Told by its number, by its army, or as one of an arm that is not told: 火箭军某旅.
_UNIT = later(
    f"{_ARM}?(?<![0-9有约近达共])[0-9]{{4,5}}部队(?:[0-9]{{1,3}}分队)?"
    rf"|{_ARM}?第?[0-9一二三四五六七八九十]{{1,3}}集团军(?:某(?:{_SIGN}){{0,6}}?[旅团师营](?!员|长))?"
    f"|{_ARM}第[0-9一二三四五六七八九十]{{1,4}}(?:中心|野战)?医院"
    rf"|{_ARM}某(?:{_SIGN}){{0,5}}?(?:旅|师(?![生资])|团(?!员|长)|基地|场站|[支大中]队|部队|部(?![分门长])|医院)"
    "|(?:中国人民解放军|解放军)?总(?:后勤|政治|参谋|装备)部(?![分门])"
    rf"|(?:[东南西北中]部战区)?{_ARM}(?:{_SIGN}){{1,4}}?兵某(?:旅|师(?![生资])|团(?!员|长)|部)"
    "|驻[一-龥](?:[一-龥])?(?:空军|海军|陆军|武警|火箭军)部队"
    rf"|(?:陆军|空军|海军)?预备役(?:{_SIGN}){{1,8}}?(?:师|旅|团)(?:[一二三四五六七八九十]{{1,2}}[团营])?"
)
_POLICE = later("武警(?:部队)?")
_PART = later(
    f"(?:{_SIGN}){{0,9}}?(?:总队|支队|大队|中队|总医院|医院|学院)(?![长员]|附属|第[一二三])"
)
_SIGNS = ("部队", "军", "武警", "预备役", "总后勤部")
_MOST = 4


def troops(text: str, places: Sequence[PlaceHit]) -> list[tuple[int, int]]:
    """The spans of the units of the armed forces that the text names."""
    if not any(sign in text for sign in _SIGNS):
        return []  # most pages tell of no unit
    ends = {place.end: place for place in places}
    found: list[tuple[int, int]] = []
    for unit in _UNIT.finditer(text):
        start = unit.start()
        while "预备役" in unit[0] and (place := ends.get(start)) is not None:
            start = place.start  # 某省|陆军预备役某师
        found.append((start, unit.end()))
    for police in _POLICE.finditer(text):
        end = _chain(text, police.end())
        if end > police.end() and not any(start <= police.start() < stop for start, stop in found):
            found.append((police.start(), end))
    return sorted(found)


def _chain(text: str, start: int) -> int:
    """Where the last part of 某省总队|某市支队 ends; `start` for 武警中队 without a name."""
    end = start
    for _ in range(_MOST):
        part = _PART.match(text, end)
        if part is None or (end == start and part.end() - start < 4):
            break
        end = part.end()
    return end
