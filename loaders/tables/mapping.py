"""What the columns of a roster mean, as a small file that a person checks.

Roles: ``person``; ``helper`` and ``recipient`` (who helps, who is helped); ``home`` and ``host``
(where a person comes from and goes to: of people sent, home helps; of trainees, host helps);
``…_place`` (province, city, county of a side; several columns may share it); ``title`` (post at the
host), ``home_title``, ``rank``, ``subject``, ``since``, ``until``, ``period`` (from–to in one
cell), ``batch``, ``programme``, ``modality``, ``amount``, ``goods``, ``quantity``, ``number`` (of
the row), ``private`` (never read, nor kept in the text).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path

from ...ontology.errors import TableError
from .cells import bare, dates_of, letters
from .grid import Grid, Sheet
from .heads import find_heads, label, role_of

__all__ = ["KINDS", "Columns", "Mapping", "beside", "propose", "read_mapping", "write_mapping"]

KINDS = ("pairs", "people", "trainees", "donations", "programmes")
PROFILES = ("internal", "partner", "public")
_SIDES = frozenset(("helper", "recipient", "home", "host"))
_PLACES = frozenset(f"{side}_place" for side in _SIDES)
_SHARED = frozenset(("batch", "modality", "programme", "since", "subject", "until"))
ROLES = (
    _SIDES
    | _PLACES
    | _SHARED
    | {"amount", "goods", "home_title", "number", "period", "person", "private", "quantity"}
    | {"rank", "title"}
)
_TELLING = _SIDES | {"amount", "goods", "person"}
DEFAULTS = _SIDES | _PLACES | _SHARED
_TRAINEES = re.compile(r"跟岗|参训|受训|学员|研修|培训|送培|跟班|顶岗学习")
_DONATIONS = re.compile(r"捐|赠|物资")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """How one sheet is read. Rows and columns count from 0; `heads` are the heads by column."""

    sheet: str
    kind: str
    head_rows: tuple[int, int]
    roles: Table[int, str]
    heads: Table[int, str] = field(default_factory=dict)
    defaults: Table[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How a file is read: its sheets, on what basis it is held, and who may see it."""

    tables: tuple[Columns, ...]
    basis: str = ""
    profile: str = "internal"
    by_hand: bool = False


def beside(path: Path) -> Path:
    """Where a mapping for the file at `path` is looked for: ``<name>.map.toml``."""
    return path.with_name(path.name + ".map.toml")


def propose(grid: Grid, path: Path) -> Mapping:
    """The mapping that the heads suggest. TableError when no sheet has heads that are known."""
    tables = tuple(
        made for sheet in grid.sheets if not sheet.hidden and (made := _proposed(sheet)) is not None
    )
    if not tables:
        raise TableError("table.no-heads", path=path)
    return Mapping(tables=tables)


def _proposed(sheet: Sheet) -> Columns | None:
    heads = find_heads(sheet)
    if heads is None:
        return None
    banner = " ".join(cell for row in sheet.rows[: heads.first] for cell in row if cell)
    every = {column: role_of(text) for column, text in heads.labels.items()}
    roles: dict[int, str] = {}
    for column, role in every.items():
        # A second column of a role says something else, but places come in two or three columns
        if role and (role.endswith("_place") or role == "private" or role not in roles.values()):
            roles[column] = role
    found = re.search(r"第[一二三四五六七八九十\d]+批", banner)
    defaults = {"batch": found[0]} if found and "batch" not in roles.values() else {}
    words = [f"{sheet.name} {banner}"]
    words += [label(heads.labels[column]) for column, role in roles.items() if role in _TELLING]
    return Columns(
        sheet=sheet.name,
        kind=_kind(set(roles.values()), " ".join(words)),
        head_rows=(heads.first, heads.last),
        roles=roles,
        heads=heads.labels,
        defaults=defaults,
    )


def _kind(roles: set[str], words: str) -> str:
    if "person" in roles:
        return "trainees" if _TRAINEES.search(words) else "people"
    if roles & {"amount", "goods"} and _DONATIONS.search(words):
        return "donations"
    return "programmes" if roles & {"programme", "amount"} else "pairs"


def write_mapping(mapping: Mapping) -> str:
    """The mapping as TOML, with every head beside its column for the person who checks it."""
    lines = [
        "# bangfu table: 列对照，请核对后保存为 <文件名>.map.toml，与表格放在一起。",
        "# The columns of a roster; check it and keep it beside the file as <file name>.map.toml.",
        f"basis = {_quoted(mapping.basis)}",
        f"profile = {_quoted(mapping.profile)}",
    ]
    for table in mapping.tables:
        first, last = (row + 1 for row in table.head_rows)
        lines += [
            "",
            "[[table]]",
            f"sheet = {_quoted(table.sheet)}",
            f"kind = {_quoted(table.kind)}",
        ]
        lines += [f"heads = [{first}, {last}]", "[table.columns]"]
        for column in sorted({*table.heads, *table.roles}):
            head = " ".join(table.heads.get(column, "").split())
            lines.append(
                f"{letters(column)} = {_quoted(table.roles.get(column, ''))}  # {head}".rstrip(" #")
            )
        lines.append("[table.defaults]")
        lines += [f"{name} = {_quoted(value)}" for name, value in sorted(table.defaults.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: what JSON writes is one, but for DEL, which TOML bars."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_mapping(path: Path) -> Mapping:
    """The mapping in the file at `path`. TableError names what in it is not understood."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        given = tomllib.loads(text)
    except OSError:
        raise TableError("table.map-missing", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError("table.map-broken", path=path, why=" ".join(str(error).split())) from None
    tables = given.get("table")
    profile = given.get("profile", "internal")
    if not isinstance(tables, list) or not tables:
        raise TableError("table.map-word", path=path, word="[[table]]")
    if profile not in PROFILES:
        raise TableError("table.map-word", path=path, word=f"profile = {profile}")
    return Mapping(
        tables=tuple(_table(one, path) for one in tables),
        basis=str(given.get("basis", "")),
        profile=profile,
        by_hand=True,
    )


def _table(given: object, path: Path) -> Columns:
    def refuse(word: object) -> TableError:
        return TableError("table.map-word", path=path, word=" ".join(str(word).split())[:80])

    if not isinstance(given, dict):
        raise refuse(given)
    kind, heads = given.get("kind"), given.get("heads")
    columns, defaults = given.get("columns", {}), given.get("defaults", {})
    if kind not in KINDS:
        raise refuse(f"kind = {kind}")
    if (
        not isinstance(heads, list)
        or len(heads) != 2
        or not all(type(row) is int and row >= 1 for row in heads)
        or heads[0] > heads[1]
    ):
        raise refuse(f"heads = {heads}")
    roles: dict[int, str] = {}
    for name, role in columns.items() if isinstance(columns, dict) else ():
        if role not in ROLES | {""} or not re.fullmatch("[A-Z]{1,3}", name):
            raise refuse(f"{name} = {role}")
        if role:
            roles[_column(name)] = role
    if not roles:
        raise refuse("[table.columns]")
    for name, value in defaults.items() if isinstance(defaults, dict) else ():
        if name not in DEFAULTS or not isinstance(value, str):
            raise refuse(f"{name} = {value}")
        if name in ("since", "until") and dates_of(value).since is None:
            raise refuse(f"{name} = {value}")
    return Columns(
        sheet=str(given.get("sheet", "")),
        kind=kind,
        head_rows=(heads[0] - 1, heads[1] - 1),
        roles=roles,
        defaults={name: bare(value) for name, value in defaults.items()},
    )


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1
