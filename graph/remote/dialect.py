"""Queries as Virtuoso 7 understands them: the same meaning, around three faults of its own.

Measured with 7.2.5: text constants beyond ASCII spoil what they are joined with, unless they come
from a literal with a language; such a separator of GROUP_CONCAT comes out as "?"; and CONCAT and
comparisons in COALESCE pass over what is not bound, where they must have no value. The text shown
to users is never this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["for_virtuoso"]

_TOKEN: Final = re.compile(
    r"""<[^<>"{}|^`\\\s]*>
      | "(?:[^"\\\n]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^\S+?(?=[\s,;()}]))?
      | '(?:[^'\\\n]|\\.)*'(?:@[A-Za-z0-9-]+|\^\^\S+?(?=[\s,;()}]))?
      | \#[^\n]*
      | [?$]?[A-Za-z_][A-Za-z0-9_:.-]*
      | \s+ | .""",
    re.VERBOSE | re.DOTALL,
)
_NOTHING: Final = "?bangfuNothing"
"""A variable that no query binds."""
_MARK: Final = "\\u001F"
_GUARDED: Final = frozenset(("COALESCE", "IF", "BOUND", "EXISTS"))
"""What copes with variables that are not bound."""

Node = str | list["Node"]


def for_virtuoso(query: str) -> str:
    """The query that gives on Virtuoso what `query` means."""
    nodes = _read(iter(_TOKEN.findall(query)))
    return "".join(_written(nodes, expression=False))


def _read(tokens: Iterator[str]) -> list[Node]:
    """Tokens as a tree: what stands between brackets is a list, the brackets with it."""
    found: list[Node] = []
    for token in tokens:
        if token in ("(", "{"):
            found.append([token, *_read(tokens)])
        else:
            found.append(token)
            if token in (")", "}"):
                return found
    return found


def _written(nodes: list[Node], *, expression: bool) -> Iterator[str]:
    values, place = False, 0
    while place < len(nodes):
        node, after = nodes[place], nodes[place + 1] if place + 1 < len(nodes) else ""
        place += 1
        if isinstance(node, str):
            named = node.upper()
            if isinstance(after, list) and named in _WRITERS:
                yield _WRITERS[named](node, after)
                place += 1
            else:
                yield _constant(node) if expression else node
            values = values or named == "VALUES"
        elif values:
            yield _raw(node)
            values = node[0] != "{"
        else:
            yield "".join(_written(node, expression=node[0] == "("))


def _constant(token: str) -> str:
    """A text beyond ASCII as what Virtuoso holds in its tables."""
    quoted = token[0] in "\"'" and token[-1] == token[0] and len(token) > 1
    return f"STR({token}@zh)" if quoted and not token.isascii() else token


def _concat(name: str, node: list[Node]) -> str:
    text = name + "".join(_written(node, expression=True))
    found = set(_variables(node))
    if not found or _AGGREGATE.search(_raw(node)):
        return text
    bound = " && ".join(f"BOUND({one})" for one in sorted(found))
    return f"IF({bound}, {text}, {_NOTHING})"


def _grouped(name: str, node: list[Node]) -> str:
    words = [one.upper() if isinstance(one, str) else "" for one in node]
    if "SEPARATOR" in words:
        start = words.index("SEPARATOR")
        for place in range(start, len(node)):
            token = node[place]
            if isinstance(token, str) and token[0] in "\"'" and not token.isascii():
                marked = [*node[:place], f'"{_MARK}"', *node[place + 1 :]]
                text = name + "".join(_written(marked, expression=True))
                return f'REPLACE({text}, "{_MARK}", {_constant(token)})'
    return name + "".join(_written(node, expression=True))


def _coalesced(name: str, node: list[Node]) -> str:
    """Comparisons in it get no value from what is not bound."""
    written: list[str] = []
    for part in _split(node[1:-1]):
        text = "".join(_written(part, expression=True))
        compares = any(one in ("<", ">", "=") for one in part) and "|" not in part
        bound = " && ".join(f"BOUND({one})" for one in sorted(set(_variables(part))))
        written.append(f"IF({bound}, {text}, {_NOTHING})" if compares and bound else text)
    return f"{name}({','.join(written)})"


def _split(nodes: list[Node]) -> Iterator[list[Node]]:
    """What stands between commas."""
    part: list[Node] = []
    for node in nodes:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


_WRITERS: Final = {"CONCAT": _concat, "GROUP_CONCAT": _grouped, "COALESCE": _coalesced}
_AGGREGATE: Final = re.compile(r"\b(?:COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\b", re.IGNORECASE)


def _variables(nodes: list[Node]) -> Iterator[str]:
    """The variables that must be bound for the whole to have a value."""
    word = ""
    for node in nodes:
        if isinstance(node, list):
            if word not in _GUARDED:
                yield from _variables(node)
        elif node.strip():
            word = node.upper()
            if node[0] in "?$" and len(node) > 1:
                yield "?" + node[1:]


def _raw(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(_raw, node))
