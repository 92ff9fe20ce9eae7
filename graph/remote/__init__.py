"""Stores on servers: any that speaks SPARQL 1.1 Protocol and Graph Store Protocol.

The store itself is :class:`.store.Remote`; it is imported where a server is opened, since the HTTP
client takes long to import and most runs have no use for it.
"""

from .address import Address, base_of, connected, is_remote, is_url, read_address

__all__ = ["Address", "base_of", "connected", "is_remote", "is_url", "read_address"]
