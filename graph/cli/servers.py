"""``--store`` may name a server; then ``--update``, ``--graph-store`` and ``--work`` go with it.

Every command that has ``--store`` has them, so they are added here and not in each.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, get_args

import typer

from ...ontology.messages import Lang, say
from ..remote.address import connected, is_url

__all__ = ["with_servers"]

_STORES: Final = ("store", "before", "after")
_DECIDING: Final = frozenset(("correct", "judge", "judgements", "review"))
"""Commands that look into the files of decisions before they open the store."""
_ADDED: Final = ("update", "graph_store", "work")
_KINDS: Final[dict[str, Any]] = {"update": str, "graph_store": str, "work": Path}


def with_servers(app: typer.Typer, lang: Lang) -> None:
    """Let all commands of `app` that take a store take the address of a server as well."""
    for command in app.registered_commands:
        if command.callback is not None:
            command.callback = _with_server(command.callback, lang)


def _with_server(callback: Callable[..., Any], lang: Lang) -> Callable[..., Any]:
    known = inspect.signature(callback, eval_str=True)
    stores = [name for name in _STORES if name in known.parameters]
    if not stores:
        return callback

    @functools.wraps(callback)
    def run(**given: Any) -> Any:
        update, graph_store, work = (given.pop(name) for name in _ADDED)
        for name in stores:
            if given[name] is None:
                continue
            text = str(given[name])
            if is_url(text):
                folder = connected(text, update=update, graph_store=graph_store, work=work)
                if callback.__name__ in _DECIDING:
                    from ..keep import judgements_of

                    judgements_of(folder)
                given[name] = folder
            else:
                given[name] = Path(text)
        return callback(**given)

    parameters = [_as_text(one) if one.name in stores else one for one in known.parameters.values()]
    parameters += [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                _KINDS[name] | None,
                typer.Option(
                    f"--{name.replace('_', '-')}",
                    envvar=f"BANGFU_{name.upper()}",
                    help=say(f"remote.opt-{name.replace('_', '-')}", lang),
                    rich_help_panel=say("remote.panel", lang),
                ),
            ],
        )
        for name in _ADDED
    ]
    run.__signature__ = known.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _as_text(parameter: inspect.Parameter) -> inspect.Parameter:
    """The parameter of a store as text: the address of a server is no path."""
    _, *told = get_args(parameter.annotation)
    default = parameter.default
    if default is None:
        return parameter.replace(annotation=Annotated[(str | None, *told)])
    return parameter.replace(
        annotation=Annotated[(str, *told)],
        default=default if default is inspect.Parameter.empty else str(default),
    )
