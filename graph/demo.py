"""The walk through everything: a store, an answer, a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..ontology.errors import BangfuError
from ..ontology.messages import Lang, say
from ..ontology.records import Reading
from .ask import ask
from .console import remark
from .drawing import draw_page
from .intake import put_all
from .keep import reading
from .options import DETAIL_LIMIT
from .show import show_answer

__all__ = ["walk"]


def walk(
    readings: Iterable[Reading | BangfuError], store: Path, page: Path, asked: str, lang: Lang
) -> None:
    """Put the readings into `store`, ask who helps the place `asked`, draw `page`; tell of each."""
    put_all(store, readings)
    with reading(store) as keep:
        remark(say("cli.demo-asked", lang, name=asked))
        show_answer(ask(keep, "who-helps", asked, lang=lang), lang, as_json=False)
        drawn = draw_page(keep, None, page, level=None, limit=DETAIL_LIMIT, lang=lang, force=True)
    remark(say("cli.drawn", lang, path=page, nodes=drawn.nodes, edges=drawn.edges))
    remark(say("cli.demo-next", lang))
