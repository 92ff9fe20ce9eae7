from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import networkx as nx
import pytest

from bangfu.graph.exports.networks import gephi_files, gexf, graphml, neo4j_files, spelled
from bangfu.graph.store import Store, open_store
from bangfu.ontology.nt import iri, literal
from bangfu.ontology.terms import DCT_RIGHTS

KINDS = ("assistance", "secondment")


@pytest.mark.parametrize("level", ["body", "county", "province"])
def test_gexf_and_graphml_come_back_as_they_were(corpus: Store, level: str) -> None:
    wanted = spelled(corpus, KINDS, level)
    assert wanted.number_of_edges() > 1
    data = gexf(corpus, KINDS, level)
    assert data == gexf(corpus, KINDS, level)
    assert b"lastmodifieddate" not in data
    back = nx.read_gexf(io.BytesIO(data))
    assert set(back.nodes) == set(wanted.nodes)
    assert back.number_of_edges() == wanted.number_of_edges()
    for node, said in back.nodes(data=True):
        assert said["label"] == wanted.nodes[node]["label"]
    # the reader of networkx gives an open end as the text None
    spells = sorted(
        str(said.get("spells")).replace("'None'", "None") for *_, said in back.edges(data=True)
    )
    assert spells == sorted(str(said["spells"] or None) for *_, said in wanted.edges(data=True))
    other = nx.read_graphml(io.BytesIO(graphml(corpus, KINDS, level)))
    assert set(other.nodes) == set(wanted.nodes)
    assert sorted(said["facts"] for *_, said in other.edges(data=True)) == sorted(
        said["facts"] for *_, said in wanted.edges(data=True)
    )


def test_a_spell_begins_when_the_help_began(corpus: Store) -> None:
    network = nx.read_gexf(io.BytesIO(gexf(corpus, KINDS, "body")))
    starts = {
        said["spells"][0][0]
        for _, head, said in network.edges(data=True)
        if network.nodes[head]["label"] == "旺苍县" and said.get("programme_label") == "同心树人"
    }
    assert starts == {"2015-01-01"}


def test_tables_for_gephi_and_neo4j_hang_together(corpus: Store) -> None:
    def read(data: bytes) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))

    gephi = dict(gephi_files(corpus, KINDS, "body"))
    nodes = {row["Id"] for row in read(gephi["nodes.csv"])}
    edges = read(gephi["edges.csv"])
    assert edges
    assert {row[end] for row in edges for end in ("Source", "Target")} == nodes
    assert len({row["Id"] for row in edges}) == len(edges)
    assert any(row["Interval"].startswith("<[2015-01-01,") for row in edges)
    neo4j = dict(neo4j_files(corpus, KINDS, "body"))
    things = read(neo4j["nodes.csv"])
    assert next(iter(things[0])) == "iri:ID"
    assert list(things[0])[-1] == ":LABEL"
    links = read(neo4j["relationships.csv"])
    assert list(links[0])[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {row[end] for row in links for end in (":START_ID", ":END_ID")} == {
        row["iri:ID"] for row in things
    }
    assert {row[":TYPE"] for row in links} <= {"HELPS", "SENDS_TO"}


def test_the_rights_of_the_sources_go_with_the_network(corpus: Store) -> None:
    assert "rights" not in spelled(corpus, KINDS, "county").graph
    store = open_store(None)
    for graph in corpus.graphs():
        store.replace_graph(graph, corpus.triples(graph))
    source = next(g for g in store.graphs() if "/source/" in g)
    note = "<内部> & 仅供研究"
    store.replace_graph(
        source, [*store.triples(source), (iri(source), iri(DCT_RIGHTS), literal(note))]
    )
    told = spelled(store, KINDS, "county").graph["rights"]
    assert note in told
    data = gexf(store, KINDS, "county")
    description = ElementTree.fromstring(data).find(".//{*}meta/{*}description")
    assert description is not None
    assert description.text == told
    assert nx.read_gexf(io.BytesIO(data)).number_of_edges() > 1
    assert nx.read_graphml(io.BytesIO(graphml(store, KINDS, "county"))).graph["rights"] == told
    for files in (gephi_files(store, KINDS, "county"), neo4j_files(store, KINDS, "county")):
        rows = list(csv.DictReader(io.StringIO(dict(files)["sources.csv"].decode("utf-8"))))
        assert [row["source"] for row in rows if row["rights"] == note] == [source]
