"""The command ``bangfu``. Exit codes: 0 done, 1 fault, 2 bad input, 3 partly done.

The one file that knows all rooms. Heavy imports stand inside the commands, so that ``--help`` is
quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..ontology.errors import BangfuError, QueryError, SourceError
from ..ontology.messages import say
from .console import print_json, remark, track, utf8
from .options import (
    DEFAULT_STORE,
    DETAIL_LIMIT,
    LANG,
    LEVELS,
    AsJson,
    Force,
    InLang,
    Jobs,
    Paths,
    Quiet,
    StoreAt,
    among,
    help_of,
)

__all__ = ["app", "main"]

PAGE = Path("bangfu.html")
app = typer.Typer(
    name="bangfu",
    help=help_of("about"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command("load", help=help_of("load"))
def load(
    paths: Paths,
    store: StoreAt = DEFAULT_STORE,
    jobs: Jobs = 1,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Read every file and put what it says into the store, one transaction a source."""
    from ..loaders.batch import load_all
    from .intake import put_all

    files, failures = _files(paths)
    found = load_all(files, store.resolve().parent, jobs)
    shown = track((one for _, one in found), len(files), "cli.reading", LANG, quiet=quiet)
    loaded = put_all(store, shown, lambda refusal: remark(refusal.told(LANG)))
    failures.extend(loaded.failures)
    told = {
        "added": loaded.added,
        "replaced": loaded.replaced,
        "unchanged": loaded.unchanged,
        "facts": loaded.facts,
        "store": str(store),
    }
    if as_json:
        print_json(**told, failed=[error.told(LANG) for error in failures])
    elif loaded.sources:
        remark(say("cli.loaded", LANG, **told), quiet=quiet)
    _partly(failures, done=loaded.sources)


@app.command("extract", help=help_of("extract"))
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help=help_of("opt-out"))],
    explain: Annotated[bool, typer.Option("--explain", help=help_of("opt-explain"))] = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write one ``<stem>.pred.json`` for each article, and pages that explain it if wanted."""
    from ..loaders.batch import load_all
    from ..loaders.extract import write_prediction

    files, failures = _files(paths)
    written = 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        found = load_all(files, Path.cwd(), jobs)
        for path, reading in track(found, len(files), "cli.reading", LANG, quiet=quiet):
            if isinstance(reading, BangfuError):
                failures.append(reading)
                continue
            write_prediction(reading, out, path.stem, explain=LANG if explain else None)
            written += 1
    except OSError as error:
        raise SourceError("cli.unwritable", path=out, reason=error.strerror) from error
    if written:
        remark(say("cli.extracted", LANG, count=written, out=out), quiet=quiet)
    _partly(failures, done=written)


@app.command("sources", help=help_of("sources"))
def sources(
    report: Annotated[str | None, typer.Option("--report", help=help_of("opt-report"))] = None,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """List the sources, or what was cut and not understood in one of them."""
    from .keep import find_source, reading
    from .show import show_report, show_sources

    with reading(store) as keep:
        if report is not None:
            show_report(keep, find_source(keep, report), LANG, as_json=as_json)
        else:
            show_sources(keep, LANG, as_json=as_json)


@app.command("remove", help=help_of("remove"))
def remove(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=help_of("arg-source"))],
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Remove a source and what only it said."""
    from .keep import find_source, writing

    with writing(store, create=False) as keep:
        found = find_source(keep, source)
        keep.remove(found.iri)
    remark(say("cli.removed", LANG, address=found.address), quiet=quiet)


