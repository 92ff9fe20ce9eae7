"""The server: pages on everything, the named questions as forms, and a SPARQL endpoint."""

from __future__ import annotations

from .limits import Limits

__all__ = ["Limits"]
