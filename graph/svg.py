"""The flow as a plain SVG picture: what a notebook shows where scripts may not run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

__all__ = ["INK", "svg"]

INK: Mapping[str, str] = {
    "pairing": "#0072B2",
    "secondment": "#E69F00",
    "management": "#B8400A",
    "training": "#009E73",
    "teaching": "#56B4E9",
    "funding": "#7A3B6B",
    "other": "#6B7280",
}
"""One hue for each modality; told apart under red-green blindness because lightness differs."""

_SIDE = {"h": ("#1d4e79", "#eaf1f8"), "r": ("#9c4a1a", "#faeee6")}
_FONTS = "PingFang SC,Microsoft YaHei,Noto Sans CJK SC,Source Han Sans SC,sans-serif"
_MARGIN, _HEAD = 24.0, 44.0


def svg(
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    columns: Sequence[Sequence[Any]],
    *,
    title: str,
    empty: str,
) -> str:
    """`nodes` and `edges` as :mod:`.pagedata` gives them, with headings and the same geometry.

    `empty` stands in the picture when there are no nodes. All text is escaped.
    """
    right = max((one["x"] + one["d"]["w"] / 2 for one in nodes), default=400.0)
    low = max((one["y"] + one["d"]["h"] / 2 for one in nodes), default=60.0)
    width, height = right + 2 * _MARGIN, low + _HEAD + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.1f} {height:.1f}" font-family="{_FONTS}" role="img">',
        f"<title>{_text(title)}</title>",
        f'<rect width="{width:.1f}" height="{height:.1f}" fill="#ffffff"/>',
        f'<g transform="translate({_MARGIN} {_HEAD})">',
    ]
    if not nodes:
        parts.append(f'<text x="0" y="30" font-size="15" fill="#444">{_text(empty)}</text>')
    for key, middle, wide, count, name in columns:
        parts.append(
            f'<rect x="{middle - wide / 2 - 10:.1f}" y="-8" width="{wide + 20:.1f}" '
            f'height="{low + 16:.1f}" rx="10" fill="{_SIDE[key[0]][1]}" opacity="0.55"/>'
            f'<text x="{middle:.1f}" y="-20" text-anchor="middle" font-size="13" '
            f'font-weight="600" fill="{_SIDE[key[0]][0]}">{_text(name)} {count}</text>'
        )
    places = {one["id"]: one for one in nodes}
    for one in nodes:
        if one["d"].get("p") in places:
            ends = sorted((one, places[one["d"]["p"]]), key=lambda node: float(node["x"]))
            parts.append(
                f'<path d="{_curve(ends[0], ends[1], 0, 0)}" fill="none" '
                f'stroke="{_SIDE[one["d"]["c"][0]][0]}" stroke-opacity="0.35"/>'
            )
    for one in sorted(edges, key=lambda edge: -float(edge["d"]["w"])):
        d = one["d"]
        dashed = ' stroke-dasharray="5 4"' if d["q"] < 0.8 or d.get("t") == "planned" else ""
        curve = _curve(places[one["from"]], places[one["to"]], *d["y"])
        parts.append(
            f'<path d="{curve}" fill="none" stroke="{INK.get(d["m"], INK["other"])}" '
            f'stroke-width="{d["w"]}" stroke-opacity="0.75"{dashed}/>'
        )
    parts.extend(_pill(one) for one in nodes)
    parts.append("</g></svg>")
    return "\n".join(parts)


def _curve(start: Mapping[str, Any], end: Mapping[str, Any], leaves: float, meets: float) -> str:
    x1, y1 = start["x"] + start["d"]["w"] / 2, start["y"] + leaves
    x2, y2 = end["x"] - end["d"]["w"] / 2, end["y"] + meets
    bend = (x2 - x1) / 2
    return f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"


def _pill(one: Mapping[str, Any]) -> str:
    d = one["d"]
    ink, paper = _SIDE[d["c"][0]]
    solid = d["c"].endswith(".province")
    round_ = d["h"] / 2 if d["c"].endswith((".school", ".person")) else 4.0
    return (
        f'<g><title>{_text(d["n"])}</title><rect x="{one["x"] - d["w"] / 2:.1f}" '
        f'y="{one["y"] - d["h"] / 2:.1f}" width="{d["w"]}" height="{d["h"]}" '
        f'rx="{min(round_, 14.0)}" fill="{ink if solid else paper}" stroke="{ink}"/>'
        f'<text x="{one["x"]:.1f}" y="{one["y"]:.1f}" dy="0.36em" text-anchor="middle" '
        f'font-size="{d["t"]:g}" fill="{"#ffffff" if solid else "#1f2933"}">'
        f"{_text(one['label'])}</text></g>"
    )


def _text(value: object) -> str:
    """Escaped, without control characters, which XML cannot hold or which turn the writing."""
    return escape("".join(one for one in str(value) if one.isprintable()))
