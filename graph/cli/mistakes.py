"""What was typed wrongly, in the language of whoever typed it: the parser speaks English alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...ontology.messages import Lang, say

__all__ = ["mistake"]

_COMMAND = re.compile(r"No such command '(.*)'\.?")
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)\.?")


def mistake(error: Any, lang: Lang) -> str:
    """One line on an error of usage as typer raises it.

    Its classes have moved from version to version, so they are told by their names; of one that is
    not known here the parser's own words are given.
    """
    own = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
    if lang == "en":
        return own
    match type(error).__name__:
        case "NoSuchOption":
            near: Sequence[str] = error.possibilities or ()
            more = say("cli.near-options", lang, names="、".join(sorted(near))) if near else ""
            return say("cli.no-option", lang, name=error.option_name) + more
        case "MissingParameter":
            return say("cli.missing", lang, name=_name(error))
        case "BadParameter" if _name(error):
            given = " ".join(error.message.replace("Value error, ", "").split()).rstrip(".")
            return say("cli.bad-value", lang, name=_name(error), reason=given)
        case "BadOptionUsage":
            return say("cli.no-value", lang, name=error.option_name)
    if found := _COMMAND.fullmatch(error.message):
        return say("cli.no-command", lang, name=found[1])
    if found := _EXTRA.fullmatch(error.message):
        return say("cli.extra", lang, names=found[1])
    return own


def _name(error: Any) -> str:
    """The option or the argument that the error is about; "" if it does not say."""
    one = error.param
    if one is None:
        return ""
    options = [name for name in one.opts if name.startswith("-")]
    return " / ".join(options) or str(getattr(one, "metavar", None) or one.name)
