"""No form of output says a private person's name to those who may not know it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import pytest
from leaky import HIDDEN, SHOWN, leaky_store

from bangfu.graph.ask import ask, questions
from bangfu.graph.gate import gated
from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.store import Store, open_store
from bangfu.ontology.errors import QueryError
from bangfu.ontology.nt import value
from bangfu.ontology.terms import CLEAN_TEXT, DERIVED_GRAPH, ID, QUOTE, SKOS_PREF_LABEL

if TYPE_CHECKING:
    from pathlib import Path

    from shell import Run

SHARED = (Profile.PUBLIC, Profile.PARTNER)
TEXTS = "SELECT ?g ?s ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER(isLiteral(?o)) ?s a ?kind }"

# A form of output joins here: one line, the words of the command; {out} is a file or folder to
# write, and what is written is read back, archives opened.
COMMANDS = (
    ("ask", "about", "旺苍县第一中学"),
    ("ask", "about", "旺苍县", "--json"),
    ("ask", "about", "旺苍县", "--format", "csv"),
    ("ask", "about", "旺苍县", "--csv", "{out}.csv"),
    ("ask", "about", "旺苍县", "--xlsx", "{out}.xlsx"),
    ("ask", "evidence", "旺苍县", "--json"),
    ("ask", "凌霜降"),
    *(
        ("sparql", TEXTS + " LIMIT 400", "--format", form)
        for form in ("table", "json", "csv", "tsv")
    ),
    ("sparql", "DESCRIBE ?s WHERE { ?s a <https://w3id.org/bangfu/ontology#Person> }"),
    ("check", "--json"),
    ("sources", "--json"),
    ("draw", "--out", "{out}.html"),
    ("draw", "旺苍县第一中学", "--out", "{out}.html"),
    ("draw", "--level", "county", "--out", "{out}.html"),
    ("flows", "--level", "county"),
    ("diff", "bangfu.db", "empty.db"),
    ("diff", "empty.db", "bangfu.db"),
)


def leaks(data: bytes) -> list[str]:
    """The hidden names in `data`, however they are written there."""
    texts = [data.decode("utf-8", errors="replace")]
    texts.append(unquote_to_bytes(data).decode("utf-8", errors="replace"))
    texts.append(unquote_to_bytes(data).decode("gb18030", errors="replace"))
    texts.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda at: chr(int(at[1], 16)), texts[0]))
    texts.append(re.sub(r"&#(\d+);", lambda at: chr(int(at[1])), texts[0]))
    bare = [re.sub(r"\s|\\[nrt]|[·・]", "", text).lower() for text in texts]
    wanted = {name: re.sub(r"\s|·", "", name).lower() for name in HIDDEN}
    found = [name for name, form in wanted.items() if any(form in text for text in bare)]
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.infolist():
                found += leaks(one.filename.encode()) + leaks(archive.read(one))
    return found


def written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file in `folder` by its name, which is output too."""
    for item in sorted(folder.rglob("*")):
        yield item.name, item.name.encode() + (item.read_bytes() if item.is_file() else b"")


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("leaky")
    with open_store(folder / "empty.db"):
        pass
    return leaky_store(folder)


@pytest.fixture(scope="module", params=SHARED)
def view(request: pytest.FixtureRequest, stored: Path) -> Iterator[Store]:
    with reading(stored, request.param) as store:
        yield store


def test_the_test_would_notice(stored: Path) -> None:
    """Each hidden name does stand in the store, and in what is shown inside the house."""
    with reading(stored) as store:
        said = "\n".join(" ".join(triple) for g in store.graphs() for triple in store.triples(g))
    assert set(leaks(said.encode())) == set(HIDDEN)
    for form in ("%E5%87%8C%E9%9C%9C%E9%99%8D", "凌　霜\n降", "\\u51cc\\u971c\\u964d"):
        assert leaks(form.encode()) == ["凌霜降"]


def test_no_triple_has_a_name(view: Store) -> None:
    said = "\n".join(" ".join(triple) for g in view.graphs() for triple in view.triples(g))
    assert leaks(said.encode() + "\n".join(view.graphs()).encode()) == []


def test_who_acts_in_public_is_shown(view: Store) -> None:
    labels = {value(term) for _, _, term in view.statements(SKOS_PREF_LABEL)}
    assert set(SHOWN) <= labels
    assert {"东河镇", "旺苍县第一中学"} <= labels


