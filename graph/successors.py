"""Bodies that a reform of the state renamed or put together, by their names without the place.

The reforms are those of the State Council's plans of 2008, 2013 and 2018, and the making of the
bureaus of rural revitalization out of the offices of poverty relief in 2021. Counties followed
within a year or two, and not all of them: so these make a pair likely, and nothing sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["YEARS", "successors"]

_REFORMS: Final = (
    (2008, ("人事局", "劳动和社会保障局", "劳动保障局"), "人力资源和社会保障局"),
    (2013, ("卫生局", "人口和计划生育局"), "卫生和计划生育局"),
    (2018, ("卫生和计划生育局",), "卫生健康局"),
    (2018, ("农业局", "农牧局", "农业委员会"), "农业农村局"),
    (2018, ("文化局", "旅游局"), "文化和旅游局"),
    (2021, ("扶贫办", "扶贫局", "扶贫开发局"), "乡村振兴局"),
)
YEARS: Final = tuple(sorted({year for year, _, _ in _REFORMS}))
"""The years of the reforms."""


def successors(core: str) -> Iterator[tuple[str, int]]:
    """What a body of this name came to be called, and in the reform of which year.

    >>> list(successors("扶贫办"))
    [('乡村振兴局', 2021)]
    """
    return ((new, year) for year, old, new in _REFORMS if core in old)
