"""Which schools are universities: by the national list, or by the ending of their names."""

from __future__ import annotations

from ....ontology.records import Kind, Mention
from ...suffixes import universities

__all__ = ["is_college", "is_listed_university"]


def is_college(name: str) -> bool:
    """Whether the name is that of a university or college, and not of a school attached to one."""
    return name.endswith(("大学", "学院")) and "附属" not in name


def is_listed_university(mention: Mention) -> bool:
    """Whether the mention is a university or college of the national list, in full."""
    return mention.kind is Kind.SCHOOL and mention.name in universities()
