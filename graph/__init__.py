"""What follows: the store, its questions, the network and the pages.

>>> from bangfu.graph import open_store
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .opened import Opened, open_store

__all__ = ["Opened", "open_store"]


def __getattr__(name: str) -> object:
    """The names of the door, fetched when first asked for: a command needs none of them."""
    if name in __all__:
        from . import opened

        return getattr(opened, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
