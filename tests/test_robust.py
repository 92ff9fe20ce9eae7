"""The reader takes whatever it is given: no exception, no false offset, no time without bound.

In the suite a few hundred mutated articles and the worst texts we could think of are read.
``python tests/test_robust.py 100000`` reads as many mutated articles, and the worst texts at 1 MB.
"""

import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import GOLD, SAMPLE

from bangfu.loaders.news import read
from bangfu.loaders.source import Document

MUTATED = 160
SIZE = 10_000
FACTOR = 12
"""How many times longer than in a usual article one character of a mad one may take."""
FIXED = 2.0
"""Seconds on top for any page: what the repair of garble is allowed for one page, and noise."""


@cache
def articles() -> tuple[str, ...]:
    files = [*sorted(GOLD.glob("*.txt")), *sorted(SAMPLE.glob("*.txt"))]
    return tuple(path.read_text(encoding="utf-8") for path in files)


def filled(string: str) -> Callable[[int], str]:
    return lambda size: (string * (size // len(string) + 1))[:size]


def numbered(form: str) -> Callable[[int], str]:
    """`form` again and again, each time with another number and with other characters."""

    def made(size: int) -> str:
        parts: list[str] = []
        length = 0
        while length < size:
            i = len(parts)
            parts.append(
                form.format(i=i, a=chr(0x4E00 + i % 20_000), b=chr(0x4E00 + 7 * i % 20_000))
            )
            length += len(parts[-1])
        return "".join(parts)[:size]

    return made


def shifted(size: int) -> str:
    """Chinese read one byte late from beginning to end."""
    data = "\n".join(articles()).encode("gb18030")[1:]
    return filled(data.decode("gbk", "replace").replace("\ufffd", "?"))(size)


WORST: dict[str, Callable[[int], str]] = {
    "enumeration": filled("、"),
    "names listed": numbered("张{a}{b}（旺苍县第{i}小学）、"),
    "schools listed": filled("旺苍一中、苍溪二中、"),
    "brackets nested": lambda n: "（" * (n // 2) + "）" * (n // 2),
    "brackets open": filled("(（《“「["),
    "titles nested": lambda n: "《" * (n // 2) + "》" * (n // 2),
    "quotes open": filled("他说：“"),
    "one line": lambda n: filled("".join(articles()).replace("\n", ""))(n),
    "many articles": lambda n: filled("\n".join(articles()))(n),
    "tags never closed": lambda n: "<html><body>" + filled("<div>旺")(n),
    "tags closed wrongly": lambda n: "<html><body>" + "<div>" * (n // 10) + "</p>" * (n // 8),
    "tags of all names": lambda n: "<html><body>" + numbered("<i{i}>")(n),
    "tag without end": lambda n: "<html><body><div " + filled("class=nav ")(n),
    "quotes in tags": lambda n: "<html><body>" + filled('<a "<a" ')(n),
    "comments open": lambda n: "<html><body>" + filled("<!-- <![")(n),
    "entities": filled("&amp;&#x10;&"),
    "title repeated": filled("校长"),
    "title a line": filled("校长\n"),
    "posts in a row": filled("旺苍中学校长张伟副校长李娜"),
    "secondments in a row": filled("教师张伟赴旺苍支教担任副校长"),
    "help in a row": filled("杭州市西湖区对口帮扶旺苍县，"),
    "respectively": lambda n: "杭州、宁波分别对口帮扶" + filled("旺苍县、苍溪县、")(n),
    "digits": filled("1234567890"),
    "huge number": lambda n: "共有" + "9" * n + "人参加",
    "Chinese digits": filled("一二三四五六七八九十百千万亿"),
    "days": filled("2021年3月5日"),
    "question marks": filled("?"),
    "signs of damage": filled("?；仡櫫诉^"),
    "nothing but garble": shifted,
    "readings": filled("當(dāng)?shù)亟"),
    "traditional": filled("旺蒼縣教育局對口幫扶學校乾著，"),
    "spaces": lambda n: " " * n + "旺",
    "line breaks": filled("\r\n\u2028\u0085\t"),
    "cells": filled("张伟\t旺苍中学\t校长\n"),
    "bars": filled("|旺苍中学|苍溪中学|\n"),
    "right to left": filled("旺\u202e苍\u200f县\u2066"),
    "emoji": filled("😀👩\u200d👩\u200d👧"),
    "beyond the plane": filled("\U00020000\U0002a6d6"),
    "control": filled("\x01\x02\x1b\x7f"),
    "punctuation": filled("，。！？；：、“”《》（）…—·"),
    "middle dots": filled("阿卜杜·买买提·"),
    "letters": filled("aB "),
    "one character": filled("县"),
    "places": filled("四川省广元市旺苍县"),
    "townships": numbered("{a}{b}镇"),
    "short names": numbered("旺苍县第{i}小学（以下简称“旺{i}小”）与"),
    "menus": filled("首页 > 新闻 | "),
    "related": filled("相关阅读：\n"),
    "mastheads": filled("来源：某网 作者：张三 2024-01-01\n"),
    "wrapped": numbered(
        "{i}日，某区教委副主任带队到某县某某中学开展协作送教活动，县教育局局长全程{a}\n"
    ),
    "numbered pairs": numbered("{i}.杭州第{i}中学帮扶旺苍县第{i}中学\n"),
    "events": filled("由旺苍县教育局主办、旺苍中学承办的培训在旺苍县举行。"),
    "addresses": filled("https://a.b/c?d=e&f="),
}

ODD = ("、", "（", "）", "《", "“", "”", "\u202e", "\u2028", "\x01", "😀", "\U00020000", "?", "?；",
       "<div>", "</p>", "&nbsp;", "9" * 30, "·", "校长", "\n", " ", "|", "\t", "该校", "分别", "等",
       "□", "\ufffd", "\ufeff", "㐂", "，", "。", "－－", "第", "年", "\ue001", "\ue004", "Ⓝ", "Ⓑ")  # fmt: skip


def mutated(rng: random.Random) -> str:
    """An article with one to four kinds of harm done to it."""
    text = rng.choice(articles())
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(HARMS)(text, rng) or "旺"
    return text


def _cut(text: str, rng: random.Random) -> str:
    low = rng.randrange(len(text))
    return text[low : low + rng.randrange(1, len(text) + 1)]


def _strewn(text: str, rng: random.Random) -> str:
    chars = list(text)
    for _ in range(rng.randint(1, 40)):
        chars.insert(rng.randrange(len(chars) + 1), rng.choice(ODD) * rng.choice((1, 1, 1, 30)))
    return "".join(chars)


def _bytes(text: str, rng: random.Random) -> str:
    encoding = rng.choice(("utf-8", "gb18030"))
    data = bytearray(text.encode(encoding))
    for _ in range(rng.randint(1, 60)):
        data[rng.randrange(len(data))] = rng.randrange(1, 256)
    return data.decode(encoding, "replace").replace("\x00", "")


def _lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(lines))
        match rng.randrange(4):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(at, rng.choice(lines))
            case 2:
                lines[at] = lines[at][::-1]
            case _:
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
    return "\n".join(lines)


def _joined(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice(("", " ", "\u2028", "<br>")))


def _unsaid(text: str, rng: random.Random) -> str:
    gone = rng.choice(("，", "。", "、", "，。、；：", "（）()", "“”"))
    return "".join(char for char in text if char not in gone)


def _swapped(text: str, rng: random.Random) -> str:
    other = rng.choice(articles())
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other)) :]


HARMS = (_cut, _strewn, _bytes, _lines, _joined, _unsaid, _swapped)


def checked(raw: str) -> float:
    """Seconds of CPU that reading `raw` takes; every fact and note must lie where it says."""
    data = raw.encode("utf-8", "replace")
    page = Document(address="a", name="a", sha256=hashlib.sha256(data).hexdigest(), raw=raw)
    began = time.process_time()
    reading = read(page)
    took = time.process_time() - began
    text = reading.source.text
    for fact in reading.facts:
        assert fact.evidence
        for proof in fact.evidence:
            assert text[proof.start : proof.end] == proof.quote
            assert 0 <= proof.raw_start <= proof.raw_end <= len(raw)
    for note in reading.notes:
        assert 0 <= note.raw_start <= note.raw_end <= len(raw)
        assert note.end is None or note.end <= len(text)
    return took


@cache
def usual() -> float:
    """Seconds of CPU that a character of a usual article takes, here and now."""
    some = [text for text in articles() if "?" not in text][:12]
    checked(some[0])
    return sum(map(checked, some)) / sum(map(len, some))


def allowed(raw: str) -> float:
    return FIXED + FACTOR * usual() * max(len(raw), 1000)


def within(raw: str) -> bool:
    """Whether `raw` is read in the time allowed; on a busy machine, the best of three counts."""
    return any(checked(raw) < allowed(raw) for _ in range(3))


@pytest.mark.parametrize("name", WORST)
def test_worst_texts_are_read_in_bounded_time(name: str) -> None:
    assert within(WORST[name](SIZE))


def mutants(count: int, seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    return (mutated(rng) for _ in range(count))


def test_mutated_articles_are_read() -> None:
    for number, raw in enumerate(mutants(MUTATED, seed=3)):
        try:
            in_time = within(raw)
        except Exception as error:
            raise AssertionError(f"mutant {number}: {raw[:300]!r}") from error
        assert in_time, (number, raw[:300])


def main(count: int) -> int:
    bad = 0
    # 350,000 characters of Chinese are a megabyte in UTF-8
    named = [(name, make(350_000)) for name, make in WORST.items()] if count >= 10_000 else []
    for name, raw in (*named, *((str(i), raw) for i, raw in enumerate(mutants(count, seed=count)))):
        try:
            took = checked(raw)
            wrong = "" if took < allowed(raw) else "slow"
        except Exception as error:
            took, wrong = 0.0, repr(error)
        if wrong or not name.isdigit():
            print(f"{name}: {took:.2f} s {wrong}", flush=True)
            bad += bool(wrong)
        if wrong and name.isdigit():
            Path(f"mutant-{count}-{name}.txt").write_text(raw, encoding="utf-8", newline="")
    print(f"{count} mutants, {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
