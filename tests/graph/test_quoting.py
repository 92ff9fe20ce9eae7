import pytest

from bangfu.graph.profile import Profile
from bangfu.graph.quoting import cap, closed, cut
from bangfu.ontology.nt import literal
from bangfu.ontology.terms import DCT_RIGHTS, SOURCE_CLASS, concept

SOURCE = "https://x/1"
ROSTER = concept("sourceClass", "roster")


def limit(profile: Profile, *, rights: str | None = None, kind: str | None = None) -> int:
    node = f"<{SOURCE}>"
    triples = [] if rights is None else [(node, f"<{DCT_RIGHTS}>", literal(rights))]
    triples += [] if kind is None else [(node, f"<{SOURCE_CLASS}>", f"<{kind}>")]
    return cap(profile, SOURCE, triples)


def test_the_public_sees_less_and_of_a_forbidding_page_less_still() -> None:
    plain = [limit(profile) for profile in (Profile.PARTNER, Profile.PUBLIC)]
    forbidding = [
        limit(profile, rights="未经授权禁止复制或建立镜像")
        for profile in (Profile.PARTNER, Profile.PUBLIC)
    ]
    assert plain[0] > plain[1] > forbidding[1]
    assert plain[0] > forbidding[0] > forbidding[1]
    assert limit(Profile.PUBLIC, rights="CC BY 4.0") == plain[1]


@pytest.mark.parametrize(
    ("rights", "open_to"),
    [("internal", ()), ("partner; basis: 协议", ("partner",)), ("public", ("partner", "public"))],
)
def test_a_roster_is_closed_unless_its_mapping_opens_it(rights: str, open_to: tuple[str]) -> None:
    shared = (Profile.PARTNER, Profile.PUBLIC)
    assert tuple(p for p in shared if not closed(p, ROSTER, [rights])) == open_to
    assert not closed(Profile.PUBLIC, concept("sourceClass", "notice"), [rights])


def test_the_part_that_proves_it_is_kept() -> None:
    quote = "前" * 50 + "天津市" + "中" * 10 + "旺苍县" + "后" * 50
    start, part = cut(quote, 30, ["天津市", "旺苍县", "不在其中"])
    assert "天津市" in part
    assert "旺苍县" in part
    assert quote[start : start + 30] == part


def test_of_names_too_far_apart_the_first_are_kept() -> None:
    quote = "甲地" + "—" * 100 + "乙地"
    start, part = cut(quote, 20, ["甲地", "乙地"])
    assert (start, part) == (0, quote[:20])
    assert cut(quote, 20, []) == (0, quote[:20])
    assert cut(quote, 20, ["乙地"]) == (len(quote) - 20, quote[-20:])
