"""Write docs/questions.md from the questions themselves: ``python .ci/docs/questions.py``."""

from __future__ import annotations

from pathlib import Path

from bangfu.graph.question import Question, questions

PAGE = Path(__file__).resolve().parents[2] / "docs" / "questions.md"
HEAD = """# The named questions 命名的问题

`bangfu ask NAME …` answers each with its passages and what was searched; `bangfu ask 谁在帮扶旺苍`
finds the question by free words; `bangfu ask --list` shows the parameters. In Python:
`ask(store, "NAME", …)`. A question in SPARQL gives the same rows in any SPARQL 1.1 engine
(`question_sparql`); one marked “walked” is computed on the network in Python.

This table is written by `.ci/docs/questions.py`.

| no. | name | question | 问题 | takes | |
| --- | --- | --- | --- | --- | --- |
"""


def row(one: Question) -> str:
    """One line of the table."""
    takes = ", ".join(f"[{p.label['en']}]" if p.optional else p.label["en"] for p in one.parameters)
    how = "" if one.shape == "table" else "walked"
    number = str(one.number) if one.number else ""
    return (
        f"| {number} | `{one.name}` | {one.title['en']} | {one.title['zh']} | {takes} | {how} |\n"
    )


def page() -> str:
    """The whole page, by number, the unnumbered last."""
    listed = sorted(questions(), key=lambda one: (not one.number, one.number or 0, one.name))
    return HEAD + "".join(row(one) for one in listed)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
