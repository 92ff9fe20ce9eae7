"""Under which programme a pair stands: only where the article ties the two together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from ....ontology.records import Kind, Mention, Modality, Status
from ...aided import AIDED, AIDS
from ...later import later
from ...lexicon import rows
from ..entities.sides import codes_of
from ..page.sentences import sentence_around
from .claims import Claim

__all__ = ["programme_of", "schemes_of"]

#: Phrases that are mostly verbs: they name a scheme only in quotes or before 工作机制 and the like.
_VERB = later(r"(?:中央单位)?(?:定点|对口|结对|挂钩|托管)?(?:帮扶|扶贫|支援|援助|协作)$")
_SCHEME_AFTER = later(r"[”」』]?(?:工作)?(?:机制|项目|工程|计划|行动|政策|专项)")
#: A way of teaching, not a scheme of help.
_LESSON = later(r"(?:课堂|云教|云校|网校|书屋|书库|送教|讲堂)$")
#: Schemes by which people give: 思源助学, 同心·彩虹行动.
_GIVING = later(r"助学|行动|爱心|书屋|送学|同心|捐|圆梦|希望")
_SHARED = frozenset(
    {Modality.PAIRING, Modality.SECONDMENT, Modality.MANAGEMENT, Modality.TRAINING, Modality.OTHER}
)
_HEAD = 160  # characters at the top of a page that say what it is about


@cache
def _pairs() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row["shorthand"], row["helper_adcode"][:2], row["recipient_adcode"][:2])
        for row in rows("lexicon/coop_shorthand.csv")
    )


def schemes_of(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of programmes that name a scheme, without 定点帮扶 and the like as verbs."""
    return tuple(m for m in mentions if m.kind is Kind.PROGRAMME and not _is_verb(text, m))


def programme_of(
    text: str, claim: Claim, schemes: Sequence[Mention], context: Collection[str] = ()
) -> Mention | None:
    """The scheme of `claim`: named in its sentence, else the one that the whole page is about.

    The latter only for help that fits: a gift, or a helper from elsewhere, is not put under it.
    """
    low, high = sentence_around(text, claim.start, claim.end)
    ends = codes_of(claim.helper, context), codes_of(claim.recipient, context)
    fits = {name: _fits(name, *ends) for name in {m.name for m in schemes}}
    fitting = [m for m in schemes if fits[m.name]]
    near = [
        m
        for m in fitting
        if low <= m.start and m.end <= high
        and (not _LESSON.search(m.name) or (claim.start <= m.start and m.end <= claim.end))
    ]  # fmt: skip
    if near:
        return min(near, key=lambda m: (_distance(claim, m), m.start))
    if claim.status is Status.ENDED:
        return None
    if claim.modality not in _SHARED:
        return _of_the_page(fitting, claim)
    if claim.helper.kind is Kind.PERSON or claim.helper.name.endswith("大学"):
        return None
    general = [m for m in fitting if not _LESSON.search(m.name)]
    keys = Counter(m.key for m in general)
    if not keys:
        return None
    heads = {m.key for m in general if m.start < _HEAD}
    ranked = sorted(keys, key=lambda key: (key not in heads, -keys[key]))
    if len(keys) > 1 and ranked[0] not in heads and keys[ranked[0]] == keys[ranked[1]]:
        return None
    return next(m for m in general if m.key == ranked[0])


def _of_the_page(fitting: Sequence[Mention], claim: Claim) -> Mention | None:
    """The one scheme at the head of the page, under which its gifts are made too.

    A scheme between regions stands over what regions do, not over what firms give.
    """
    named = {m.key: m for m in reversed(fitting) if not _LESSON.search(m.name)}
    heads = [m for m in named.values() if m.start < _HEAD]
    if len(named) != 1 or len(heads) != 1 or claim.modality is not Modality.FUNDING:
        return None
    return heads[0] if _GIVING.search(heads[0].name) else None


def _distance(claim: Claim, mention: Mention) -> int:
    if mention.end <= claim.start:
        return claim.start - mention.end
    return max(0, mention.start - claim.end)


def _is_verb(text: str, mention: Mention) -> bool:
    form = text[mention.start : mention.end].strip("“”「」")
    if not _VERB.fullmatch(form):
        return False
    quoted = text[max(0, mention.start - 1) : mention.start] in ("“", "「")
    return not quoted and _SCHEME_AFTER.match(text, mention.end) is None


def _fits(name: str, here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether a scheme of certain regions can hold ends with these codes, as far as known."""
    aided = [AIDED[word[0][-1]] for word in AIDS.finditer(name)]
    if there and any(not there[-1].startswith(province) for province in aided):
        return False
    for word, helper, recipient in _pairs():
        if word in name:
            return (not here or here[-1].startswith(helper)) and (
                not there or there[-1].startswith(recipient)
            )
    return True
