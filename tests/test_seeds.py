"""What the five real pages must give, end to end. Needs the benchmark folder beside the project."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from bench import BENCH, SEEDS

from bangfu.graph.ask import Answer, ask
from bangfu.graph.export import export
from bangfu.graph.keep import reading, writing
from bangfu.graph.store import Store, open_rdflib, put, sources
from bangfu.loaders import load
from bangfu.loaders.extract import as_prediction
from bangfu.ontology.records import Assistance, Person

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the benchmark folder is not there")
ARTICLES = sorted(SEEDS.glob("*.txt"))
QUERY = """
PREFIX bf: <https://w3id.org/bangfu/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?helper WHERE { ?h bf:helps ?c ; skos:prefLabel ?helper . ?c skos:prefLabel "旺苍县"@zh }
"""


@pytest.fixture(scope="module")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "bangfu.db"
    with writing(path) as store:
        for article in ARTICLES:
            put(store, load(article, path.parent))
    return path


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    with reading(store_path) as opened:
        yield opened


def column(answer: Answer, name: str) -> set[str]:
    return {row[answer.columns.index(name)] for row in answer.rows}


def proofs(answer: Answer) -> str:
    return "".join(passage.quote for some in answer.passages.values() for passage in some)


def test_who_helps_wangcang(store: Store) -> None:
    answer = ask(store, "who-helps", "旺苍县")
    at = {name: place for place, name in enumerate(answer.columns)}
    (row,) = [
        row
        for row in answer.rows
        if row[at["helper"]].startswith("九三学社天津市委") and row[at["since"]] == "2015"
    ]
    assert row[at["programme"]] == "同心树人"
    assert "从2015年“同心树人”活动落地旺苍以来" in proofs(answer)


def test_whom_binhai_helps(store: Store) -> None:
    answer = ask(store, "whom-it-helps", "滨海新区")
    told = "".join(column(answer, "recipient"))
    assert "黄南藏族自治州" in told
    assert "张家川回族自治县" in told


def test_the_path_from_duan_to_shenzhen(store: Store) -> None:
    answer = ask(store, "path", "都安瑶族自治县", "深圳市")
    told = json.dumps(answer.rows, ensure_ascii=False)
    assert "都安第二高级中学" in told
    assert "深圳市外国语实验学校" in told
    steps = [row for row in answer.rows if row[answer.columns.index("fact")]]
    assert steps
    for row in steps:
        assert all(answer.passages[fact] for fact in row[answer.columns.index("fact")].split())


def test_who_helps_qixingguan(store: Store) -> None:
    answer = ask(store, "who-helps", "七星关区")
    helpers = column(answer, "helper")
    assert "民盟中央" in helpers
    assert not any("镇雄" in helper for helper in helpers)


def test_nothing_of_the_furniture_is_an_assistance() -> None:
    for article in ARTICLES:
        for fact in load(article, SEEDS).facts:
            if isinstance(fact, Assistance):
                ends = fact.helper.name + fact.recipient.name
                assert not any(
                    word in ends for word in ("上海市慈善基金会", "洛阳路街道", "武侯祠")
                )


def test_the_two_zhang_hua_stay_two() -> None:
    found = load(next(path for path in ARTICLES if path.name.startswith("003")), SEEDS)
    people = [one for one in found.entities if isinstance(one, Person) and one.name == "张华"]
    assert len({one.iri for one in people}) == 2


def test_the_short_question_answers_here_and_in_plain_rdflib(
    store: Store, store_path: Path
) -> None:
    rows = store.select(QUERY).rows
    assert any(row[0] and row[0].startswith('"九三学社天津市委') for row in rows)
    told = {str(row[0]) for row in open_rdflib(store_path).query(QUERY)}
    assert any(name.startswith("九三学社天津市委") for name in told)


def exported(path: Path) -> bytes:
    out = path.parent / "out.nq"
    with reading(path) as store:
        export(store, "nquads", out)
    return out.read_bytes()


@contextmanager
def articles(folder: Path) -> Iterator[list[Path]]:
    """Copies of the seeds in a folder of their own, for tests that change them."""
    folder.mkdir()
    copies = []
    for article in ARTICLES:
        copies.append(folder / article.name)
        copies[-1].write_bytes(article.read_bytes())
    yield copies


def test_any_order_twice_with_one_replaced_and_one_removed(tmp_path: Path) -> None:
    with articles(tmp_path / "pages") as pages:
        changed = pages[1].read_text(encoding="utf-8").replace("37名", "38名")
        clean = tmp_path / "clean.db"
        original = pages[1].read_text(encoding="utf-8")
        pages[1].write_text(changed, encoding="utf-8")
        with writing(clean) as store:
            for page in pages[:-1]:
                put(store, load(page, tmp_path))
        for seed in range(2):
            path = tmp_path / f"shuffled{seed}.db"
            order = pages * 2
            random.Random(seed).shuffle(order)
            pages[1].write_text(original, encoding="utf-8")
            with writing(path) as store:
                for page in order:
                    put(store, load(page, tmp_path))
            pages[1].write_text(changed, encoding="utf-8")
            with writing(path) as store:
                put(store, load(pages[1], tmp_path))
                last = next(row for row in sources(store) if row.address.endswith(pages[-1].name))
                store.remove(last.iri)
            assert exported(path) == exported(clean)


def size(folder: Path) -> int:
    """Bytes in a folder that another process is writing to."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            total += path.stat().st_size
    return total


