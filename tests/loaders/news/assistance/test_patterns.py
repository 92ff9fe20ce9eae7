import re

from bangfu.loaders.news.assistance.patterns import rules


def test_every_rule_names_its_two_sides_and_has_words():
    assert len(rules()) >= 31
    assert len({rule.name for rule in rules()}) == len(rules())
    for rule in rules():
        groups = set(rule.pattern.groupindex)
        assert {"h", "r"} <= groups or {"a", "b"} <= groups, rule.name
        assert rule.words, rule.name
        assert 0 < rule.confidence <= 1


def test_no_sign_is_left_in_a_pattern():
    for rule in rules():
        assert not re.search(r"\{[A-Z]+\}|~\d|→\d", rule.pattern.pattern), rule.name


def test_a_gap_does_not_cross_another_side_or_a_stop():
    direct = next(rule for rule in rules() if rule.name == "direct")
    assert direct.pattern.search("\ue000对口帮扶\ue000")
    assert not direct.pattern.search("\ue000很好。对口帮扶\ue000")
    send = next(rule for rule in rules() if rule.name == "send")
    assert not send.pattern.search("\ue000；选派教师到\ue000支教")