def test_no_full_text_and_no_long_passage(view: Store) -> None:
    assert not list(view.statements(CLEAN_TEXT))
    assert max(len(value(term)) for _, _, term in view.statements(QUOTE)) <= 160


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:40])
def test_no_command_says_a_name(
    stored: Path,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    out = tmp_path / "out" / "made"
    out.parent.mkdir()
    monkeypatch.setenv("BANGFU_PROFILE", "public")
    monkeypatch.chdir(stored.parent)
    store = () if words[0] == "diff" else ("--store", stored)
    done = run(*(word.replace("{out}", str(out)) for word in words), *store)
    assert done.code in (0, 3) or "凌霜降" in words, done.err
    told = done.out + done.err.replace("凌霜降", "") if "凌霜降" in words else done.out + done.err
    assert leaks(told.encode()) == []
    assert done.out or "凌霜降" in words or list(written(out.parent))
    for name, data in written(out.parent):
        assert leaks(data) == [], name


def test_no_question_and_no_notebook_says_a_name(view: Store) -> None:
    asked = 0
    refused: list[str] = []
    for one in questions():
        for arguments in ((), ("旺苍县",), ("旺苍县", "滨海新区"), ("旺苍县第一中学",)):
            try:
                answer = ask(view, one.name, *arguments, lang="zh")
            except QueryError as error:
                refused.append(error.told("zh"))
                continue
            asked += 1
            told = json.dumps(
                [answer.rows, [repr(p) for p in answer.passages.items()]], ensure_ascii=False
            )
            assert leaks(told.encode() + answer._repr_html_().encode()) == [], one.name
    assert asked >= len(questions())
    assert leaks("\n".join(refused).encode()) == []


def _exports() -> list[str]:
    from bangfu.graph.export import FORMATS
    from bangfu.graph.exports import FORMS

    return sorted({*FORMATS, *FORMS})


@pytest.mark.parametrize("form", _exports())
def test_no_export_says_a_name(stored: Path, run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for profile in SHARED:
        done = run("export", "--as", form, "--out", out / profile, "--store", stored,
                   "--profile", profile)  # fmt: skip
        assert done.code == 0, done.err
    files = list(written(out))
    assert len(files) >= 2
    for name, data in files:
        assert leaks(data) == [], name


def test_no_page_of_the_server_says_a_name(view: Store) -> None:
    from bangfu.graph.serve.site import FORMS, Site

    site = Site(store=view, profile=Profile.PUBLIC)
    things = {e for g, e, _ in view.statements(SKOS_PREF_LABEL) if g == DERIVED_GRAPH}
    paths = ["/", *("/" + e[1:-1].removeprefix(ID) for e in sorted(things))]
    paths += [path if path.startswith("/id") else "/id" + path for path in paths[1:]]
    pages: list[Callable[[], bytes]] = [
        lambda path=path, form=form: site.page(path, [], form, "zh").body  # type: ignore[misc]
        for path in paths
        for form in (FORMS if path == paths[1] else ("html", "json"))
    ]
    pages += [
        lambda word=word: site.page("/search", [("q", word)], "html", "zh").body  # type: ignore[misc]
        for word in ("旺苍", "教师", "lsj")
    ]
    sizes = 0
    for page in pages:
        body = page()
        sizes += len(body)
        assert leaks(body) == []
    assert sizes > 10_000


def test_no_list_of_names_undoes_an_iri(stored: Path) -> None:
    """What was hashed from a hidden name has another IRI, and so has what was hashed from that."""
    with reading(stored) as store, gated(store, Profile.PUBLIC, stored) as view:
        before = {s for g in store.graphs() for s, _, _ in store.triples(g)}
        after = {s for g in view.graphs() for s, _, _ in view.triples(g)}
        persons = {e for _, e, o in store.statements(SKOS_PREF_LABEL) if value(o) in HIDDEN}
        tied = {s for g in store.graphs() for s, _, o in store.triples(g) if o in persons} | persons
    assert tied
    assert not tied & after
    assert {node for node in before if "/id/place/" in node} <= after


def test_inside_the_house_it_is_the_store_itself(stored: Path) -> None:
    with reading(stored) as store:
        assert gated(store, Profile.INTERNAL) is store


def test_in_memory_as_on_disk(stored: Path) -> None:
    """A store without a folder gives the same view, but for the key in its IRIs."""

    def texts(store: Store) -> list[str]:
        return sorted(
            o for g in store.graphs() for _, _, o in store.triples(g) if o.startswith('"')
        )

    with reading(stored) as store, gated(store, Profile.PARTNER, stored) as kept:
        here = gated(store, Profile.PARTNER)
        numbers = re.compile(r"\d(?=（|\")")
        assert [numbers.sub("", o) for o in texts(here)] == [
            numbers.sub("", o) for o in texts(kept)
        ]
        again = gated(store, Profile.PARTNER)
        assert [here.triples(g) for g in here.graphs()] == [
            again.triples(g) for g in again.graphs()
        ]
