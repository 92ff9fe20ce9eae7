import re

from bangfu.loaders.news.posts.visits import CALLS, LESSONS


def test_who_only_comes_by_is_told_from_who_stays():
    assert re.search(CALLS, "到白水中学看望教师")
    assert re.search(LESSONS, "到白水中学送教")
    assert not re.search(f"{CALLS}|{LESSONS}", "到白水中学任教一年")
