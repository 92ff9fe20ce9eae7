"""Texts for one language or both."""

from bangfu.graph.extras import in_both


def test_a_text_serves_both_languages() -> None:
    assert in_both("甲") == {"zh": "甲", "en": "甲"}
    assert in_both({"zh": "甲", "en": "a"}) == {"zh": "甲", "en": "a"}
    assert in_both({"zh": "甲"}) == {"zh": "甲", "en": "甲"}
