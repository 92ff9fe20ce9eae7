"""Commands that show pages: the server, and dossiers to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...ontology.errors import QueryError
from ...ontology.messages import say
from ..console import remark
from ..options import DEFAULT_PROFILE, DEFAULT_STORE, LANG, Force, InLang, InProfile, Quiet, StoreAt
from ..profile import Profile
from .app import app

__all__ = ["dossier", "serve"]


@app.command("serve", help=say("serve.help", LANG))
def serve(
    store: StoreAt = DEFAULT_STORE,
    host: Annotated[str, typer.Option("--host", help=say("serve.opt-host", LANG))] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=say("serve.opt-port", LANG))
    ] = 8766,
    profile: Annotated[
        Profile | None,
        typer.Option("--profile", envvar="BANGFU_PROFILE", help=say("serve.opt-profile", LANG)),
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--name", help=say("serve.opt-name", LANG))
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help=say("serve.opt-timeout", LANG))
    ] = 10.0,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help=say("serve.opt-workers", LANG))
    ] = 2,
    opened: Annotated[bool, typer.Option("--open", help=say("serve.opt-open", LANG))] = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Serve pages and a SPARQL endpoint until interrupted."""
    from ..serve.limits import Limits
    from ..serve.run import loopback, serve_store

    if not loopback(host) and profile is None:
        raise QueryError("serve.no-profile", host=host)
    shown = profile or DEFAULT_PROFILE
    limits = Limits(seconds=timeout, queries=workers + 1, pages=workers)

    def ready(address: str) -> None:
        remark(say("serve.ready", lang, address=address, profile=shown), quiet=quiet)
        if not loopback(host):
            remark(say(f"serve.means-{shown}", lang, host=host), quiet=quiet)
        if opened:
            typer.launch(address)

    serve_store(store, shown, host, port, limits, names=names or (), lang=lang, ready=ready)


@app.command("dossier", help=say("dossier.help", LANG))
def dossier(
    entity: Annotated[str, typer.Argument(help=say("dossier.arg-entity", LANG))],
    out: Annotated[Path, typer.Option("--out", "-o", help=say("dossier.opt-out", LANG))] = Path(
        "dossier.html"
    ),
    store: StoreAt = DEFAULT_STORE,
    profile: InProfile = DEFAULT_PROFILE,
    force: Force = False,
    quiet: Quiet = False,
    lang: InLang = LANG,
) -> None:
    """Write a dossier."""
    from ..dossier import write_dossier
    from ..keep import reading

    with reading(store, profile) as keep:
        write_dossier(keep, entity, out, lang=lang, force=force)
    remark(say("dossier.written", lang, path=out), quiet=quiet)
