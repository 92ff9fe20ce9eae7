from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from telling import Telling, kept

from bangfu.graph.derive import derive
from bangfu.graph.diff import differences
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.keep import writing
from bangfu.graph.names import find_entity
from bangfu.graph.store import Store, put
from bangfu.ontology.dates import PartialDate

if TYPE_CHECKING:
    from shell import Run


def first() -> Telling:
    one = Telling("a.txt", "2024-06-01")
    one.counts(one.pairs("海河中学", "东城中学", "2021-03"), 19)
    one.pairs("南开中学", "国华中学")
    return one


def second() -> Telling:
    one = Telling("a.txt", "2024-06-01")
    one.counts(one.pairs("海河中学", "东城中学", "2021-05"), 19)
    one.pairs("耀华中学", "英萃镇中学")
    return one


def same(store: Store, a: str, b: str) -> Judgement:
    return Judgement(
        a=find_entity(store, a).iri,
        decision=Decision.SAME,
        b=find_entity(store, b).iri,
        who="李",
        when=PartialDate(2024),
    )


def test_nothing_changed() -> None:
    assert differences(kept(first()), kept(first())) == []


def test_every_kind_of_change() -> None:
    other, gone = Telling("b.txt"), Telling("z.txt")
    other.pairs("第一中学", "东城中学")
    gone.pairs("第一中学", "东城中学")
    changes = differences(kept(first(), gone), kept(second(), other))
    told = [(one.kind, one.what, one.before, one.after) for one in changes]
    pair = ("海河中学 → 东城中学", "since=2021-03", "since=2021-05")
    assert ("fact-changed", *pair) in told
    kinds = [one.kind for one in changes]
    assert kinds.count("source-added") == kinds.count("source-removed") == 1
    assert [one.what for one in changes if one.kind == "fact-removed"] == [
        "南开中学 → 国华中学",
        "第一中学 → 东城中学",
    ]
    assert [one.what for one in changes if one.kind == "fact-added"] == [
        "第一中学 → 东城中学",
        "耀华中学 → 英萃镇中学",
    ]
    # the figure is the same and of the same pair: its fact moved, it did not change
    assert not any("value=" in one.before for one in changes)
    assert changes == differences(kept(first(), gone), kept(other, second()))


def test_a_judgement_joins_and_its_undoing_parts() -> None:
    before, after = kept(first()), kept(first())
    derive(after, [same(after, "海河中学", "南开中学")])
    (joined,) = differences(before, after)
    assert joined.kind == "merged"
    assert "海河中学" in joined.before
    assert "南开中学" in joined.before
    (parted,) = differences(after, before)
    assert (parted.kind, parted.after) == ("split", joined.before)


def test_the_command(run: Run, tmp_path: Path) -> None:
    for name, one in (("one", first()), ("two", second()), ("three", first())):
        with writing(tmp_path / f"{name}.db") as store:
            put(store, one.reading())
    equal = run("diff", "one.db", "three.db")
    assert equal.code == 0
    changed = run("diff", "one.db", "two.db", "--lang", "zh")
    assert changed.code == 3
    assert "~ 海河中学 → 东城中学  since=2021-03 ⇒ since=2021-05  [a.txt]" in changed.out
    told = json.loads(run("diff", "one.db", "two.db", "--json").out)
    assert told["counts"]["fact-changed"] == 1
    assert len(told["changes"]) == sum(told["counts"].values())
    assert run("diff", "one.db", "none.db").code == 2
