from __future__ import annotations

import json

import pytest

from bangfu.graph.exports.ftm import ftm
from bangfu.graph.store import Store


def test_every_line_is_an_entity_that_the_library_takes(corpus: Store) -> None:
    model = pytest.importorskip("followthemoney").model
    lines = ftm(corpus).decode("utf-8").splitlines()
    proxies = {}
    for line in lines:
        data = json.loads(line)
        proxy = model.get_proxy(data)
        proxy.schema.validate(data)
        # cleaning drops what the model does not take: nothing may be dropped
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in data["properties"].items()}
        proxies[proxy.id] = proxy
    assert len(proxies) == len(lines)
    ends = [
        end
        for proxy in proxies.values()
        for name in ("subject", "object", "employee", "employer")
        if name in proxy.schema.properties
        for end in proxy.get(name)
    ]
    assert ends
    assert all(end in proxies for end in ends)
    helping = [
        (proxies[proxy.first("subject")].caption, proxies[proxy.first("object")].caption)
        for proxy in proxies.values()
        if proxy.schema.name == "UnknownLink"
    ]
    assert any(recipient == "旺苍县" for _, recipient in helping)


def test_the_same_store_gives_the_same_lines(corpus: Store) -> None:
    assert ftm(corpus) == ftm(corpus)
