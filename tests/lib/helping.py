"""Reading the help of a marked text: what tests of the room `assistance` share."""

from __future__ import annotations

from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Assistance, Mention


def help_of(text: str) -> tuple[Assistance[Mention], ...]:
    """The facts of help in a text with its sides marked."""
    plain, mentions = marked(text)
    return find_assistance(from_text(plain), mentions)[0]


def pairs_of(text: str) -> list[tuple[str, str, str]]:
    """Helper, recipient and kind of help of each fact."""
    return [(f.helper.name, f.recipient.name, f.modality.value) for f in help_of(text)]


def ends_of(text: str) -> set[tuple[str, str]]:
    """Helper and recipient of each fact."""
    return {(helper, recipient) for helper, recipient, _ in pairs_of(text)}
