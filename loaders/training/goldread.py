"""The project's own articles with their gold, and which mention is which entity of the gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...ontology.records import Kind, Mention
from ..news.people.names import fold_dots

__all__ = ["FOLDERS", "Ids", "gold_articles", "ids_of"]

FOLDERS = ("gold/own", "gold/news", "gold/press", "gold/train", "tellings/read")
"""The folders of the tests whose articles the models of persons, pairs and stays learn from.

`gold/pages` is not among them: its articles tell of help and of stays over many sentences, and
models that had learned from them read less on real pages. They are there to measure on.
"""

_TYPES = {
    Kind.PLACE: "Place",
    Kind.SCHOOL: "School",
    Kind.INSTITUTION: "Institution",
    Kind.PERSON: "Person",
}
_BODIES = ("School", "Institution")


@dataclass(frozen=True, slots=True)
class Ids:
    """Type and name (or "code" and adcode) of every entity of an article's gold → its id."""

    known: dict[tuple[str, str], str]

    def of(self, mention: Mention, text: str) -> str | None:
        """The id of a mention in `text`; None for what the gold does not know.

        The gold may call an institution what is read as a school, and the reverse.
        """
        if mention.kind is Kind.PLACE and ("code", mention.key) in self.known:
            return self.known["code", mention.key]
        own = _TYPES.get(mention.kind, "")
        types = sorted(_BODIES, key=lambda one: one != own) if own in _BODIES else [own]
        for name in (mention.name, text[mention.start : mention.end]):
            for type_ in types:
                if (type_, fold_dots(name)) in self.known:
                    return self.known[type_, fold_dots(name)]
        return None


def ids_of(gold: dict[str, Any]) -> Ids:
    """The ids of the entities of a gold file's content."""
    known: dict[tuple[str, str], str] = {}
    for entity in gold["entities"]:
        for name in (entity["name"], *entity.get("aliases", ())):
            known.setdefault((entity["type"], fold_dots(name)), entity["id"])
        if entity.get("adcode"):
            known["code", entity["adcode"]] = entity["id"]
    return Ids(known)


def gold_articles(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each article of `folder` with its gold (``name.txt`` beside ``name.gold.json``), sorted."""
    for path in sorted(folder.rglob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        article = next(p for p in sorted(path.parent.glob(f"{stem}.*")) if p != path)
        yield article, json.loads(path.read_text(encoding="utf-8"))
