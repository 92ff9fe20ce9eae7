"""The README and the help name everything that there is, in both languages."""

import re
import runpy

import pytest
from bench import PROJECT

from bangfu.graph.cli import app
from bangfu.graph.question import questions

READMES = ("README.md", "README.zh.md")


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_each_command_is_named(name: str) -> None:
    commands = [command.name for command in app.registered_commands]
    assert len(commands) > 20
    missing = [command for command in commands if not re.search(rf"\b{command}\b", text_of(name))]
    assert missing == []


def test_the_page_of_questions_is_what_the_questions_say() -> None:
    told = runpy.run_path(str(PROJECT / ".ci" / "docs" / "questions.py"))["page"]()
    assert told == text_of("docs/questions.md"), "run .ci/docs/questions.py"
    assert all(f"`{one.name}`" in told for one in questions())


@pytest.mark.parametrize("name", READMES)
def test_the_number_of_questions_is_true(name: str) -> None:
    (count,) = re.findall(r"(\d+) (?:questions|个问题)", text_of(name))
    assert int(count) == len(questions())


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text_of(name))
    assert len(links) >= 4
    assert [link for link in links if not (PROJECT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_both_set_up_commands_stand_there_word_for_word(name: str) -> None:
    run = text_of(".ci/run")
    first = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/bangfu demo"
    assert first in text_of(name)
    assert (
        first.replace("pip install .", "pip install -q .").replace(
            ".venv/bin/bangfu", "DISPLAY= .venv/bin/bangfu"
        )
        in run
    )
    assert "\n.ci/test\n" in text_of(name)
    assert "\n.ci/test\n" in run


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "tour.db").is_dir()
