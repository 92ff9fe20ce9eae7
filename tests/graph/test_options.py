"""Options that commands share."""

import pytest

from bangfu.graph.options import among
from bangfu.ontology.errors import QueryError


def test_among() -> None:
    assert among("csv", ("csv", "tsv"), "cli.format") == "csv"
    with pytest.raises(QueryError) as caught:
        among("pdf", ("csv", "tsv"), "cli.format")
    assert caught.value.told("en") == "pdf: no such format; there are: csv, tsv"
