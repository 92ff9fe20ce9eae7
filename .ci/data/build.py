"""The reference tables of the package, built from the files in which they were compiled.

    python .ci/data/build.py FOLDER [--out loaders/data] [--drop WORD]

FOLDER holds ``divisions.csv``, ``division_changes.csv``, ``townships.csv``, ``universities.csv``,
``pairs.csv`` and ``key_counties.csv`` (what they are and where they come from:
``loaders/data/SOURCES.md``). Each is checked as a whole before anything is written: codes are known
and unique, parents exist, years are years. ``--drop`` leaves out the pairs that have WORD in any
cell. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

Row = dict[str, str]
LEVELS = ("province", "prefecture", "county", "functional")
INTO = {
    "divisions.csv": "divisions.csv",
    "division_changes.csv": "division_changes.csv",
    "townships.csv": "townships.csv",
    "universities.csv": "universities.csv",
    "pairs.csv": "reference/pairs.csv",
    "key_counties.csv": "reference/key_counties.csv",
}
"""File as compiled → where it stands in the package."""


def read(path: Path) -> list[Row]:
    """The rows of a table; every row must have all columns, and the table at least one row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    short = [n for n, row in enumerate(rows, start=2) if None in row or None in row.values()]
    if short or not rows:
        raise ValueError(f"{path.name}: line {short[0] if short else 1}: cells are missing")
    return rows


def text_of(rows: list[Row]) -> str:
    """The table as it is written: LF, quoted only where it must be."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def faults(tables: dict[str, list[Row]]) -> Iterable[str]:
    """What is wrong with the tables, one line each."""
    codes = {row["adcode"]: row for row in tables["divisions.csv"]}
    if len(codes) != len(tables["divisions.csv"]):
        yield "divisions.csv: a code stands twice"
    for code, row in codes.items():
        local = code.startswith("F")
        if not (local or (len(code) == 6 and code.isascii() and code.isdigit())):
            yield f"divisions.csv: {code} is no code"
        if row["level"] not in LEVELS:
            yield f"divisions.csv: {code} has no level"
        if (row["level"] == "province") != (not row["parent_adcode"]):
            yield f"divisions.csv: {code}: only a province has no parent"
        if row["parent_adcode"] and row["parent_adcode"] not in codes:
            yield f"divisions.csv: {code}: there is no parent {row['parent_adcode']}"
    for name, column in (
        ("division_changes.csv", "adcode"),
        ("townships.csv", "adcode"),
        ("universities.csv", "province_adcode"),
        ("pairs.csv", "recipient_adcode"),
        ("pairs.csv", "helper_adcode"),
        ("key_counties.csv", "adcode"),
    ):
        for row in tables[name]:
            if row[column] not in codes and (row[column] or column != "helper_adcode"):
                yield f"{name}: {column} {row[column]!r} is no division"
    counties = [row["adcode"] for row in tables["townships.csv"]]
    if len(set(counties)) != len(counties):
        yield "townships.csv: a county stands twice"
    for row in tables["townships.csv"]:
        names = row["names"].split()
        if not names or len(set(names)) != len(names):
            yield f"townships.csv: {row['adcode']}: no township, or one that stands twice"
    for name, columns in (("division_changes.csv", ("year",)), ("pairs.csv", ("since", "until"))):
        for row in tables[name]:
            for column in columns:
                cell = row[column]
                if not (cell.isdigit() and len(cell) == 4) and (cell or column == "year"):
                    yield f"{name}: {column} {cell!r} is no year"


def main(arguments: list[str] | None = None) -> int:
    """Build, or say what is wrong: exit code 2, and nothing is written."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("loaders/data"))
    parser.add_argument("--drop", default="")
    told = parser.parse_args(arguments)
    try:
        tables = {name: read(told.folder / name) for name in INTO}
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if told.drop:
        pairs = tables["pairs.csv"]
        tables["pairs.csv"] = [
            row for row in pairs if not any(told.drop in v for v in row.values())
        ]
    wrong = sorted(faults(tables))
    if wrong:
        sys.stderr.write("\n".join(wrong) + "\n")
        return 2
    for name, into in INTO.items():
        path = told.out / into
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(tables[name]), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}: {len(tables[name])}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
