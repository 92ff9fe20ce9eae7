"""Many files: the same readings in one process and in several."""

from pathlib import Path

from bench import SAMPLE

from bangfu.loaders import find_files
from bangfu.loaders.batch import CHUNK, load_all
from bangfu.ontology.errors import SourceError
from bangfu.ontology.records import Reading


def test_processes_change_nothing(tmp_path: Path) -> None:
    articles = [path for path in find_files([SAMPLE]) if path.suffix == ".txt"]
    for n in range(CHUNK + 2):
        copy = tmp_path / f"{n:02}.txt"
        copy.write_bytes(articles[n % len(articles)].read_bytes())
    (tmp_path / "03.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    files = find_files([tmp_path])
    alone = list(load_all(files, tmp_path))
    together = list(load_all(files, tmp_path, jobs=2))
    assert [path for path, _ in together] == list(files)
    for (_, one), (_, other) in zip(alone, together, strict=True):
        if isinstance(one, Reading):
            assert one == other
        else:
            assert isinstance(other, SourceError)
            assert one.told("zh") == other.told("zh")
    assert sum(not isinstance(one, Reading) for _, one in together) == 1
