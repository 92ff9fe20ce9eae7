"""The main job, on servers as on disk: load, ask, replace, judge, remove, export, draw."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from made import readings
from servers import Server  # noqa: TC002
from shell import Run, one_line

from bangfu.graph.ask import ask
from bangfu.graph.export import export
from bangfu.graph.gate import gated
from bangfu.graph.happenings import happenings
from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.question import question, questions
from bangfu.graph.remote import connected
from bangfu.graph.serve.describe import described
from bangfu.loaders import find_files, sample_folder
from bangfu.ontology.errors import QueryError
from bangfu.ontology.messages import Lang
from bangfu.ontology.nt import value
from bangfu.ontology.terms import CANONICAL

_COUNTS = (
    "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o }"
    ' FILTER(STRSTARTS(STR(?g), "https://w3id.org/bangfu/")) } GROUP BY ?g ORDER BY ?g'
)
_NAMES = (
    "SELECT ?n { ?p a <https://w3id.org/bangfu/ontology#Person> ;"
    " <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }"
)


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Copies of the sample's articles, in the folder that both stores lie in."""
    with sample_folder() as sample:
        files = [shutil.copy(file, tmp_path) for file in find_files([sample])]
    return sorted(map(Path, files))


def _bytes(path: Path, form: str = "nquads", profile: Profile = Profile.INTERNAL) -> bytes:
    out = io.BytesIO()
    with reading(path, profile) as store:
        export(store, form, out, with_text=profile is Profile.INTERNAL)
    return out.getvalue()


