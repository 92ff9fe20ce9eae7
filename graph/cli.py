"""The command ``bangfu``. Exit codes: 0 done, 1 fault, 2 bad input, 3 partly done.

The one file that knows all rooms. Heavy imports stand inside the commands, so that ``--help`` is
quick.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..ontology.errors import BangfuError, QueryError, SourceError
from ..ontology.messages import say
from .console import language, print_json, remark, track, utf8

if TYPE_CHECKING:
    from .clusters import Refusal

__all__ = ["app", "main"]

LANG = language(sys.argv[1:])


def _help(key: str) -> str:
    return say(f"cli.{key}", LANG)


app = typer.Typer(
    name="bangfu",
    help=_help("about"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoreAt = Annotated[Path, typer.Option("--store", envvar="BANGFU_STORE", help=_help("opt-store"))]
InLang = Annotated[
    str, typer.Option("--lang", help=_help("opt-lang"), callback=lambda lang: _known(lang))
]
AsJson = Annotated[bool, typer.Option("--json", help=_help("opt-json"))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_help("opt-quiet"))]
Force = Annotated[bool, typer.Option("--force", help=_help("opt-force"))]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help=_help("arg-paths"))]
DEFAULT_STORE = Path("bangfu.db")
LEVELS = ("body", "county", "prefecture", "province")
DETAIL_LIMIT = 600
"""Above so many nodes a page opens aggregated (measured: a redraw takes over 20 ms)."""


@app.command("load", help=_help("load"))
def load(
    paths: Paths,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Read every file and put what it says into the store, one transaction a source."""
    from ..loaders import load as read
    from .keep import writing
    from .store import Change, put

    files, failures = _files(paths)
    base = store.resolve().parent
    counts = dict.fromkeys(Change, 0)
    facts = 0
    with ExitStack() as opened:
        keep = None
        for path in track(files, "cli.reading", LANG, quiet=quiet):
            try:
                reading = read(path, base)
            except BangfuError as error:
                failures.append(error)
                continue
            # Not before something was read: a failed load leaves no empty store behind
            keep = keep or opened.enter_context(writing(store, tell=_refused))
            counts[put(keep, reading)] += 1
            facts += len(reading.facts)
    told = {
        "added": counts[Change.ADDED],
        "replaced": counts[Change.REPLACED],
        "unchanged": counts[Change.UNCHANGED],
        "facts": facts,
        "store": str(store),
    }
    if as_json:
        print_json(**told, failed=[error.told(LANG) for error in failures])
    elif keep is not None:
        remark(say("cli.loaded", LANG, **told), quiet=quiet)
    _partly(failures, done=sum(counts.values()))


@app.command("extract", help=_help("extract"))
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help=_help("opt-out"))],
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write one ``<stem>.pred.json`` for each article."""
    import json

    from ..loaders import load as read
    from ..loaders.extract import as_prediction

    files, failures = _files(paths)
    written = 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path in track(files, "cli.reading", LANG, quiet=quiet):
            try:
                found = as_prediction(read(path, Path.cwd()))
            except BangfuError as error:
                failures.append(error)
                continue
            text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
            (out / f"{path.stem}.pred.json").write_text(text, encoding="utf-8", newline="\n")
            written += 1
    except OSError as error:
        raise SourceError("cli.unwritable", path=out, reason=error.strerror) from error
    if written:
        remark(say("cli.extracted", LANG, count=written, out=out), quiet=quiet)
    _partly(failures, done=written)


@app.command("sources", help=_help("sources"))
def sources(
    report: Annotated[str | None, typer.Option("--report", help=_help("opt-report"))] = None,
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


@app.command("remove", help=_help("remove"))
def remove(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=_help("arg-source"))],
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


@app.command("ask", help=_help("ask"))
def ask(
    question: Annotated[str | None, typer.Argument(help=_help("arg-question"))] = None,
    values: Annotated[list[str] | None, typer.Argument(help=_help("arg-values"))] = None,
    listing: Annotated[bool, typer.Option("--list", help=_help("opt-list"))] = False,
    planned: Annotated[bool, typer.Option("--planned", help=_help("opt-planned"))] = False,
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


@app.command("sparql", help=_help("sparql"))
def sparql(
    query: Annotated[str, typer.Argument(help=_help("arg-query"))],
    form: Annotated[str, typer.Option("--format", help=_help("opt-format"))] = "table",
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Run a query over the union of all graphs; the result never changes the store."""
    from .guard import sparql as answer
    from .keep import query_text, reading
    from .show import show_rows

    form = _among("json" if as_json else form, ("table", "json", "csv", "tsv"), "cli.format")
    with reading(store) as keep:
        show_rows(answer(keep, query_text(query)), form)


