"""How good the reader's persons are on articles that the model has not seen.

``python -m bangfu.loaders.training.crossval``: five times, the model is trained on four fifths of
the project's articles and measured on the rest, with the whole reader up to persons in the loop.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from ..news.entities.mentions import find_mentions
from ..news.page.clean import clean
from ..news.people.names import fold_dots
from ..news.people.persons import people_in
from ..news.people.proposer import propose_with
from ..source import read_document
from .examples import Example, article_examples
from .train import fit, training_set

__all__ = ["Tally", "compare", "cross_validate", "folded", "show", "tallied"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Names found, wrongly found, missed; `alone` of the found only the model saw."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    alone: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The sum of two counts."""
        return Tally(
            self.right + other.right, self.wrong + other.wrong,
            self.missed + other.missed, self.alone + other.alone,
        )  # fmt: skip

    def __str__(self) -> str:
        """Precision, recall, F1 and the counts."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        both = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return (
            f"P {precision:.3f} R {recall:.3f} F1 {both:.3f} "
            f"({self.right} right, {self.wrong} wrong, {self.missed} missed, {self.alone} by model)"
        )


def compare(article: Path, gold: Path, tagger: pycrfsuite.Tagger | None) -> Tally:
    """Persons of an article against its gold, by name; without a tagger, those of the rules."""
    page = clean(read_document(article, article.parent))
    mentions = find_mentions(page)
    proposals = propose_with(tagger, page.text, mentions) if tagger is not None else None
    people, scores = people_in(page, mentions, proposals)
    forms: dict[str, set[str]] = {}
    for person in people:
        met = fold_dots(page.text[person.start : person.end])
        forms.setdefault(person.name, set()).update((person.name, met))
    alone = sum(1 for name in forms if name in scores)
    return tallied(forms, gold, ("Person",), alone)


def tallied(forms: Mapping[str, set[str]], gold: Path, types: Collection[str], alone: int) -> Tally:
    """The names read, each with its forms, against the entities of these types in a gold file."""
    entities = json.loads(gold.read_text(encoding="utf-8"))["entities"]
    wanted = [
        ({fold_dots(name) for name in (one["name"], *one.get("aliases", ()))}, one.get("optional"))
        for one in entities
        if one["type"] in types
    ]
    known = set().union(*(names for names, _ in wanted))
    found: set[str] = set().union(*forms.values())
    right = sum(1 for names, optional in wanted if not optional and names & found)
    missed = sum(1 for names, optional in wanted if not optional and not names & found)
    wrong = sum(1 for names in forms.values() if not names & known)
    return Tally(right, wrong, missed, alone)


def cross_validate(folder: Path, folds: int = 5) -> tuple[Tally, Tally]:
    """Rules only, and rules with models that have not seen the article they are measured on."""

    def train(examples: Sequence[Example], model: Path) -> None:
        fit(training_set(examples), model)

    return folded(folder, article_examples(folder), train, compare, folds)


def folded(
    folder: Path,
    examples: Sequence[tuple[str, Example]],
    train: Callable[[Sequence[Example], Path], None],
    measure: Callable[[Path, Path, pycrfsuite.Tagger | None], Tally],
    folds: int,
) -> tuple[Tally, Tally]:
    """The articles of `folder` measured without a model, and each with one that never saw it.

    `examples` are those to learn from, by the stem of their article; `train` writes the model of
    some of them, `measure` compares an article with its gold under a tagger or without one.
    """
    stems = sorted(path.name.removesuffix(".gold.json") for path in folder.glob("*.gold.json"))
    rules, both = Tally(), Tally()
    with tempfile.TemporaryDirectory() as place:
        model = Path(place) / "fold.crfsuite"
        for fold in range(folds):
            kept = set(stems[fold::folds])
            train([one for stem, one in examples if stem not in kept], model)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(model))
            for stem in sorted(kept):
                article, gold = folder / f"{stem}.txt", folder / f"{stem}.gold.json"
                rules += measure(article, gold, None)
                both += measure(article, gold, tagger)
            tagger.close()
    return rules, both


def show(
    validate: Callable[[Path], tuple[Tally, Tally]], doc: str | None, given: Sequence[str] | None
) -> None:
    """Print both figures of `validate` for the folder that the arguments `given` name."""
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--gold", type=Path, default=here / "tests" / "gold" / "train")
    rules, both = validate(parser.parse_args(given).gold)
    sys.stdout.write(f"rules {rules}\nrules and model {both}\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both figures."""
    show(cross_validate, __doc__, arguments)


if __name__ == "__main__":
    main()