def test_a_kill_during_a_load_leaves_whole_sources(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    text = "自{year}年起，浙江省绍兴市越城区对口帮扶四川省乐山市马边彝族自治县，已选派{n}名教师到马边支教。"
    for n in range(200):
        (folder / f"a{n:03}.txt").write_text(
            text.format(year=1990 + n % 30, n=n + 2), encoding="utf-8"
        )
    command = [
        sys.executable,
        "-m",
        "bangfu.graph",
        "load",
        str(folder),
        "--store",
        str(tmp_path / "k.db"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with writing(tmp_path / "empty.db"):
        pass
    empty = size(tmp_path / "empty.db")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if size(tmp_path / "k.db") > empty + 60_000:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with reading(tmp_path / "k.db") as store:
        rows = sources(store)
        assert 0 < len(rows) < 200
        whole = {store_row.iri: store.triples(store_row.iri) for store_row in rows}
    fresh = tmp_path / "fresh.db"
    with writing(fresh) as store:
        for row in rows:
            put(store, load(tmp_path / row.address, tmp_path))
            assert store.triples(row.iri) == whole[row.iri]
    assert exported(tmp_path / "k.db") == exported(fresh)


def test_scores_reach_their_floors(tmp_path: Path) -> None:
    """The figures that the first whole version promises."""
    for article in ARTICLES:
        found = json.dumps(as_prediction(load(article, SEEDS)), ensure_ascii=False)
        (tmp_path / f"{article.stem}.pred.json").write_text(found, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(BENCH / "score.py"), str(SEEDS), str(tmp_path), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    scores = json.loads(done.stdout)
    categories = scores["micro"]["categories"]
    for kind in ("Person", "Place", "School"):
        assert categories[kind]["f1"] >= 0.90, kind
    assert categories["positions"]["f1"] >= 0.80
    gold = {}
    for path in SEEDS.glob("*.gold.json"):
        row = json.loads(path.read_text(encoding="utf-8"))
        names = {one["id"]: one["name"] for one in row["entities"]}
        gold[path.name.removesuffix(".gold.json")] = {
            (names[a["helper"]], names[a["recipient"]]) for a in row["assistance"]
        }
    for alarm in scores["micro"]["false_alarms"]:
        if alarm["category"] == "assistance":
            helper, recipient = alarm["item"].split(" → ")
            assert (recipient, helper) not in gold[alarm["article"]], alarm
