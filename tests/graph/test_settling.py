"""Whatever order things are loaded, decided and taken back in: the store is what a clean one is."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from leaky import article, leaky_store, link, roster

from bangfu.graph.correcting import correct, take_back
from bangfu.graph.export import export
from bangfu.graph.forgetting import forget
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading, writing
from bangfu.graph.settling import settle, settled
from bangfu.graph.store import open_store
from bangfu.graph.suppression import Why
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import fact_iri
from bangfu.ontology.records import Posting, Reading

DAY = PartialDate.parse("2024-06-01")
FILES = ("suppressions.tsv", "suppressions.key", "corrections.tsv", "judgements.tsv")


def shortened() -> Reading:
    """The article again, with fewer facts: it takes the place of the other."""
    one = article()
    return replace(one, facts=one.facts[:6])


SOURCES = {"article": article, "shortened": shortened, "link": link, "roster": roster}
WRONG = {
    name: fact_iri(build().source.iri, next(f for f in build().facts if isinstance(f, Posting)))
    for name, build in SOURCES.items()
}
PEOPLE = ("凌霜降", "褚砚秋", "沈校之", "顾云起")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("load"), st.sampled_from(sorted(SOURCES))),
        st.tuples(st.just("remove"), st.sampled_from(sorted(SOURCES))),
        st.tuples(st.just("forget"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("wrong"), st.sampled_from(sorted(SOURCES))),
        st.tuples(st.just("set"), st.sampled_from(sorted(SOURCES))),
        st.tuples(st.just("undo"), st.sampled_from(sorted(SOURCES))),
        st.tuples(st.just("judge"), st.sampled_from(("same", "different", ""))),
    ),
    min_size=2,
    max_size=7,
)


def exported(path: Path) -> bytes:
    out = io.BytesIO()
    with reading(path) as store:
        export(store, "nquads", out, with_text=True)
    return out.getvalue()


def judged(folder: Path, decision: str) -> None:
    """Two schools of two sources are one, or are not, or nobody has said so."""
    schools = [
        next(e.iri for e in build().entities + _ends(build()) if "/school/" in e.iri)
        for build in (link, roster)
    ]
    line = "\t".join((schools[0], decision, schools[1], "王", "2024-01-01", ""))
    (folder / "judgements.tsv").write_text(line + "\n" if decision else "", encoding="utf-8")


def _ends(one: Reading):  # type: ignore[no-untyped-def]
    return tuple(fact.organization for fact in one.facts if isinstance(fact, Posting))


def step(folder: Path, path: Path, loaded: dict[str, Reading], what: str, which: str) -> None:
    match what:
        case "load":
            one = SOURCES[which]()
            put_all(path, [one])
            loaded[one.source.iri] = one
        case "remove":
            iri = SOURCES[which]().source.iri
            loaded.pop(iri, None)
            with writing(path) as store:
                store.remove(iri)
        case "judge":
            judged(folder, which)
        case _:
            try:
                if what == "forget":
                    forget(path, which, why=Why.REQUEST, who="王", when=DAY)
                elif what == "undo":
                    take_back(path, WRONG[which], who="王", when=DAY, why="")
                else:
                    values = [("since", "2019")] if what == "set" else []
                    correct(path, WRONG[which], values, who="王", when=DAY, why="查实")
            except QueryError:
                pass  # who or what is not there cannot be decided about


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_any_order_equals_the_clean_build(steps: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder, clean = Path(name) / "one", Path(name) / "other"
        folder.mkdir()
        clean.mkdir()
        path = folder / "bangfu.db"
        loaded: dict[str, Reading] = {}
        put_all(path, [link()])
        loaded[link().source.iri] = link()
        for what, which in steps:
            step(folder, path, loaded, what, which)
        for file in FILES:
            if (folder / file).exists():
                shutil.copy(folder / file, clean / file)
        with writing(clean / "bangfu.db"):
            pass
        put_all(clean / "bangfu.db", loaded.values())
        assert exported(path) == exported(clean / "bangfu.db")


def test_a_file_that_came_from_elsewhere_is_applied(tmp_path: Path) -> None:
    """A colleague's decisions, checked out beside the store, count at the next opening."""
    path = leaky_store(tmp_path / "mine" if (tmp_path / "mine").mkdir() is None else tmp_path)
    other = tmp_path / "theirs"
    other.mkdir()
    theirs = leaky_store(other)
    assert settled(path)
    forget(theirs, "欧阳听雪", why=Why.REQUEST, who="王", when=DAY)
    for file in ("suppressions.tsv", "suppressions.key"):
        shutil.copy(other / file, path.parent / file)
    assert not settled(path)
    assert "欧阳听雪".encode() not in exported(path)
    assert settled(path)
    assert exported(path) == exported(theirs)


def test_settling_twice_changes_nothing(tmp_path: Path) -> None:
    path = leaky_store(tmp_path)
    forget(path, "凌霜降", why=Why.LAW, who="王", when=DAY)
    (path / "decided").unlink()
    with open_store(path) as store:
        assert settle(store, path) == 0
        assert settle(store, path) == 0
