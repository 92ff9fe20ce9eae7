"""Positions for the network view: springs without chance, then room for every node.

Force-directed placement after Fruchterman and Reingold (1991) with their grid: only near nodes
push, so a round costs about as much as there are nodes. The start is a sunflower in the order of
the places, and nothing is random: the same network gives the same positions.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["spread"]

_APART = 74.0
_ROUNDS = 90
_GOLDEN = 2.399963229728653
_AHEAD = ((1, -1), (1, 0), (1, 1), (0, 1))
_CELLS = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def spread(
    nodes: Sequence[str], ties: Iterable[tuple[str, str, float]]
) -> dict[str, tuple[float, float]]:
    """A position for each of `nodes`, given in the order in which kin stand together.

    `ties` are (node, node, strength): 1 for a relation, more for what should stay close. No two
    nodes come nearer than about 30 units; relations tend to 74.
    """
    count = len(nodes)
    at = {node: number for number, node in enumerate(nodes)}
    # rounded, so that the last digit of a machine's sine cannot grow into another picture
    xs = [round(_APART * 0.8 * math.sqrt(i + 0.5) * math.cos(i * _GOLDEN), 3) for i in range(count)]
    ys = [round(_APART * 0.6 * math.sqrt(i + 0.5) * math.sin(i * _GOLDEN), 3) for i in range(count)]
    pulls: dict[tuple[int, int], float] = defaultdict(float)
    for one, other, strength in ties:
        if one in at and other in at and one != other:
            pulls[min(at[one], at[other]), max(at[one], at[other])] += strength
    pairs = sorted((a, b, min(strength, 3.0)) for (a, b), strength in pulls.items())
    rounds = _ROUNDS if count <= 800 else 40
    for turn in range(rounds):
        heat = _APART * (1.0 - turn / rounds) + 1.0
        fx, fy = _pushed(xs, ys, 1.6 * _APART)
        for a, b, strength in pairs:
            dx, dy = xs[b] - xs[a], ys[b] - ys[a]
            pull = strength * math.sqrt(dx * dx + dy * dy) / _APART * 0.5
            fx[a] += dx * pull
            fy[a] += dy * pull
            fx[b] -= dx * pull
            fy[b] -= dy * pull
        for i in range(count):
            # a weak pull to the middle keeps parts that nothing joins in one picture
            x, y = fx[i] - xs[i] * 0.35, fy[i] - ys[i] * 0.5
            size = math.sqrt(x * x + y * y)
            if size > 0.0:
                step = min(size, heat) / size
                xs[i] += x * step
                ys[i] += y * step
    for _ in range(24):
        if not _parted(xs, ys, 46.0):
            break
    return {node: (round(xs[i], 1), round(ys[i], 1)) for i, node in enumerate(nodes)}


def _grid(
    xs: Sequence[float], ys: Sequence[float], cell: float
) -> Mapping[tuple[int, int], list[int]]:
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[math.floor(x / cell), math.floor(y / cell)].append(i)
    return cells


def _pushed(xs: list[float], ys: list[float], reach: float) -> tuple[list[float], list[float]]:
    """The push on every node from those within `reach`; each pair is looked at once."""
    fx, fy = [0.0] * len(xs), [0.0] * len(ys)
    cells = _grid(xs, ys, reach)
    far, strength = reach * reach, _APART * _APART
    for (cx, cy), members in cells.items():
        ahead = [j for dx, dy in _AHEAD for j in cells.get((cx + dx, cy + dy), ())]
        for place, i in enumerate(members):
            x, y = xs[i], ys[i]
            pushed_x = pushed_y = 0.0
            for j in (*members[place + 1 :], *ahead):
                dx, dy = x - xs[j], y - ys[j]
                square = dx * dx + dy * dy
                if square >= far:
                    continue
                if square < 1.0:
                    dx, dy, square = dx + 0.1 * (i - j), dy + 0.1, 1.0
                push = strength / square
                dx *= push
                dy *= push
                pushed_x += dx
                pushed_y += dy
                fx[j] -= dx
                fy[j] -= dy
            fx[i] += pushed_x
            fy[i] += pushed_y
    return fx, fy


def _parted(xs: list[float], ys: list[float], least: float) -> bool:
    """Push apart what is nearer than `least`; says whether anything moved."""
    moved = False
    cells = _grid(xs, ys, least)
    for (cx, cy), members in list(cells.items()):
        near = [j for dx, dy in _CELLS for j in cells.get((cx + dx, cy + dy), ())]
        for i in members:
            for j in near:
                if j <= i:
                    continue
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                far = math.sqrt(dx * dx + dy * dy)
                if far >= least:
                    continue
                moved = True
                if far < 0.01:
                    dx, dy, far = 1.0, 0.0, 1.0
                shift = (least - far) / far / 2 + 0.01
                xs[i] -= dx * shift
                ys[i] -= dy * shift
                xs[j] += dx * shift
                ys[j] += dy * shift
    return moved
