"""Where a remote store is, kept in a folder of this machine.

``bangfu --store https://host/sparql`` works on a folder as every other store does. It holds
``remote.json`` (addresses, never a password) and the marks that a local store's folder holds too;
beside it stand the judgements, corrections, suppressions and the log, as they stand beside a local
store. So every command takes a folder, whatever is behind it.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ...ontology.errors import StoreError
from ..wholefile import drafted

__all__ = ["Address", "base_of", "connected", "is_remote", "is_url", "read_address", "state_home"]

_META: Final = "remote.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a server answers queries, and where it takes updates and graphs, if that was told."""

    query: str
    update: str | None = None
    graph_store: str | None = None


def is_url(text: str) -> bool:
    """Whether `text` names a server, not a folder."""
    return text.lower().startswith(("http://", "https://"))


def is_remote(path: Path) -> bool:
    """Whether the folder `path` stands for a store on a server."""
    return (path / _META).is_file()


def connected(
    url: str,
    *,
    update: str | None = None,
    graph_store: str | None = None,
    work: Path | None = None,
) -> Path:
    """The folder that stands for the server which answers queries at `url`; made if there is none.

    It lies in `work`, or in the user's folder of states. Addresses told once are remembered. Raises
    StoreError for what is no address, and for one with a password in it.
    """
    for one in (url, update, graph_store):
        if one is not None:
            _verify(one)
    name = _name(url)
    folder = (work or state_home() / name) / f"{name}.remote"
    try:
        known = read_address(folder) if is_remote(folder) else Address(query=url)
        told = Address(
            query=url,
            update=update or known.update,
            graph_store=graph_store or known.graph_store,
        )
        if told != known or not is_remote(folder):
            folder.mkdir(parents=True, exist_ok=True)
            with drafted(folder / _META) as draft:
                draft.write_text(json.dumps(asdict(told), indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise StoreError("remote.no-work", path=folder, reason=error.strerror) from error
    return folder


def read_address(path: Path) -> Address:
    """What the folder `path` stands for. Raises StoreError if that cannot be read."""
    file = path / _META
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        found = Address(**said)
        _verify(found.query)
    except (OSError, ValueError, TypeError) as error:
        raise StoreError("remote.meta", path=file) from error
    return found


def base_of(path: Path) -> Path:
    """The folder that addresses of sources count from: the one in which the store lies.

    For a server without a ``--work`` folder it is the current one: its own lies out of the way.
    """
    folder = path.resolve()
    if is_remote(folder) and folder.is_relative_to(state_home().resolve()):
        return Path.cwd()
    return folder.parent


def state_home() -> Path:
    """Where what belongs to servers is kept when ``--work`` does not say."""
    told = os.environ.get("XDG_STATE_HOME", "")
    return (Path(told) if told else Path.home() / ".local" / "state") / "bangfu"


def _name(url: str) -> str:
    host = urlsplit(url).hostname or ""
    return f"{host.replace(':', '-')}-{sha256(url.encode()).hexdigest()[:8]}"


def _verify(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not is_url(url) or not host or parts.query or parts.fragment:
        raise StoreError("remote.address", url=url)
    if parts.username is not None or parts.password is not None:
        raise StoreError("remote.password-in-address", host=host)
