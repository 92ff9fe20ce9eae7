"""A network as one HTML file that needs nothing else, by way of pyvis.

pyvis's Network carries nodes, edges and options; its template, file writer and ``show()`` are not
used, because they load from other hosts, write in the machine's encoding and do not escape.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.errors import DrawError
from ..ontology.messages import Lang, say
from . import pagedata
from .evidence import Passage
from .extras import Extras, Told, in_both
from .layout import layout
from .svg import svg
from .wholefile import write_whole

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

__all__ = ["LIMIT", "Picture", "draw", "html", "show", "write"]

LIMIT = 2500
"""More nodes than this make a page that nobody can read and browsers redraw slowly."""

_SCRIPTS = (
    *(
        "model.js",
        "events.js",
        "levels.js",
        "scene.js",
        "routes.js",
        "flow.js",
        "network.js",
        "timeline.js",
    ),
    *("map.js", "panel.js", "table.js", "search.js", "filters.js", "save.js", "story.js"),
    "page.js",
)


def draw(
    network: nx.MultiDiGraph[str],
    passages: Mapping[str, tuple[Passage, ...]],
    *,
    title: Told,
    lang: Lang = "zh",
    focus: str | None = None,
    coverage: Told = "",
    extras: Extras | None = None,
) -> Network:
    """`network` laid out as a flow, with the `passages` of its facts, ready for :func:`write`.

    `focus` is the IRI of a node that the page opens at (nothing is selected if the network lacks
    it); `coverage` is the line that says what was searched; `extras` are what else it shows.
    Raises :class:`DrawError` for a network of more than :data:`LIMIT` nodes.
    """
    if network.number_of_nodes() > LIMIT:
        raise DrawError("page.too-many", count=network.number_of_nodes(), limit=LIMIT)
    from jinja2 import Environment, FunctionLoader
    from pyvis.network import Network

    drawn = layout(network)
    net = Network(directed=True, cdn_resources="in_line", heading=in_both(title)[lang])
    net.nodes, net.edges = pagedata.nodes(drawn, network), pagedata.edges(drawn, passages)
    net.node_ids = [node["id"] for node in net.nodes]
    net.node_map = {node["id"]: node for node in net.nodes}
    net.options = {"physics": {"enabled": False}}
    env = Environment(loader=FunctionLoader(_template), autoescape=True)
    env.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": False,
        "separators": (",", ":"),
    }
    scripts = [_template("vis-network.min.js"), _application()]
    env.globals.update(
        page=pagedata.page(
            drawn,
            network,
            passages,
            title=title,
            lang=lang,
            focus=focus,
            coverage=coverage,
            extras=extras,
        ),
        css=_template("page.css"),
        scripts=scripts,
        hashes=[_csp_hash(script) for script in scripts],
    )
    net.templateEnv, net.path = env, "page.html"
    return net


@cache
def _template(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _application() -> str:
    """Our scripts as one, in a scope of their own, without comments and indents."""
    lines = [line.strip() for name in _SCRIPTS for line in _template(name).splitlines()]
    body = "\n".join(line for line in lines if line and not line.startswith("//"))
    return f'(() => {{\n"use strict";\n{body}}})();'


def _csp_hash(script: str) -> str:
    """The script's name in the Content-Security-Policy: no other script can run in the page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def html(net: Network) -> str:
    """The page of a drawn network, as text."""
    return str(net.generate_html())


def write(net: Network, path: Path, *, force: bool = False) -> None:
    """Write the page of a drawn network to `path`: whole or not at all, UTF-8.

    Raises :class:`DrawError` if `path` exists (unless `force`) or cannot be written.
    """
    write_whole(path, html(net), force=force)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn network for a notebook: a live page over a still picture of the same layout.

    Where the notebook is not trusted the frame is taken out and the picture stays.
    """

    page: str
    still: str
    title: str
    height: int = 640

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """The forms that Jupyter, marimo and VS Code choose from."""
        image = base64.b64encode(self.still.encode()).decode()
        name = escape(self.title, quote=True)
        # no allow-same-origin: the page must not reach into the notebook
        live = (
            f'<div style="position:relative;height:{self.height}px;overflow:hidden">'
            f'<img alt="{name}" style="max-width:100%;max-height:100%" '
            f'src="data:image/svg+xml;base64,{image}">'
            f'<iframe title="{name}" sandbox="allow-scripts allow-downloads allow-popups" '
            f'style="position:absolute;inset:0;width:100%;height:{self.height}px;border:0;'
            f'background:#fff" srcdoc="{escape(self.page, quote=True)}"></iframe></div>'
        )
        return {"text/html": live, "text/plain": f"<{self.title}>"}


def show(net: Network) -> Picture:
    """A drawn network as a :class:`Picture`, which a notebook displays by itself."""
    shown: dict[str, Any] = net.templateEnv.globals["page"]
    still = svg(
        net.nodes,
        net.edges,
        [
            [*column, say(f"page.{column[0].replace('.', '-')}", shown["lang"])]
            for column in shown["columns"]
        ],
        title=shown["title"][shown["lang"]],
        empty=say("page.empty", shown["lang"]),
    )
    return Picture(page=html(net), still=still, title=shown["title"][shown["lang"]])
