"""The steps of a tour: read from TOML or JSON, checked, and tied to what the page shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bangfu.graph.story import read_story, told_on
from bangfu.ontology.errors import DrawError

STEP = {"title": "甲", "text": "乙", "highlight": "旺苍县", "view": "map", "years": [2015, 2020]}


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"steps": [STEP]}), encoding="utf-8-sig")
    lines = "\n".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in STEP.items()
    )
    (tmp_path / "a.toml").write_text(f"[[steps]]\n{lines}\n", encoding="utf-8")
    assert read_story(tmp_path / "a.json") == read_story(tmp_path / "a.toml") == [STEP]


@pytest.mark.parametrize(
    ("step", "key"),
    [
        ({"text": "x"}, "title"),
        ({"title": "x", "view": "globe"}, "view"),
        ({"title": "x", "level": "village"}, "level"),
        ({"title": "x", "years": [2015]}, "years"),
        ({"title": "x", "years": [True, 2015]}, "years"),
        ({"title": "x", "modality": "pairing"}, "modality"),
        ({"title": "x", "highlight": 3}, "highlight"),
        ({"title": "x", "colour": "red"}, "colour"),
        ("x", "title"),
    ],
)
def test_a_wrong_step_is_named(tmp_path: Path, step: object, key: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"steps": [{"title": "x"}, step]}), encoding="utf-8")
    with pytest.raises(DrawError, match=f"step 2: “{key}”"):
        read_story(file)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"steps": []}', '{"steps": 3}'])
def test_what_is_no_story_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DrawError):
        read_story(file)
    with pytest.raises(DrawError):
        read_story(tmp_path / "none.toml")


def test_names_become_what_the_page_knows() -> None:
    steps = [{"title": "x", "highlight": "旺苍县", "open": ["四川省"]}]
    names = {"旺苍县": "iri:wc", "四川省": "iri:sc"}
    assert told_on(steps, names, Path("a")) == [
        {"title": "x", "highlight": "iri:wc", "open": ["iri:sc"]}
    ]
    with pytest.raises(DrawError, match="旺苍县"):
        told_on(steps, {}, Path("a"))
    assert steps[0]["highlight"] == "旺苍县"
