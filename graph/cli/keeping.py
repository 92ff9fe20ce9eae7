"""Sources into the store, with what stayed out told at the end; and the commands built on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...ontology.errors import BangfuError
from ...ontology.graphs import SourceGraph
from ...ontology.messages import Lang, say
from ...ontology.records import Reading
from ..console import print_json, remark, track
from ..options import DEFAULT_STORE, LANG, AllowMarked, AsJson, InLang, Quiet, StoreAt, help_of
from .app import app, partly
from .executors import PATIENCE, Executor, Patience, Scheduler, workers

if TYPE_CHECKING:
    from ...loaders.project import ProjectFile
    from ...loaders.rdf import RdfReading

__all__ = ["Left", "build", "keep_all", "load_sparql", "rdf_graphs"]


@dataclass(slots=True)
class Left:
    """What stayed out of RDF sources, to be told when all is done."""

    reasons: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Source and reason → the nodes that stayed out."""
    ignored: list[tuple[str, str, int]] = field(default_factory=list)
    """File or endpoint, graph, number of statements."""

    def add(self, where: str, found: RdfReading) -> None:
        """Note what one file or endpoint left out."""
        for source, one in found.left:
            self.reasons.setdefault((source, one.reason), []).append(one.subject)
        self.ignored.extend((where, graph, count) for graph, count in found.ignored)

    def told(self, lang: Lang) -> list[str]:
        """One line for each reason and source, and for each graph passed over."""
        lines = [
            say(
                "rdf.left",
                lang,
                source=source,
                count=len(nodes),
                reason=say(f"reader.{reason}", lang),
                example=nodes[0],
            )
            for (source, reason), nodes in sorted(self.reasons.items())
        ]
        lines.extend(
            say("rdf.ignored", lang, path=where, graph=graph, count=count)
            for where, graph, count in self.ignored
        )
        return lines


def rdf_graphs(
    files: Iterable[Path], base: Path, mapping: Path | None, left: Left
) -> Iterator[SourceGraph | BangfuError]:
    """The sources in RDF files, or what is wrong with a file; `left` is added to."""
    for path in files:
        from ...loaders.rdf import read_rdf
        from ...loaders.readers import as_fault

        try:
            found = read_rdf(path, base, mapping)
        except Exception as error:
            yield as_fault(path, error)
            continue
        left.add(str(path), found)
        yield from found.graphs


def keep_all(
    store: Path,
    found: Iterable[Reading | SourceGraph | BangfuError],
    failures: list[BangfuError],
    left: Left,
    lang: Lang,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Put all that was `found` into the store, tell of it; exit code 3 if something stayed out."""
    from ..intake import put_all

    loaded = put_all(store, found, lambda refusal: remark(refusal.told(lang)))
    failures.extend(loaded.failures)
    told = {
        "added": loaded.added,
        "replaced": loaded.replaced,
        "unchanged": loaded.unchanged,
        "facts": loaded.facts,
        "store": str(store),
    }
    if as_json:
        failed = [error.told(lang) for error in failures]
        print_json(**told, failed=failed, left=left.told(lang))
    elif loaded.sources:
        remark(say("cli.loaded", lang, **told), quiet=quiet)
        for line in left.told(lang):
            remark(line)
    partly(failures, lang, done=loaded.sources)
    if left.reasons:
        raise typer.Exit(3)


@app.command("load-sparql", help=help_of("load-sparql"))
def load_sparql(
    url: Annotated[str, typer.Argument(help=help_of("arg-url"))],
    query: Annotated[str, typer.Argument(help=help_of("arg-query"))],
    mapping: Annotated[Path | None, typer.Option("--mapping", help=help_of("opt-mapping"))] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=1, help=help_of("opt-timeout"))] = 60.0,
    limit: Annotated[int, typer.Option("--limit", min=1, help=help_of("opt-limit"))] = 100_000_000,
    store: StoreAt = DEFAULT_STORE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Take in what an endpoint answers to a CONSTRUCT: the one command that uses a network."""
    from ...loaders.endpoint import fetch
    from ..keep import query_text

    found = fetch(url, query_text(query), timeout=timeout, limit=limit, mapping=mapping)
    left = Left()
    left.add(url, found)
    keep_all(store, found.graphs, [], left, lang, as_json=as_json, quiet=quiet)


@app.command("build", help=help_of("build"))
def build(
    project: Annotated[Path, typer.Argument(help=help_of("arg-project"))] = Path("bangfu.toml"),
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help=help_of("opt-jobs"))
    ] = None,
    marked: AllowMarked = False,
    store: Annotated[
        Path | None, typer.Option("--store", help=say("build.opt-store", LANG))
    ] = None,
    executor: Executor = "local",
    scheduler: Scheduler = None,
    patience: Patience = PATIENCE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Make the store that a project file describes; what has not changed is not read again."""
    from ...loaders.project import project_files, read_project
    from ...loaders.project_read import read_files
    from ..build import build as make
    from ..remote import is_remote

    plan = read_project(project, store, remote=store is not None and is_remote(store))
    files, missing = project_files(plan)
    if not files:
        partly(list(missing), lang, done=0)
    known = {file.key: file for file in files}
    many = jobs or plan.jobs
    with workers(executor, scheduler, many, files[-1].path, patience) as cluster:
        built = make(
            plan.store,
            [(file.key, file.digest) for file in files],
            lambda keys: track(
                read_files(
                    [known[key] if cluster is None else _absolute(known[key]) for key in keys],
                    plan.base,
                    many,
                    allow_marked=marked,
                    cluster=cluster,
                    patience=patience,
                ),
                len(keys),
                "build.reading",
                lang,
                quiet=quiet,
            ),
            lambda refusal: remark(refusal.told(lang)),
        )
    told = {
        "read": built.read,
        "unread": built.unread,
        "added": built.added,
        "replaced": built.replaced,
        "removed": len(built.removed),
        "sources": built.sources,
        "facts": built.facts,
        "notes": built.notes,
        "store": str(plan.store),
    }
    failed = [*(error.told(lang) for error in missing), *(one.told(lang) for one in built.failures)]
    if as_json:
        print_json(**told, failed=failed, shared=list(built.shared))
    else:
        remark(say("build.done" if built.worked else "build.nothing", lang, **told), quiet=quiet)
        if built.shared:
            count, example = len(built.shared), built.shared[0]
            remark(say("build.shared", lang, count=count, example=example), quiet=quiet)
    if failed:
        remark(say("build.failed", lang, count=len(failed)))
        for line in failed:
            remark(line)
        raise typer.Exit(3)


def _absolute(file: ProjectFile) -> ProjectFile:
    """The file by the path that other machines know it by."""
    mapping = None if file.mapping is None else file.mapping.resolve()
    return replace(file, path=file.path.resolve(), mapping=mapping)
