"""The project file: what it names, when a file counts as changed, and what is wrong with it."""

from __future__ import annotations

import pytest

from bangfu.loaders import project as module
from bangfu.loaders.project import project_files, read_project
from bangfu.ontology.errors import SourceError


def made(folder, text, **files):
    for name, body in {"bangfu.toml": text, **files}.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return read_project(folder)


def found(project):
    files, failures = project_files(project)
    return {one.key: one for one in files}, [error.key for error in failures]


def test_paths_folders_and_patterns(tmp_path):
    project = made(
        tmp_path,
        'store = "out/a.db"\njobs = 2\n[[source]]\npath = "news"\n[[source]]\npath = "r/**/*.csv"\n'
        '[[source]]\npath = "[1].txt"\n',
        **{
            "news/b.txt": "二",
            "news/a.txt": "一",
            "r/x/y.csv": "表",
            "[1].txt": "三",
            "no.txt": "四",
        },
    )
    files, failures = found(project)
    # Addresses count from the folder in which the store lies
    assert list(files) == ["../[1].txt", "../news/a.txt", "../news/b.txt", "../r/x/y.csv"]
    assert not failures
    assert project.jobs == 2
    assert project.base == (tmp_path / "out").resolve()


def test_digest_changes_with_bytes_mapping_and_reader_alone(tmp_path, monkeypatch):
    def digest(mapping="m.toml"):
        text = f'[[source]]\npath = "a.ttl"\nmapping = "{mapping}"\n'
        return found(made(tmp_path, text))[0]["a.ttl"].digest

    (tmp_path / "a.ttl").write_text("1", encoding="utf-8")
    (tmp_path / "m.toml").write_text("1", encoding="utf-8")
    seen = [digest(), digest("org")]
    assert digest() == seen[0]
    for name in ("m.toml", "a.ttl", "a.ttl.map.toml"):
        (tmp_path / name).write_text("2", encoding="utf-8")
        seen.append(digest())
    monkeypatch.setattr(module, "reader_version", lambda: "other")
    seen.append(digest())
    assert len(set(seen)) == len(seen)


def test_reference_and_targets_come_first(tmp_path):
    text = 'reference = true\ntargets = ["l.toml"]\n[[source]]\npath = "a.txt"\n'
    files, failures = found(made(tmp_path, text, **{"a.txt": "一", "l.toml": "", "l.csv": "1"}))
    assert [one.kind for one in files.values()] == ["reference", "targets", "file"]
    assert not failures
    before = files["targets:l.toml"].digest
    (tmp_path / "l.csv").write_text("2", encoding="utf-8")
    assert found(read_project(tmp_path))[0]["targets:l.toml"].digest != before


def test_what_leads_to_nothing_is_told_and_the_rest_goes_on(tmp_path):
    text = '[[source]]\npath = "none.txt"\n[[source]]\npath = "*.csv"\n[[source]]\npath = "a.txt"\n'
    files, failures = found(made(tmp_path, text, **{"a.txt": "一"}))
    assert list(files) == ["a.txt"]
    assert failures == ["source.missing", "build.no-match"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("= x", "build.unreadable"),
        ("", "build.no-sources"),
        ('[[source]]\nmapping = "org"', "build.wrong"),
        ("[[source]]\npath = 1", "build.wrong"),
        ('source = "news"', "build.wrong"),
        ('sources = "news"', "build.wrong"),
        ('jobs = 0\n[[source]]\npath = "a"', "build.wrong"),
        ('jobs = true\n[[source]]\npath = "a"', "build.wrong"),
        ('judgements = "j/judgements.tsv"\n[[source]]\npath = "a"', "build.judgements"),
    ],
)
def test_mistakes_are_told_in_one_line(tmp_path, text, key):
    with pytest.raises(SourceError) as caught:
        made(tmp_path, text)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh")


def test_no_project_file(tmp_path):
    with pytest.raises(SourceError) as caught:
        read_project(tmp_path)
    assert caught.value.key == "build.no-project"
