"""Codes."""

from enum import StrEnum

import pytest

from bangfu.ontology import enums, records


@pytest.mark.parametrize("name", enums.__all__)
def test_codes_are_ascii_words_and_the_records_pass_them_on(name: str) -> None:
    codes = getattr(enums, name)
    assert issubclass(codes, StrEnum)
    assert all(code.value.isascii() and code.value.isalnum() for code in codes)
    assert getattr(records, name) is codes
