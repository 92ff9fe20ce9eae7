from dataclasses import replace

import pytest

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.sojourns import since_until
from bangfu.ontology.dates import PartialDate

PAGE = replace(from_text(""), issued=PartialDate(2024, 3, 22))


@pytest.mark.parametrize(
    ("passage", "since", "until"),
    [
        ("2022年8月来到梁河", "2022-08", None),
        ("2019年8月至2022年7月在此任教", "2019-08", "2022-07"),
        ("去年9月到仁化支教", "2023-09", None),
        ("今年3月又来", "2024-03", None),
        ("2022年13月", "2022", None),
        ("来了三年", None, None),
    ],
)
def test_dates_of_a_stay(passage, since, until):
    found = [None if date is None else str(date) for date in since_until(passage, PAGE)]
    assert found == [since, until]


def test_without_the_year_of_the_page_nothing_is_guessed():
    assert since_until("去年9月到仁化", from_text("")) == (None, None)