@app.command("ask", help=help_of("ask"))
def ask(
    question: Annotated[str | None, typer.Argument(help=help_of("arg-question"))] = None,
    values: Annotated[list[str] | None, typer.Argument(help=help_of("arg-values"))] = None,
    listing: Annotated[bool, typer.Option("--list", help=help_of("opt-list"))] = False,
    planned: Annotated[bool, typer.Option("--planned", help=help_of("opt-planned"))] = False,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Answer a named question."""
    from .ask import ask as answer
    from .ask import questions
    from .keep import reading
    from .show import show_answer, show_questions

    if listing:
        show_questions(questions(), LANG, as_json=as_json)
        return
    if question is None:
        raise QueryError("cli.no-question")
    with reading(store) as keep:
        options = {"planned": True} if planned else {}
        found = answer(keep, question, *(values or ()), lang=LANG, **options)
        show_answer(found, LANG, as_json=as_json)


@app.command("sparql", help=help_of("sparql"))
def sparql(
    query: Annotated[str, typer.Argument(help=help_of("arg-query"))],
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "table",
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Run a query over the union of all graphs; the result never changes the store."""
    from .guard import sparql as answer
    from .keep import query_text, reading
    from .show import show_rows

    form = among("json" if as_json else form, ("table", "json", "csv", "tsv"), "cli.format")
    with reading(store) as keep:
        show_rows(answer(keep, query_text(query)), form)


@app.command("draw", help=help_of("draw"))
def draw(
    entity: Annotated[str | None, typer.Argument(help=help_of("arg-entity"))] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help=help_of("opt-out"))] = Path(
        "bangfu.html"
    ),
    level: Annotated[str | None, typer.Option("--level", help=help_of("opt-level"))] = None,
    force: Force = False,
    opened: Annotated[bool, typer.Option("--open", help=help_of("opt-open"))] = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the page."""
    from .drawing import draw_page
    from .keep import reading

    if level is not None:
        among(level, LEVELS, "cli.level")
    with reading(store) as keep:
        drawn = draw_page(
            keep, entity, out, level=level, limit=DETAIL_LIMIT, lang=LANG, force=force
        )
    if drawn.aggregated:
        remark(say("cli.aggregated", LANG, limit=DETAIL_LIMIT, level=drawn.level), quiet=quiet)
    remark(say("cli.drawn", LANG, path=out, nodes=drawn.nodes, edges=drawn.edges), quiet=quiet)
    if opened:
        typer.launch(str(out.resolve()))


@app.command("check", help=help_of("check"))
def check(store: StoreAt = DEFAULT_STORE, as_json: AsJson = False, lang: InLang = LANG) -> None:
    """Validate the store; exit code 3 when a shape is violated."""
    from .checking import check_store
    from .keep import reading
    from .show import show_findings

    with reading(store) as keep:
        violations = show_findings(keep, check_store(keep), LANG, as_json=as_json)
    if violations:
        raise typer.Exit(3)


@app.command("export", help=help_of("export"))
def export(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    form: Annotated[str, typer.Option("--format", help=help_of("opt-format"))] = "nquads",
    with_text: Annotated[bool, typer.Option("--with-text", help=help_of("opt-text"))] = False,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the store in a standard format, to a file or to standard output."""
    from .export import FORMATS
    from .export import export as write
    from .keep import reading

    among(form, tuple(FORMATS), "cli.format")
    if out is not None and out.exists() and not force:
        raise SourceError("cli.exists", path=out)
    with reading(store) as keep:
        write(keep, form, sys.stdout.buffer if out is None else out, with_text=with_text)
    if out is not None:
        remark(say("cli.exported", LANG, path=out), quiet=quiet)


@app.command("demo", help=help_of("demo"))
def demo(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    lang: InLang = LANG,
) -> None:
    """Load the shipped sample into a temporary store, ask, and draw."""
    import os
    import tempfile

    from ..loaders import find_files, sample_folder
    from ..loaders.batch import load_all
    from .demo import walk

    folder = Path(tempfile.mkdtemp(prefix="bangfu-demo-"))
    page = out or folder / "bangfu.html"
    with sample_folder() as sample:
        readings = (one for _, one in load_all(find_files([sample]), sample))
        walk(readings, folder / "bangfu.db", page, "马边彝族自治县", LANG)
    if os.environ.get("DISPLAY") or sys.platform in ("win32", "darwin"):
        typer.launch(str(page))


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help=help_of("opt-version"))] = False,
) -> None:
    """Show the version."""
    if version:
        from importlib.metadata import version as installed

        sys.stdout.write(installed("bangfu") + "\n")
        raise typer.Exit


def _files(paths: list[Path]) -> tuple[list[Path], list[BangfuError]]:
    """The files to read, and what is wrong with the paths that lead to none."""
    from ..loaders import find_files

    files: dict[Path, None] = {}
    failures: list[BangfuError] = []
    for path in paths:
        try:
            files.update(dict.fromkeys(find_files([path])))
        except BangfuError as error:
            failures.append(error)
    if not files:
        _partly(failures, done=0)
    return list(files), failures


def _partly(failures: list[BangfuError], *, done: int) -> None:
    """Say what failed: exit code 2 when nothing was done, 3 when the rest was."""
    if not failures:
        return
    for error in failures:
        remark(error.told(LANG))
    raise typer.Exit(3 if done else 2)


def main() -> None:
    """The console script. Errors of ours become one line on stderr and exit code 2."""
    utf8()
    try:
        app()
    except BangfuError as error:
        remark(error.told(LANG))
        sys.exit(2)
