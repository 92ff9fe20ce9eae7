"""Reading the help of a marked text: what tests of the room `assistance` share."""

from __future__ import annotations

from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance, told_by_rules
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Assistance, Mention


def help_of(text: str) -> tuple[Assistance[Mention], ...]:
    """The facts of help in a text with its sides marked."""
    plain, mentions = marked(text)
    return find_assistance(from_text(plain), mentions)[0]


def pairs_of(text: str) -> list[tuple[str, str, str]]:
    """Helper, recipient and kind of what the patterns read, whatever a trained model thinks."""
    plain, mentions = marked(text)
    claims = told_by_rules(from_text(plain), mentions).page.claims
    claims = sorted(claims, key=lambda c: (c.inferred, c.end - c.start, c.start, c.rule))
    told = ((c.helper.name, c.recipient.name, c.modality.value) for c in claims)
    return list(dict.fromkeys(told))


def ends_of(text: str) -> set[tuple[str, str]]:
    """Helper and recipient of each pair that the patterns read."""
    return {(helper, recipient) for helper, recipient, _ in pairs_of(text)}
