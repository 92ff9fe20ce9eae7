"""Mapping files: the shipped ones are sound, and mistakes in one's own are told where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.loaders.rdf_mapping import read_mapping, shipped
from bangfu.ontology.errors import SourceError

GOOD = """name = "own"
version = 2
[prefixes]
x = "http://x.org/"
[names]
main = "x:name"
[[thing]]
class = "x:School"
kind = "school"
[[fact]]
kind = "assistance"
link = "x:helps"
helper = "subject"
recipient = "object/^x:of/x:town"
values = { modality = "pairing" }
[codes.status]
"结束" = "ended"
"""


def written(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", shipped())
def test_shipped_mapping_is_sound(name):
    mapping = read_mapping(Path(name))
    assert mapping.method == f"rdf/{name} 1"
    assert mapping.facts
    assert mapping.things


def test_paths_and_rules_of_ones_own(tmp_path):
    mapping = read_mapping(written(tmp_path, GOOD))
    (rule,) = mapping.facts
    assert (rule.how, rule.term, rule.fixed) == (
        "link",
        "<http://x.org/helps>",
        {"modality": "pairing"},
    )
    assert rule.fields["helper"] == (("subject", ()),)
    steps = (("<http://x.org/of>", True), ("<http://x.org/town>", False))
    assert rule.fields["recipient"] == (("object", steps),)
    assert mapping.codes == {"status": {"结束": "ended"}}
    assert mapping.method == "rdf/own 2"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('name = "own"', "", "name"),
        ('main = "x:name"', "", "names"),
        ('main = "x:name"', 'main = "y:name"', "names"),
        ('kind = "school"', 'kind = "shool"', "thing"),
        ('kind = "assistance"', 'kind = "help"', "fact"),
        ('link = "x:helps"', "", "fact"),
        ('link = "x:helps"', 'link = "x:helps"\nvia = "x:helps"', "fact"),
        ('helper = "subject"', 'helpr = "subject"', "fact"),
        ("pairing", "paring", "fact"),
        ('"ended"', '"over"', "codes"),
        ("version = 2", 'version = "two"', "version"),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceError) as caught:
        read_mapping(written(tmp_path, GOOD.replace(old, new)))
    assert caught.value.key == "rdf.mapping-wrong"
    assert where in caught.value.values["where"]


def test_no_file_and_no_toml(tmp_path):
    for path in (tmp_path / "none.toml", written(tmp_path, "= x")):
        with pytest.raises(SourceError) as caught:
            read_mapping(path)
        assert caught.value.key == "rdf.mapping-unreadable"
