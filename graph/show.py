"""How answers, sources and findings are laid out in a terminal or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..ontology.messages import Lang, say
from ..ontology.nt import Triple, value
from .console import delimited, print_json, print_table, remark
from .notes import notes_of
from .store import Rows, SourceRow, Store
from .store import sources as all_sources

if TYPE_CHECKING:
    from .ask import Answer, Question
    from .checking import StoreFinding

__all__ = [
    "answer_csv",
    "show_answer",
    "show_findings",
    "show_questions",
    "show_report",
    "show_rows",
    "show_sources",
]


def show_sources(store: Store, lang: Lang, *, as_json: bool) -> None:
    """Every source with the number of its facts and notes."""
    rows = all_sources(store)
    if as_json:
        print_json(sources=[asdict(row) for row in rows])
        return
    if not rows:
        remark(say("cli.no-sources", lang))
        return
    heads = [
        say(f"cli.head-{name}", lang)
        for name in ("address", "title", "issued", "publisher", "facts", "notes")
    ]
    print_table(
        heads,
        [
            (row.address, row.title, row.issued, row.publisher, str(row.facts), str(row.notes))
            for row in rows
        ],
    )


def show_report(store: Store, source: SourceRow, lang: Lang, *, as_json: bool) -> None:
    """What was cut, repaired and not understood in one source."""
    notes = notes_of(store, source.iri)
    if as_json:
        print_json(source=asdict(source), notes=[asdict(note) for note in notes])
        return
    remark(f"{source.address}  {source.title or ''}")
    heads = [say(f"cli.head-{name}", lang) for name in ("kind", "reason", "quote")]
    print_table(
        heads,
        [
            (say(f"reader.kind-{note.kind}", lang), say(f"reader.{note.reason}", lang), note.quote)
            for note in notes
        ],
    )


def show_questions(questions: Sequence[Question], lang: Lang, *, as_json: bool) -> None:
    """Every named question by group, with its number, title, parameters and an example."""
    from .question import GROUPS

    ordered = sorted(questions, key=lambda one: (GROUPS.index(one.group), one.number, one.name))
    if as_json:
        print_json(questions=[asdict(question) for question in ordered])
        return
    heads = [say("asking.head-number", lang)]
    heads += [say(f"cli.head-{name}", lang) for name in ("name", "title", "parameters")]
    heads.append(say("asking.head-example", lang))
    rows: list[tuple[str, ...]] = []
    for place, question in enumerate(ordered):
        if not place or question.group != ordered[place - 1].group:
            rows.append(("", "", f"— {say(f'asking.group-{question.group}', lang)} —", "", ""))
        rows.append(
            (
                str(question.number or ""),
                question.name,
                question.title[lang],
                ", ".join(
                    f"[{one.label[lang]}]" if one.optional else one.label[lang]
                    for one in question.parameters
                ),
                " ".join(question.example),
            )
        )
    print_table(heads, rows)


def show_answer(answer: Answer, lang: Lang, form: str = "table", *, as_json: bool = False) -> None:
    """The rows of an answer and its coverage line; as JSON its passages, too.

    `form` is table, json, csv or tsv; beside the last two the coverage line goes to stderr.
    """
    from .ask import cells, coverage_line

    if as_json or form == "json":
        print_json(
            question=answer.question.name,
            arguments=[asdict(argument) for argument in answer.arguments],
            options=dict(answer.options),
            columns=list(answer.columns),
            rows=[dict(zip(answer.columns, row, strict=True)) for row in answer.rows],
            passages={
                fact: [asdict(one) for one in some] for fact, some in answer.passages.items()
            },
            coverage=asdict(answer.coverage),
            coverage_line=coverage_line(answer, lang),
        )
        return
    if form in ("csv", "tsv"):
        sys.stdout.write(answer_csv(answer, lang, "," if form == "csv" else "\t"))
        remark(coverage_line(answer, lang))
        return
    shown = [place for place, name in enumerate(answer.columns) if name != "fact"]
    if answer.rows:
        print_table(
            [answer.question.column(answer.columns[place], lang) for place in shown],
            [[row[place] for place in shown] for row in cells(answer, lang)],
        )
    sys.stdout.write(coverage_line(answer, lang) + "\n")


def answer_csv(answer: Answer, lang: Lang, mark: str = ",") -> str:
    """The rows of an answer as CSV (or TSV) text, with the IRIs of their facts."""
    from .ask import cells

    heads = [answer.question.column(name, lang) for name in answer.columns]
    return delimited(heads, cells(answer, lang), mark)


def show_rows(found: Rows | Sequence[Triple], form: str) -> None:
    """The result of a SPARQL query as a table, JSON, CSV or TSV; triples as three columns."""
    columns = found.columns if isinstance(found, Rows) else ("subject", "predicate", "object")
    rows = found.rows if isinstance(found, Rows) else found
    cells = [[None if cell is None else value(cell) for cell in row] for row in rows]
    if form == "json":
        print_json(
            columns=list(columns), rows=[dict(zip(columns, row, strict=True)) for row in cells]
        )
    elif form == "table":
        print_table(columns, cells)
    else:
        sys.stdout.write(delimited(columns, cells, "," if form == "csv" else "\t"))


def show_findings(
    store: Store, findings: Sequence[StoreFinding], lang: Lang, *, as_json: bool
) -> int:
    """Every finding with its source and passage; gives the number of violations."""
    count = {
        severity: sum(one.finding.severity == severity for one in findings)
        for severity in ("violation", "warning", "info")
    }
    if as_json:
        print_json(findings=[asdict(one) for one in findings], **count)
        return count["violation"]
    if findings:
        heads = [
            say(f"cli.head-{name}", lang) for name in ("severity", "address", "message", "quote")
        ]
        print_table(
            heads,
            [
                (
                    say(f"cli.severity-{one.finding.severity}", lang),
                    one.address,
                    one.finding.message_zh if lang == "zh" else one.finding.message_en,
                    one.quote,
                )
                for one in findings
            ],
        )
    remark(
        say(
            "cli.checked",
            lang,
            sources=len(all_sources(store)),
            violations=count["violation"],
            warnings=count["warning"],
            infos=count["info"],
        )
    )
    return count["violation"]