@app.command("draw", help=_help("draw"))
def draw(
    entity: Annotated[str | None, typer.Argument(help=_help("arg-entity"))] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help=_help("opt-out"))] = Path("bangfu.html"),
    level: Annotated[str | None, typer.Option("--level", help=_help("opt-level"))] = None,
    force: Force = False,
    opened: Annotated[bool, typer.Option("--open", help=_help("opt-open"))] = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the page."""
    from .drawing import draw_page
    from .keep import reading

    if level is not None:
        _among(level, LEVELS, "cli.level")
    with reading(store) as keep:
        drawn = draw_page(
            keep, entity, out, level=level, limit=DETAIL_LIMIT, lang=LANG, force=force
        )
    if drawn.aggregated:
        remark(say("cli.aggregated", LANG, limit=DETAIL_LIMIT, level=drawn.level), quiet=quiet)
    remark(say("cli.drawn", LANG, path=out, nodes=drawn.nodes, edges=drawn.edges), quiet=quiet)
    if opened:
        typer.launch(str(out.resolve()))


@app.command("check", help=_help("check"))
def check(store: StoreAt = DEFAULT_STORE, as_json: AsJson = False, lang: InLang = LANG) -> None:
    """Validate the store; exit code 3 when a shape is violated."""
    from .checking import check_store
    from .keep import reading
    from .show import show_findings

    with reading(store) as keep:
        violations = show_findings(keep, check_store(keep), LANG, as_json=as_json)
    if violations:
        raise typer.Exit(3)


@app.command("export", help=_help("export"))
def export(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=_help("opt-out"))] = None,
    form: Annotated[str, typer.Option("--format", help=_help("opt-format"))] = "nquads",
    with_text: Annotated[bool, typer.Option("--with-text", help=_help("opt-text"))] = False,
    force: Force = False,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write the store in a standard format, to a file or to standard output."""
    from .export import FORMATS
    from .export import export as write
    from .keep import reading

    _among(form, tuple(FORMATS), "cli.format")
    if out is not None and out.exists() and not force:
        raise SourceError("cli.exists", path=out)
    with reading(store) as keep:
        write(keep, form, sys.stdout.buffer if out is None else out, with_text=with_text)
    if out is not None:
        remark(say("cli.exported", LANG, path=out), quiet=quiet)


@app.command("demo", help=_help("demo"))
def demo(
    out: Annotated[Path | None, typer.Option("--out", "-o", help=_help("opt-out"))] = None,
    lang: InLang = LANG,
) -> None:
    """Load the shipped sample into a temporary store, ask, and draw."""
    import os
    import tempfile

    from ..loaders import find_files, sample_folder
    from ..loaders import load as read
    from .ask import ask as answer
    from .drawing import draw_page
    from .keep import writing
    from .show import show_answer
    from .store import put

    asked = "马边彝族自治县"
    folder = Path(tempfile.mkdtemp(prefix="bangfu-demo-"))
    with sample_folder() as sample, writing(folder / "bangfu.db") as keep:
        for path in find_files([sample]):
            put(keep, read(path, sample))
    page = out or folder / "bangfu.html"
    from .keep import reading

    with reading(folder / "bangfu.db") as keep:
        remark(say("cli.demo-asked", LANG, name=asked))
        show_answer(answer(keep, "who-helps", asked, lang=LANG), LANG, as_json=False)
        drawn = draw_page(keep, None, page, level=None, limit=DETAIL_LIMIT, lang=LANG, force=True)
    remark(say("cli.drawn", LANG, path=page, nodes=drawn.nodes, edges=drawn.edges))
    remark(say("cli.demo-next", LANG))
    if os.environ.get("DISPLAY") or sys.platform in ("win32", "darwin"):
        typer.launch(str(page))


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help=_help("opt-version"))] = False,
) -> None:
    """Show the version."""
    if version:
        from importlib.metadata import version as installed

        sys.stdout.write(installed("bangfu") + "\n")
        raise typer.Exit


def _refused(refusal: Refusal) -> None:
    """Two things that would be one, had no judgement said otherwise."""
    remark(refusal.told(LANG))


def _known(lang: str) -> str:
    """Refuse a language that there is no table of strings for; the choice itself is LANG's."""
    if lang not in ("zh", "en"):
        raise QueryError("cli.lang", given=lang)
    return lang


def _among(value: str, known: tuple[str, ...], key: str) -> str:
    """The value, if it is one of the known ones."""
    if value not in known:
        raise QueryError(key, **{key.removeprefix("cli."): value}, known=", ".join(known))
    return value


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
