"""The command, as a user meets it: every command works, every bad input is one clear line."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import SAMPLE
from shell import Run, one_line

from bangfu.graph.store import open_store


@pytest.fixture
def loaded(run: Run) -> Run:
    assert run("load", SAMPLE).code == 0
    return run


# --- the work ----------------------------------------------------------------------------------


def test_load_says_what_it_did_and_twice_is_once(run: Run) -> None:
    first = run("load", SAMPLE / "s01-agreement.txt", "--json")
    assert first.code == 0
    told = json.loads(first.out)
    assert (told["added"], told["replaced"], told["unchanged"], told["failed"]) == (1, 0, 0, [])
    assert told["facts"] > 5
    again = json.loads(run("load", SAMPLE / "s01-agreement.txt", "--json").out)
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_changed_content_replaces_and_remove_removes(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("自2021年起，越城区对口帮扶马边彝族自治县。", encoding="utf-8")
    run("load", article)
    article.write_text("自2021年起，柯桥区对口帮扶马边彝族自治县。", encoding="utf-8")
    assert json.loads(run("load", article, "--json").out)["replaced"] == 1
    told = run("ask", "who-helps", "马边彝族自治县", "--json").out
    assert "柯桥区" in told
    assert "越城区" not in told
    assert run("remove", "a.txt").code == 0
    assert json.loads(run("sources", "--json").out)["sources"] == []


def test_ask_prints_rows_and_coverage(loaded: Run) -> None:
    done = loaded("ask", "who-helps", "马边彝族自治县", "--json")
    told = json.loads(done.out)
    assert told["schema_version"] == 1
    assert {"越城区", "绍兴市镜湖中学"} <= {row["helper"] for row in told["rows"]}
    assert all(told["passages"][fact] for row in told["rows"] for fact in row["fact"].split())
    table = loaded("ask", "who-helps", "马边", lang="zh")
    assert "绍兴市镜湖中学" in table.out
    assert told["coverage_line"]


def test_ask_lists_the_questions(run: Run) -> None:
    listed = json.loads(run("ask", "--list", "--json").out)["questions"]
    assert {"who-helps", "whom-it-helps", "evidence", "about", "path"} <= {
        q["name"] for q in listed
    }


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv"])
def test_sparql_in_every_format(loaded: Run, form: str) -> None:
    query = 'SELECT DISTINCT ?l WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l FILTER(?l = "纳雍县"@zh) }'
    done = loaded("sparql", query, "--format", form)
    assert done.code == 0
    assert "纳雍县" in done.out


def test_sparql_from_a_file_and_construct(loaded: Run, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text(
        "PREFIX bf: <https://w3id.org/bangfu/ontology#>\n"
        "CONSTRUCT { ?a bf:helps ?b } WHERE { ?a bf:helps ?b }",
        encoding="utf-8",
    )
    rows = json.loads(loaded("sparql", query, "--json").out)["rows"]
    assert {row["predicate"] for row in rows} == {"https://w3id.org/bangfu/ontology#helps"}


def test_sources_and_report(loaded: Run) -> None:
    listed = json.loads(loaded("sources", "--json").out)["sources"]
    assert len(listed) == 10
    report = json.loads(loaded("sources", "--report", "s07-mirror.txt", "--json").out)
    assert "repaired" in {note["kind"] for note in report["notes"]}
    shown = loaded("sources", "--report", "roster.csv")
    assert "banner above the column heads" in shown.out


def test_extract_touches_no_store(run: Run, tmp_path: Path) -> None:
    done = run("extract", SAMPLE / "s01-agreement.txt", "--out", "facts")
    assert done.code == 0
    found = json.loads((tmp_path / "facts" / "s01-agreement.pred.json").read_text(encoding="utf-8"))
    assert found["assistance"][0]["quote"]
    assert not (tmp_path / "bangfu.db").exists()


def test_extract_explains(run: Run, tmp_path: Path) -> None:
    done = run("extract", SAMPLE / "s07-mirror.txt", "--out", "facts", "--explain", lang="zh")
    assert done.code == 0
    for ending in ("txt", "html"):
        told = (tmp_path / "facts" / f"s07-mirror.explain.{ending}").read_text(encoding="utf-8")
        assert "致公党广东省委员会" in told
        assert "半个字节错位" in told


def test_draw_export_check(loaded: Run, tmp_path: Path) -> None:
    assert loaded("draw", "马边彝族自治县", "--out", "page.html").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "镜湖中学" in page
    assert "s01-agreement" in page
    one_line(loaded("draw", "--out", "page.html"))
    for form in ("nquads", "trig", "turtle", "jsonld"):
        done = loaded("export", "--format", form)
        assert done.code == 0
        assert "马边彝族自治县" in done.out
    assert loaded("export", "--out", "all.nq").code == 0
    checked = loaded("check", "--json")
    assert json.loads(checked.out)["violation"] == 0, checked.out
    assert checked.code == 0


def test_demo(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path / "demo.html")
    assert done.code == 0
    assert "越城区" in done.out
    assert (tmp_path / "demo.html").stat().st_size > 100_000


# --- bad input ---------------------------------------------------------------------------------


def test_missing_file(run: Run) -> None:
    assert "nowhere.txt" in one_line(run("load", "nowhere.txt"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("packed.txt", gzip.compress(b"a" * 1000, mtime=0)),
        ("line.txt", "帮扶".encode() * 9_000_000),
    ],
)
def test_what_is_no_article(run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert name in one_line(run("load", name))


def test_gb18030_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_bytes("自2021年起，越城区对口帮扶马边彝族自治县。".encode("gb18030"))
    assert run("load", "g.txt").code == 0
    assert "越城区" in run("ask", "who-helps", "马边彝族自治县").out


def test_a_folder_is_searched_and_an_empty_one_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "none" in one_line(run("load", "none"))


def test_the_rest_is_loaded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = run("load", "bad.txt", "nowhere.txt", SAMPLE / "s01-agreement.txt", "--quiet")
    assert done.code == 3
    assert done.err.count("\n") == 2
    assert len(json.loads(run("sources", "--json").out)["sources"]) == 1


def test_no_store(run: Run) -> None:
    assert "bangfu.db" in one_line(run("ask", "who-helps", "旺苍县"))


def test_a_store_in_use_and_nothing_lost(loaded: Run, tmp_path: Path) -> None:
    before = loaded("export").out
    with open_store(tmp_path / "bangfu.db"):
        assert "in use" in one_line(loaded("load", SAMPLE / "s01-agreement.txt"))
    assert loaded("export").out == before


def test_a_broken_store(loaded: Run, tmp_path: Path) -> None:
    for current in (tmp_path / "bangfu.db").rglob("CURRENT"):
        current.write_bytes(b"nonsense\n")
    assert "bangfu.db" in one_line(loaded("ask", "who-helps", "马边彝族自治县"))


def test_a_folder_that_is_no_store_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x", encoding="utf-8")
    one_line(run("load", SAMPLE / "s01-agreement.txt", "--store", "mine"))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("ask", "who-harms", "马边"), "who-harms"),
        (("ask", "who-helps"), "who-helps"),
        (("ask", "who-helps", "马边县城关乡"), "马边县城关乡"),
        (("ask",), "--list"),
        (("sparql", "SELECT * WHERE {"), "SPARQL"),
        (("sparql", "DROP ALL"), "DROP"),
        (("sparql", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), "SERVICE"),
        (("sparql", "none.rq"), "none.rq"),
        (("sparql", "SELECT * {}", "--format", "pdf"), "pdf"),
        (("export", "--format", "pdf"), "pdf"),
        (("draw", "--level", "village"), "village"),
        (("remove", "none.txt"), "none.txt"),
        (("sources", "--report", "none.txt"), "none.txt"),
        (("ask", "--lang", "fr", "--list"), "fr"),
    ],
)
def test_bad_requests(loaded: Run, arguments: tuple[str, ...], word: str) -> None:
    assert word in one_line(loaded(*arguments))


def test_an_unknown_name_suggests_near_ones(loaded: Run) -> None:
    assert "马边彝族自治县" in one_line(loaded("ask", "who-helps", "马边彝族自治线"))


# --- the process -------------------------------------------------------------------------------


def test_utf8_whatever_the_locale_and_both_languages(tmp_path: Path) -> None:
    for locale, word in (("C", "Read articles"), ("zh_CN.GBK", "读入文章")):
        environment = {
            **os.environ,
            "LC_ALL": locale,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        done = subprocess.run(
            [sys.executable, "-m", "bangfu.graph", "load", "--help"],
            env=environment,
            capture_output=True,
            cwd=tmp_path,
            check=True,
        )
        assert word in done.stdout.decode("utf-8")


def test_version_and_no_arguments(run: Run) -> None:
    assert run("--version").out.startswith("0.")
    assert "demo" in run("--help").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "frobnicate"),
        (["load"], "PATH"),
        (["ask", "who-helps", "马边", "--profile", "secret"], "'public'"),
        (["draw", "--lvel", "county"], "--lvel"),
        (["serve", "--port", "99999"], "65535"),
        (["verify", "one-too-many"], "bangfu verify -h"),
    ],
)
def test_a_command_that_is_mistyped_gets_one_line(
    run: Run, arguments: list[str], said: str
) -> None:
    assert said in one_line(run(*arguments))
    assert "命令写法有误" in one_line(run(*arguments, lang="zh"))
