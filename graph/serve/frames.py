"""What goes through the pipe between the server and a worker: a length, then JSON, then bytes."""

from __future__ import annotations

import json
import struct
from asyncio import IncompleteReadError, StreamReader
from collections.abc import Mapping
from typing import IO, Any, Final

__all__ = ["packed", "read", "received"]

_HEAD: Final = struct.Struct(">II")


def packed(told: Mapping[str, Any], body: bytes = b"") -> bytes:
    """`told` and `body` as one frame."""
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()
    return _HEAD.pack(len(text), len(body)) + text + body


def read(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of `stream`; None at its end, also when it ends within a frame."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    text_size, body_size = _HEAD.unpack(head)
    text, body = stream.read(text_size), stream.read(body_size)
    if len(text) < text_size or len(body) < body_size:
        return None
    return json.loads(text), body


async def received(stream: StreamReader) -> tuple[dict[str, Any], bytes] | None:
    """The same for the server's side."""
    try:
        text_size, body_size = _HEAD.unpack(await stream.readexactly(_HEAD.size))
        text = await stream.readexactly(text_size)
        return json.loads(text), await stream.readexactly(body_size)
    except IncompleteReadError:
        return None
