"""Commands that bring sources in, list them and take them out."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import BangfuError, SourceError
from ...ontology.messages import say
from ..console import print_json, print_table, remark, track
from ..options import (
    DEFAULT_PROFILE,
    DEFAULT_STORE,
    LANG,
    AllowMarked,
    AsJson,
    Force,
    InLang,
    InProfile,
    Jobs,
    Paths,
    Quiet,
    StoreAt,
    help_of,
)
from .app import app, files_of, partly
from .executors import PATIENCE, Executor, Patience, Scheduler, workers
from .keeping import Left, keep_all, rdf_graphs

__all__ = ["extract", "load", "load_reference", "remove", "sources", "table"]


@app.command("load", help=help_of("load"))
def load(
    paths: Paths,
    basis: Annotated[str | None, typer.Option("--basis", help=help_of("opt-basis"))] = None,
    mapping: Annotated[Path | None, typer.Option("--mapping", help=help_of("opt-mapping"))] = None,
    marked: AllowMarked = False,
    store: StoreAt = DEFAULT_STORE,
    jobs: Jobs = 1,
    executor: Executor = "local",
    scheduler: Scheduler = None,
    patience: Patience = PATIENCE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Read every file and put what it says into the store, one transaction a source."""
    from ...loaders.batch import load_all
    from ...loaders.rdf_parse import FORMATS
    from ..remote import base_of

    files, failures = files_of(paths, lang)
    base = base_of(store)
    rdf = [path for path in files if path.suffix.lower() in FORMATS]
    pages = [path for path in files if path not in set(rdf)]
    left = Left()
    with workers(executor, scheduler, jobs, files[0], patience) as cluster:
        read = load_all(
            [path.resolve() for path in pages] if cluster else pages,
            base,
            jobs,
            basis,
            allow_marked=marked,
            cluster=cluster,
            patience=patience,
        )
        found = chain((one for _, one in read), rdf_graphs(rdf, base, mapping, left))
        shown = track(found, len(files), "cli.reading", lang, quiet=quiet)
        keep_all(store, shown, failures, left, lang, as_json=as_json, quiet=quiet)


@app.command("extract", help=help_of("extract"))
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help=help_of("opt-out"))],
    explain: Annotated[bool, typer.Option("--explain", help=help_of("opt-explain"))] = False,
    marked: AllowMarked = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write one ``<stem>.pred.json`` for each article, and pages that explain it if wanted."""
    from ...loaders.batch import load_all
    from ...loaders.extract import write_prediction

    files, failures = files_of(paths, lang)
    written = 0
    stems: Counter[str] = Counter()
    try:
        out.mkdir(parents=True, exist_ok=True)
        found = load_all(files, Path.cwd(), jobs, allow_marked=marked)
        for path, reading in track(found, len(files), "cli.reading", lang, quiet=quiet):
            if isinstance(reading, BangfuError):
                failures.append(reading)
                continue
            stems[path.stem] += 1
            # A file of many articles, or a second file of the same name, gets numbers
            stem = path.stem if stems[path.stem] == 1 else f"{path.stem}-{stems[path.stem]}"
            write_prediction(reading, out, stem, explain=lang if explain else None)
            written += 1
    except OSError as error:
        raise SourceError("cli.unwritable", path=out, reason=error.strerror) from error
    if written:
        remark(say("cli.extracted", lang, count=written, out=out), quiet=quiet)
    partly(failures, lang, done=written)


@app.command("sources", help=help_of("sources"))
def sources(
    report: Annotated[str | None, typer.Option("--report", help=help_of("opt-report"))] = None,
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """List the sources, or what was cut and not understood in one of them."""
    from ..keep import find_source, reading
    from ..show import show_report, show_sources

    with reading(store, profile) as keep:
        if report is not None:
            show_report(keep, find_source(keep, report), lang, as_json=as_json)
        else:
            show_sources(keep, lang, as_json=as_json)


@app.command("remove", help=help_of("remove"))
def remove(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=help_of("arg-source"))],
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Remove a source and what only it said."""
    from ..keep import find_source, writing

    with writing(store, create=False) as keep:
        found = find_source(keep, source)
        keep.remove(found.iri)
    remark(say("cli.removed", lang, address=found.address), quiet=quiet)


@app.command("load-reference", help=help_of("load-reference"))
def load_reference(
    lists: Annotated[list[Path] | None, typer.Option("--list", help=help_of("opt-target"))] = None,
    store: StoreAt = DEFAULT_STORE,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Load divisions, arranged pairs, universities and target lists as reference sources."""
    from ...loaders.reference_graphs import reference_graphs
    from ...loaders.target_triples import target_triples
    from ...loaders.targets import read_target_list
    from ..keep import writing

    failures: list[BangfuError] = []
    own = []
    for path in lists or ():
        try:
            own.append(target_triples(read_target_list(path)))
        except BangfuError as error:
            failures.append(error)
    count = 0
    with writing(store) as keep:
        for graph in reference_graphs():
            keep.put(graph.source, graph.triples)
            count += 1
        for source, triples in own:
            keep.put(source, triples)
            count += 1
    remark(say("cli.reference-loaded", lang, count=count, store=store), quiet=quiet)
    partly(failures, lang, done=count)


@app.command("table", help=help_of("table"))
def table(
    path: Annotated[Path, typer.Argument(metavar="FILE", help=help_of("arg-roster"))],
    propose: Annotated[bool, typer.Option("--propose", help=help_of("opt-propose"))] = False,
    mapping: Annotated[Path | None, typer.Option("--map", help=help_of("opt-map"))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help=help_of("opt-out"))] = None,
    annotated: Annotated[Path | None, typer.Option("--annotate", help=help_of("opt-copy"))] = None,
    force: Force = False,
    as_json: AsJson = False,
    lang: InLang = LANG,
) -> None:
    """Propose how a roster's columns are read, or list what is doubtful in its rows."""
    from ...loaders.table import check_roster, propose_mapping
    from ...loaders.tables.annotate import annotate
    from ...loaders.tables.findings import HEADS, findings_table
    from ...loaders.tables.mapping import read_mapping, write_mapping

    for target in (out, annotated):
        if target is not None and target.exists() and not force:
            raise SourceError("cli.exists", path=target)
    if propose:
        text = write_mapping(propose_mapping(path))
        if out is None:
            sys.stdout.write(text)
        else:
            out.write_text(text, encoding="utf-8", newline="\n")
        return
    findings = check_roster(path, mapping=read_mapping(mapping) if mapping else None)
    rows = findings_table(findings, lang)
    if as_json:
        print_json(findings=[dict(zip(HEADS[lang], row, strict=True)) for row in rows])
    elif rows:
        print_table(HEADS[lang], rows)
    if annotated is not None:
        annotate(path, findings, annotated, lang)
    remark(say("cli.table-checked", lang, path=path, count=len(rows)))
    if rows:
        raise typer.Exit(3)
