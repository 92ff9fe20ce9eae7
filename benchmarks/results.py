"""What was measured, as one table in Markdown, and how each cost grows, as a plot."""

from __future__ import annotations

import json
from math import log
from pathlib import Path
from typing import Any

__all__ = ["exponent", "write_results"]


def write_results(out: Path) -> None:
    """Write ``results.md`` and, where matplotlib is there, ``growth.png`` from the JSON."""
    found = sorted(
        (json.loads(file.read_text(encoding="utf-8")) for file in out.glob("[0-9]*.json")),
        key=lambda one: one["facts"],
    )
    grown = _grown(found)
    lines = ["# Measured", ""]
    lines += [
        "Cost of each work: wall time, processor time, and how many times the processor time",
        "of a peer in the same run; below 1 is cheaper than the peer. A load beyond the number of",
        "cores is other work on the machine: wall times are longer then than for the work alone.",
        "Made by `python -m benchmarks --facts …`.",
        "",
    ]
    for one in found:
        lines += [f"## {one['facts']:,} facts", ""]
        versions = ", ".join(" ".join(pair) for pair in one["versions"].items())
        lines += [
            f"{one['machine']}, load {one['load']} meanwhile; {versions}; "
            f"{one['peak_mb']} MB at most.",
            "",
        ]
        lines += ["| work | time | processor | × pyoxigraph | × rdflib | × others | |"]
        lines += ["| --- | ---: | ---: | ---: | ---: | ---: | --- |"]
        for row in one["rows"]:
            peers = dict(row["peers"])
            cells = [row["name"], _time(row["wall"]), _time(row["cpu"])]
            cells += [_ratio(row, peers.pop(name, 0)) for name in ("pyoxigraph", "rdflib")]
            cells += [" ".join(f"{_ratio(row, peer)} {name}" for name, peer in peers.items())]
            lines += ["| " + " | ".join([*cells, row["note"].replace("|", "/")]) + " |"]
        lines += [""]
    if len(found) > 1:
        lines += [
            "## How costs grow",
            "",
            "Processor time ∝ facts^k, by least squares of the logarithms:",
            "",
        ]
        lines += ["| work | k |", "| --- | ---: |"]
        lines += [f"| {name} | {exponent(points):.2f} |" for name, points in grown.items()]
        lines += ["", "![growth](growth.png)", ""]
        _plot(grown, out / "growth.png")
    (out / "results.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")


def exponent(points: list[tuple[float, float]]) -> float:
    """The k of time ∝ size^k that fits best."""
    xs, ys = zip(*((log(size), log(time)) for size, time in points), strict=True)
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def _grown(found: list[dict[str, Any]]) -> dict[str, list[tuple[float, float]]]:
    """Each work that was measured at all sizes and depends on them, with its times."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for one in found:
        for row in one["rows"]:
            # processor time: what else the machine does hardly counts in it
            if row["cpu"] > 0 and not row["name"].startswith(("reader", "bulk", "put", "server")):
                rows.setdefault(row["name"], []).append((one["facts"], row["cpu"]))
    return {name: points for name, points in rows.items() if len(points) == len(found)}


def _plot(grown: dict[str, list[tuple[float, float]]], path: Path) -> None:
    try:
        import matplotlib as mpl
    except ImportError:
        return
    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(10, 9), dpi=110)
    for name, points in sorted(grown.items(), key=lambda one: -one[1][-1][1]):
        label = f"{name} (k = {exponent(points):.2f})"
        axes.plot(*zip(*points, strict=True), marker="o", linewidth=1, markersize=3, label=label)
    axes.set(xscale="log", yscale="log", xlabel="facts", ylabel="processor seconds")
    axes.grid(alpha=0.3)
    axes.legend(fontsize=6, loc="center left", bbox_to_anchor=(1, 0.5))
    figure.savefig(path, bbox_inches="tight", metadata={"Software": None})
    plt.close(figure)


def _time(seconds: float) -> str:
    if not seconds:
        return "–"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _ratio(row: dict[str, Any], peer: float) -> str:
    return f"{row['cpu'] / peer:.2f}" if peer and row["cpu"] else ""
