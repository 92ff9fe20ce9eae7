"""HTML → the text of the story, every character with its place in the source of the page."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from ...later import later
from .spans import Edit, Page, edited

Cut = tuple[int, int]

_QUOTED = r"\"[^\"<]*+(?:<[^\"<]*+){0,2}\"|'[^'<]*+(?:<[^'<]*+){0,2}'"
# Every part is bounded at the next "<", or by a number, so that tags never closed cost no more
# than the rest of the page.
_TOKEN = later(
    r"<!--.*?(?:-->|\Z)|<![^<>]*>|<\?[^<>]*>"
    rf"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)(?P<rest>(?:[^<>\"']++|{_QUOTED}){{0,80}}+)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)"
    r"|(?P<space>\s+)",
    re.DOTALL,
)
_WRAP = later(r"[\u3400-\u9fff，、；：“（]\s+(?=[\u3400-\u9fff“（])")
_VOID = frozenset(
    re.split(r"\s+", "area base br col embed hr img input link meta source track wbr")
)
_BLOCK = frozenset(
    re.split(
        r"\s+",
        "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p "
        "pre section table tbody td tfoot th thead title tr ul",
    )
)
_OUTSIDE = frozenset(
    re.split(
        r"\s+",
        "script style noscript template svg nav aside footer form iframe select button object head "
        "title",
    )
)
_NAMED = later(r"""(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_OUTSIDE_NAME = later(
    r"""(?<![a-z])
    (?:nav|menu|footer|breadcrumbs?|crumbs?|share|sharebar|related?|recommend|sidebar|comments?|
       copyright|pagination|prevnext|toolbar|hot(?:news|list)?|ranking|ads?|advert|guanggao|qrcode)(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_LEFT_TAG = later(
    r"<title>[^<\n]*</title>|</?(?:p|br|div|span|a|b|i|u|strong|em|font|img|h[1-6]|section|article|center|"
    r"title|table|tr|td|th|tbody|ul|ol|li|rp|rt|ruby|button|small|sup|sub|label|input|script|style|iframe|video|"
    r"source|figure|main|header|footer|nav|html|body|head|meta|link|o:p)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = later(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DOCUMENT = later(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)

_TRUSTED = 3
"""Ends of paragraphs that a text must have before its line breaks mean nothing."""

DEEPEST = 250
"""Elements within elements; more is a broken page, on which Resiliparse takes quadratic time."""

_LEAST = 0.3
"""A main text shorter than this share of the page's text is not trusted."""


def is_html(text: str) -> bool:
    """Whether `text` is a page's source, not merely a text with a few tags left in it."""
    return _DOCUMENT.search(text, 0, 4000) is not None


def _named_outside(attributes: str) -> bool:
    """Whether a class or id of an element says that it is no part of the story."""
    return any(
        _OUTSIDE_NAME.search(found[1] or found[2] or found[3] or "")
        for found in _NAMED.finditer(attributes)
    )


def _outside_zones(text: str) -> tuple[list[Edit], list[Cut], int]:
    """Tags, entities and white space as edits, the zones outside the story, and their depth."""
    edits: list[Edit] = []
    zones: list[Cut] = []
    stack: list[str] = []
    opened: Counter[str] = Counter()
    depth = 0
    zone: tuple[int, int] | None = None
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if found["space"]:
            broken = "\n" in found[0] and _WRAP.match(text, start - 1) is not None
            edits.append((start, end, "" if broken else " "))
        elif found["entity"]:
            edits.append((start, end, unescape(found["entity"])))
        elif found["name"] is None:
            edits.append((start, end, ""))
        else:
            name = found["name"].lower()
            edits.append((start, end, "\n" if name in _BLOCK else ""))
            if name in _VOID or found[0].endswith("/>"):
                continue
            if not found["close"]:
                stack.append(name)
                opened[name] += 1
                depth = max(depth, len(stack))
                outside = name in _OUTSIDE or _named_outside(found["rest"])
                if zone is None and outside and name not in ("body", "html", "main", "article"):
                    zone = (len(stack), start)
            elif opened[name]:
                while True:
                    last = stack.pop()
                    opened[last] -= 1
                    if last == name:
                        break
                if zone is not None and len(stack) < zone[0]:
                    zones.append((zone[1], end))
                    zone = None
    if zone is not None:
        zones.append((zone[1], len(text)))
    return edits, zones, depth


def _squeezed(text: str) -> str:
    return "".join(text.split())


def without_markup(page: Page) -> tuple[Page, list[Cut]]:
    """The story of a page of HTML, one block a line, and the zones of `page.text` left out.

    Blocks that Resiliparse's main-content extraction does not have are left out too, if what it
    gives is a good part of the page.
    """
    edits, zones, depth = _outside_zones(page.text)
    merged: list[Edit] = []
    zone_at = 0
    for edit in edits:
        while zone_at < len(zones) and zones[zone_at][1] <= edit[0]:
            merged.append((*zones[zone_at], "\n"))
            zone_at += 1
        if zone_at == len(zones) or edit[1] <= zones[zone_at][0]:
            merged.append(edit)
    merged += [(*zone, "\n") for zone in zones[zone_at:]]
    body = edited(page, merged)
    cuts = [zone for zone in zones if page.text[slice(*zone)].strip()]
    if depth > DEEPEST:
        return body, cuts
    from resiliparse.extract.html2text import extract_plain_text  # only pages of HTML need it

    main = _squeezed(extract_plain_text(page.text, main_content=True, list_bullets=False))
    if len(main) < _LEAST * len(_squeezed(body.text)):
        return body, cuts
    dropped: list[Edit] = []
    at = 0
    inner: list[Cut] = []
    for line in body.text.split("\n"):
        squeezed = _squeezed(line)
        if squeezed and squeezed[:40] not in main:
            dropped.append((at, at + len(line), ""))
            inner.append(body.raw_span(at, at + len(line)))
        at += len(line) + 1
    back = {raw: i for i, raw in enumerate(page.starts)}
    cuts += [(back.get(low, low), back.get(high, len(page.text))) for low, high in inner]
    return edited(body, dropped), sorted(cuts)


_PARAGRAPH_END = later(r"</p>|\n\s*\n", re.IGNORECASE)
_BREAK_WITHIN = later(r"(?<=[^\n]{25})(?<=[^\s>。！？；：.!?;:])\n(?=[^\s<【\[（(·])")


def _breaks_within(text: str) -> list[Edit]:
    """Line breaks inside the paragraphs of a text in which their ends, </p>, are left."""
    if len(re.findall("</p>", text, re.IGNORECASE)) < _TRUSTED:
        return []
    edits: list[Edit] = []
    at = 0
    for end in _PARAGRAPH_END.finditer(text):
        if end[0].startswith("<"):
            edits += [
                (*found.span(), "") for found in _BREAK_WITHIN.finditer(text, at, end.start())
            ]
        at = end.end()
    return edits


def without_left_tags(page: Page) -> tuple[Page, list[Edit]]:
    """A text with the tags and entities that a crawler left in it taken out, and those.

    Only tags that pages have are taken for tags: 《落实<国家方案>的通知》 stays. Within ``<p>`` and
    up to ``</p>`` a line break of the source is no paragraph's end.
    """
    text = page.text
    if "<" not in text and "&" not in text:
        return page, []
    edits: list[Edit] = []
    for found in _LEFT_TAG.finditer(text):
        name = re.sub(r"[^a-z0-9]", "", found[0].lower().split(">")[0].split()[0])
        edits.append((*found.span(), "\n" if name in _BLOCK else ""))
    edits += [
        (*found.span(), unescape(found[0]))
        for found in _ENTITY.finditer(text)
        if unescape(found[0]) != found[0]
    ]
    edits = sorted(edits + _breaks_within(text))
    return edited(page, edits), edits
