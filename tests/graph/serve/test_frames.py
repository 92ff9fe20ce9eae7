from __future__ import annotations

import asyncio
import io

import pytest

from bangfu.graph.serve.frames import packed, read, received

FRAMES = [({"a": "旺苍\u202e\n"}, b"\x00\xff" * 70_000), ({}, b""), ({"n": [1, None, True]}, b"x")]


def test_what_goes_in_comes_out_on_both_sides() -> None:
    text = b"".join(packed(told, body) for told, body in FRAMES)
    stream = io.BytesIO(text)
    assert [read(stream) for _ in FRAMES] == FRAMES
    assert read(stream) is None

    async def other_side() -> list[object]:
        reader = asyncio.StreamReader()
        reader.feed_data(text)
        reader.feed_eof()
        return [await received(reader) for _ in range(len(FRAMES) + 1)]

    assert asyncio.run(other_side()) == [*FRAMES, None]


@pytest.mark.parametrize("cut", [0, 3, 8, 10, -1])
def test_a_frame_that_ends_early_is_none(cut: int) -> None:
    whole = packed({"a": 1}, b"body")

    async def other_side() -> object:
        reader = asyncio.StreamReader()
        reader.feed_data(whole[:cut])
        reader.feed_eof()
        return await received(reader)

    assert read(io.BytesIO(whole[:cut])) is None
    assert asyncio.run(other_side()) is None
