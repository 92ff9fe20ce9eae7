"""What can go wrong, as one tree.

BangfuError
├── SourceError    a file, folder or page that cannot be read
├── TableError     a roster whose rows or columns cannot be understood
├── TermError      a term that the vocabulary does not have
├── StoreError     a store that is missing, in use, broken or of another version
├── JudgementError a judgement file that cannot be read
├── QueryError     a question, parameter or SPARQL text that cannot be answered
└── DrawError      a page that cannot be drawn or written

An error is a message key and values; the text comes from the one table of strings
(:mod:`.messages`), so that it can be told in Chinese and in English. The command line turns each
into one line and exit code 2; nothing else exits.
"""

from __future__ import annotations

from .messages import Lang, say


class BangfuError(Exception):
    """The root: catch this to catch everything that bangfu raises on purpose.

    `key` names a string in ``ontology/messages``; `values` fill its placeholders.
    """

    def __init__(self, key: str, **values: object) -> None:
        """Keep the key and the values; `str()` gives the English text."""
        self.key = key
        self.values = values
        super().__init__(key)

    def told(self, lang: Lang) -> str:
        """The message in `lang` ("zh" or "en"): one line, what, where, what to do."""
        return say(self.key, lang, **self.values)

    def __str__(self) -> str:
        """The English message."""
        return self.told("en")


class SourceError(BangfuError):
    """A file, folder or page that cannot be read."""


class TableError(BangfuError):
    """A roster whose rows or columns cannot be understood."""


class TermError(BangfuError):
    """A term that the vocabulary does not have."""


class StoreError(BangfuError):
    """A store that is missing, in use, broken or of another version."""


class JudgementError(BangfuError):
    """A judgement file that cannot be read."""


class QueryError(BangfuError):
    """A question, parameter or SPARQL text that cannot be answered."""


class DrawError(BangfuError):
    """A page that cannot be drawn or written."""
