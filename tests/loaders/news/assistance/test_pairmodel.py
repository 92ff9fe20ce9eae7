import json
from pathlib import Path

import pytest

from bangfu.loaders.models import shipped_weights
from bangfu.loaders.news import read, stages
from bangfu.loaders.news.assistance import pairmodel
from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.pairmodel import (
    LEAST,
    PAIRS,
    model_claims,
    scored,
    without_doubted,
)
from bangfu.loaders.news.assistance.pairsigns import Page, candidates, signs_of
from bangfu.loaders.news.assistance.symbols import view
from bangfu.loaders.source import read_document
from bangfu.ontology.records import Assistance, Kind, Mention, Modality, Status


def by_model(fact):
    return any(PAIRS in proof.method for proof in fact.evidence)


TRAIN = Path(__file__).parents[3] / "gold" / "train"


@pytest.fixture(scope="module")
def told():
    """The facts that only the model read in the training articles, with their article."""
    found = []
    for path in sorted(TRAIN.glob("*.txt")):
        document = read_document(path, path.parent)
        rules, _ = stages(document)
        if any(model_claims(rules.views, rules.page)):
            reading = read(document)
            found += [
                (path, reading, fact)
                for fact in reading.facts
                if isinstance(fact, Assistance) and by_model(fact)
            ]
    return found


def test_the_model_reads_what_no_rule_does(told):
    assert len(told) > 10


def test_each_of_its_facts_says_so_with_its_score_and_passage(told):
    for _, reading, fact in told:
        proof = next(proof for proof in fact.evidence if PAIRS in proof.method)
        assert LEAST <= proof.confidence <= 1
        assert reading.source.text[proof.start : proof.end] == proof.quote


def test_most_of_them_are_in_the_gold(told):
    """On the articles it was trained on: what it says of others, cross-validation tells."""
    right = 0
    for path, _, fact in told:
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        forms = {e["id"]: {e["name"], *e.get("aliases", ())} for e in gold["entities"]}
        right += any(
            fact.helper.name in forms[one["helper"]]
            and fact.recipient.name in forms[one["recipient"]]
            for one in gold["assistance"]
        )
    assert right / len(told) > 0.6


def test_a_page_without_two_sides_asks_no_model():
    class Untouched:
        def __getattr__(self, name):
            raise AssertionError(name)

    assert list(model_claims((), Untouched())) == []


def test_pairs_that_cannot_be_believed_cost_no_dear_signs(monkeypatch):
    weights, asked, every = shipped_weights("pairs"), [], 0
    dear = pairmodel.sentence_signs
    monkeypatch.setattr(
        pairmodel, "sentence_signs", lambda *args: asked.append(args) or dear(*args)
    )
    for path in sorted(TRAIN.glob("*.txt"))[:6]:
        told, _ = stages(read_document(path, path.parent))
        full = {}
        for seen in told.views:
            for one in candidates(seen, told.page.may_be_new):
                pair = (one.helper.key, one.recipient.key)
                score = weights.probability(signs_of(one, told.page))
                full[pair] = max(score, full.get(pair, 0.0))
                every += 1
        quick = scored(told.views, told.page, weights)
        sure = {pair for pair, score in full.items() if score >= LEAST}
        likelier = {pair for pair in sure if full.get(pair[::-1], 0.0) <= full[pair]}
        assert {pair for pair, (score, _) in quick.items() if score >= LEAST} == likelier
        assert all(score == pytest.approx(full[pair]) for pair, (score, _) in quick.items())
    assert 0 < len(asked) < every / 2


TEXT = "丙基金会向乙镇小学捐赠图书，来自甲县第三中学的教师观摩了乙镇小学的课堂。"


def told_of(rule, confidence=0.9):
    """The page of TEXT on which that rule read what is no help, and the views of it."""
    sides = tuple(
        Mention(kind=kind, name=name, key=name, start=at, end=at + len(name))
        for name, kind, at in (
            ("丙基金会", Kind.INSTITUTION, 0),
            ("乙镇小学", Kind.SCHOOL, 5),
            ("甲县第三中学", Kind.SCHOOL, TEXT.index("甲县")),
            ("乙镇小学", Kind.SCHOOL, TEXT.rindex("乙镇")),
        )
    )
    right, wrong = (
        Claim(
            sides[one], sides[other], Modality.FUNDING, Status.ACTIVE, rule, confidence, 0, len(TEXT)
        )
        for one, other in ((0, 1), (3, 2))
    )  # fmt: skip
    sight = view(TEXT, 0, len(TEXT), sides)
    return (sight,), Page([right, wrong], sides, frozenset()), right, wrong


@pytest.mark.parametrize("rule", ["give", "learn", "lesson-in", "posted-here"])
def test_what_a_broad_rule_reads_where_nothing_looks_like_help_is_doubted(rule):
    views, page, right, wrong = told_of(rule)
    left, doubted = without_doubted(views, page)
    assert list(left.claims) == [right]
    assert doubted == [(wrong, "form-unlike-help")]


@pytest.mark.parametrize(("rule", "confidence"), [("table", 0.9), ("give", 0.65)])
def test_of_tables_and_of_what_is_carried_over_nothing_is_asked(rule, confidence):
    views, page, *_ = told_of(rule, confidence)
    assert without_doubted(views, page) == (page, [])


@pytest.mark.parametrize("rule", ["give", "table"])
def test_a_place_that_begins_another_name_helps_nobody(rule):
    text = "甲市农村银行向乙小学捐赠图书。"
    sides = tuple(
        Mention(kind=kind, name=name, key=name, start=text.index(name), end=text.index(name) + size)
        for name, kind, size in (("甲市", Kind.PLACE, 2), ("乙小学", Kind.SCHOOL, 3))
    )
    claim = Claim(*sides, Modality.FUNDING, Status.ACTIVE, rule, 0.9, 0, len(text))
    page = Page([claim], sides, frozenset())
    left, doubted = without_doubted((view(text, 0, len(text), sides),), page)
    assert (list(left.claims), doubted) == ([], [(claim, "form-unlike-help")])