def test_the_same_bytes_as_on_disk_all_the_way(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    there = ("--store", signed_in.query, "--work", tmp_path)
    here = ("--store", tmp_path / "bangfu.db")
    folder = connected(signed_in.query, work=tmp_path)

    def both(*words: object) -> None:
        done = [run(*words, *where) for where in (there, here)]
        assert done[0].code == done[1].code == 0, done
        assert done[0].out == done[1].out
        assert _bytes(folder) == _bytes(tmp_path / "bangfu.db")

    both("load", *articles)
    assert run("load", *articles, *there).err.startswith("0 sources added, 0 replaced")
    both("ask", "who-helps", "马边彝族自治县")
    both("sources")
    both("sparql", _COUNTS)

    articles[1].write_text(articles[1].read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    both("load", articles[1])
    both("remove", articles[0].name)
    for name in ("there", "here"):
        (tmp_path / name).mkdir()
    run("draw", "--out", tmp_path / "there" / "page.html", *there)
    run("draw", "--out", tmp_path / "here" / "page.html", *here)
    pages = [(tmp_path / name / "page.html").read_bytes() for name in ("there", "here")]
    assert pages[0] == pages[1]
    run("export", tmp_path / "there" / "all.ttl", *there)
    run("export", tmp_path / "here" / "all.ttl", *here)
    assert (tmp_path / "there" / "all.ttl").read_bytes() == (
        tmp_path / "here" / "all.ttl"
    ).read_bytes()


def test_every_question_has_the_same_rows(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    for where in (("--store", signed_in.query, "--work", tmp_path), ("--store", tmp_path / "x.db")):
        assert run("load", *articles, *where).code == 0
    asked = 0
    with (
        reading(folder) as there,
        reading(tmp_path / "x.db") as here,
    ):
        for one in questions():
            try:
                wanted = ask(here, one.name, *one.example, lang="zh").rows
            except QueryError:
                continue  # its example is about things that the sample does not have
            assert ask(there, one.name, *one.example, lang="zh").rows == wanted, one.name
            asked += 1
    assert asked >= 25
    # where there is a little more, Virtuoso 7.2.5 itself answers these with what holds elsewhere
    for path in (folder, tmp_path / "x.db"):
        assert put_all(path, readings(30)).added == 30
    with reading(folder) as there, reading(tmp_path / "x.db") as here:
        for name in ("who-helps", "whom-it-helps", "evidence", "number", "bias"):
            one = question(name)
            wanted = ask(here, name, *one.example, lang="zh").rows
            assert ask(there, name, *one.example, lang="zh").rows == wanted
            assert wanted
        # more than the server gives at once
        things = sorted({value(one) for _, _, one in here.statements(CANONICAL)})
        told = described(here, things)
        assert len(told) > 3_000
        assert described(there, things) == told
        assert happenings(there) == happenings(here)


def test_what_others_may_see_is_the_same(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    there = ("--store", signed_in.query, "--work", tmp_path)
    assert run("load", *articles[:3], *there).code == 0
    assert run("load", *articles[:3], "--store", tmp_path / "x.db").code == 0
    folder = connected(signed_in.query, work=tmp_path)
    with reading(tmp_path / "x.db") as store, gated(store, Profile.PUBLIC) as view:
        out = io.BytesIO()
        export(view, "nquads", out)
    assert _bytes(folder, profile=Profile.PUBLIC) == out.getvalue()
    persons = json.loads(run("ask", "redactions", "--json", *there).out)
    assert persons["rows"]
    shown = run("sparql", _NAMES, "--profile", "public", "--json", *there)
    inside = run("sparql", _NAMES, "--json", *there)
    assert shown.out != inside.out


def test_judgements_reach_colleagues(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    mine = ("--store", signed_in.query, "--work", tmp_path / "mine")
    yours = ("--store", signed_in.query, "--work", tmp_path / "yours")
    assert run("load", *articles[:2], *mine).code == 0
    with reading(connected(signed_in.query, work=tmp_path / "mine")) as store:
        found = store.select(
            "SELECT DISTINCT ?c { ?s <https://w3id.org/bangfu/ontology#canonical> ?c ."
            " ?c a <https://w3id.org/bangfu/ontology#School> } ORDER BY ?c LIMIT 2"
        ).rows
    a, b = (str(row[0])[1:-1] for row in found)
    said = ("--why", "同名不同校", "--who", "甲", "--on", "2026-01-02")
    assert run("judge", a, "different", b, *said, *mine).code == 0
    assert "同名不同校" in run("judge", "--list", *yours).out or "同名不同校" in (
        tmp_path / "yours" / "judgements.tsv"
    ).read_text(encoding="utf-8")
    assert run("judge", "--undo", a, b, *yours).code == 0
    assert run("judge", "--list", "--json", *mine).out.count('"why"') == 0


def test_a_project_is_built_on_a_server(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    names = [f'[[source]]\npath = "{one.name}"\n' for one in articles[:4]]
    (tmp_path / "bangfu.toml").write_text("".join(names), encoding="utf-8")
    there = ("--store", signed_in.query, "--work", tmp_path / "work")
    folder = connected(signed_in.query, work=tmp_path / "work")

    def built() -> tuple[int, ...]:
        told = [json.loads(run("build", *where, "--json").out) for where in (there, ())]
        told = [{k: v for k, v in one.items() if k != "store"} for one in told]
        assert told[0] == told[1]
        assert _bytes(folder) == _bytes(tmp_path / "bangfu.db")
        return tuple(told[0][name] for name in ("read", "added", "replaced", "removed"))

    assert built() == (4, 4, 0, 0)
    assert built() == (0, 0, 0, 0)
    articles[1].write_text(articles[1].read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    (tmp_path / "bangfu.toml").write_text("".join(names[1:]), encoding="utf-8")
    assert built() == (1, 0, 1, 1)
    elsewhere = ("--store", signed_in.query, "--work", tmp_path / "elsewhere")
    again = json.loads(run("build", *elsewhere, "--json").out)
    assert (again["read"], again["added"], again["replaced"]) == (3, 0, 0)


def test_a_person_is_forgotten_on_the_server(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    there = ("--store", signed_in.query, "--work", tmp_path)
    file = next(one for one in articles if "骆明川" in one.read_text(encoding="utf-8"))
    assert run("load", file, *there).code == 0
    folder = connected(signed_in.query, work=tmp_path)
    assert "骆明川".encode() in _bytes(folder)
    assert run("forget", "骆明川", *there).code == 0
    assert "骆明川".encode() not in _bytes(folder)
    assert run("load", file, *there).code == 0
    assert "骆明川".encode() not in _bytes(folder)
    # a colleague on another machine can read, but writes only with the key that the names need
    other = ("--store", signed_in.query, "--work", tmp_path / "other")
    assert run("sources", *other).code == 0
    (tmp_path / "other" / file.name).write_bytes(file.read_bytes())
    refused = one_line(run("load", tmp_path / "other" / file.name, *other))
    assert "suppressions.key" in refused
    shutil.copy(tmp_path / "suppressions.key", tmp_path / "other")
    assert run("load", tmp_path / "other" / file.name, *other).code == 0
    assert "骆明川".encode() not in _bytes(folder)
    told = run("sparql", "SELECT * { GRAPH ?g { ?s ?p ?o } }", *there).out
    assert "骆明川" not in told
    assert (tmp_path / "suppressions.key").read_text(encoding="ascii").strip() not in told


def test_a_correction_reaches_colleagues(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    mine = ("--store", signed_in.query, "--work", tmp_path)
    yours = ("--store", signed_in.query, "--work", tmp_path / "yours")
    assert run("load", articles[0], *mine).code == 0
    before = _bytes(connected(signed_in.query, work=tmp_path))
    with reading(connected(signed_in.query, work=tmp_path)) as store:
        facts = store.select(
            "SELECT DISTINCT ?f { ?f <https://w3id.org/bangfu/ontology#helper> ?h } ORDER BY ?f"
        ).rows
    fact = str(facts[0][0])[1:-1]
    assert run("correct", fact, "--wrong", "--why", "误读", "--who", "甲", *mine).code == 0
    assert _bytes(connected(signed_in.query, work=tmp_path)) != before
    assert run("correct", fact, "--undo", *yours).code == 0
    assert _bytes(connected(signed_in.query, work=tmp_path)) == before
    assert run("load", articles[0], *mine).code == 0
    assert _bytes(connected(signed_in.query, work=tmp_path)) == before


def test_a_killed_load_is_made_good_by_whoever_comes_next(
    run: Run, signed_in: Server, articles: list[Path], tmp_path: Path
) -> None:
    from bangfu.graph.store import open_store, put
    from bangfu.loaders import load

    folder = connected(signed_in.query, work=tmp_path)
    assert run("load", articles[0], "--store", signed_in.query, "--work", tmp_path).code == 0
    with open_store(folder) as store:
        put(store, load(articles[1], tmp_path))  # and the process is gone: nothing was derived
    other = ("--store", signed_in.query, "--work", tmp_path / "elsewhere")
    assert run("sources", *other).code == 0
    assert run("load", *articles[:2], "--store", tmp_path / "x.db").code == 0
    assert _bytes(folder) == _bytes(tmp_path / "x.db")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_query_that_is_none_is_told_in_one_line(
    run: Run, signed_in: Server, tmp_path: Path, lang: Lang
) -> None:
    done = run(
        "sparql", "SELECT nonsense", "--store", signed_in.query, "--work", tmp_path, lang=lang
    )
    assert (done.code, done.err.count("\n")) == (2, 1)
