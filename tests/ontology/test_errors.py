import pytest

from bangfu.ontology import errors
from bangfu.ontology.errors import BangfuError, SourceError

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, BangfuError) and kind is not BangfuError
]


def test_tree_in_the_docstring_is_the_tree():
    drawn = {
        line.split()[1] for line in errors.__doc__.splitlines() if line.startswith(("├──", "└──"))
    }
    assert drawn == {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_all_are_caught_by_the_root(kind):
    assert kind.__bases__ == (BangfuError,)


def test_told_in_both_languages():
    error = SourceError("source.missing", path="一.txt")
    assert "一.txt" in error.told("zh")
    assert error.told("zh") != error.told("en")
    assert str(error) == error.told("en")
    assert error.values == {"path": "一.txt"}


def test_values_cannot_fill_in_more_placeholders():
    assert "{path}" in str(SourceError("source.missing", path="{path}"))


def test_unknown_key_is_a_mistake_in_the_code():
    with pytest.raises(KeyError):
        str(SourceError("source.no-such-string"))
