"""Names in cells, with the place columns as context."""

import pytest

from bangfu.loaders.tables.bodies import end_of, place_of
from bangfu.ontology.records import Kind


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("宁夏回族自治区", "固原市", "隆德县"), "640423"),
        (("宁夏固原隆德县",), "640423"),
        (("福州市", "鼓楼区"), "350102"),
        (("南京市/鼓楼区",), "320106"),
        (("鼓楼区",), None),
        (("火星",), None),
        ((), None),
    ],
)
def test_places(cells: tuple[str, ...], code: str | None) -> None:
    found = place_of(cells)
    assert (found and found.adcode) == code


@pytest.mark.parametrize(
    ("written", "places", "name", "fault"),
    [
        ("第二中学", ("隆德县",), "隆德县第二中学", None),
        ("隆德县第二中学", ("隆德县",), "隆德县第二中学", None),
        ("隆德县第二中学", (), "隆德县第二中学", None),
        ("实验小学", ("福州市", "鼓楼区"), "福州市鼓楼区实验小学", None),
        ("鼓楼区第一小学", ("福州市", "鼓楼区"), "福州市鼓楼区第一小学", None),
        ("西吉县第三中学", ("隆德县",), "西吉县第三中学", "other-place"),
        ("第二中学", (), "第二中学", "unknown-place"),
        ("厦门大学", ("隆德县",), "厦门大学", None),
        ("一批图书", (), "一批图书", "not-a-body"),
    ],
)
def test_bodies(written: str, places: tuple[str, ...], name: str, fault: str | None) -> None:
    found = end_of(written, place_of(places))
    assert found is not None
    assert (found.mention.name, found.fault) == (name, fault)


def test_places_as_ends() -> None:
    found = end_of("隆德县", None)
    assert found is not None
    assert (found.mention.kind, found.mention.key) == (Kind.PLACE, "640423")
    open_ = end_of("鼓楼区", None)
    assert open_ is not None
    assert (open_.mention.kind, open_.fault) == (Kind.PLACE, "unknown-place")
    assert end_of("  ", None) is None
