from pathlib import Path

from leaky import leaky_store

from bangfu.graph.ask import ask
from bangfu.graph.keep import reading


def test_each_hidden_person_is_one_row_with_the_reason(tmp_path: Path) -> None:
    with reading(leaky_store(tmp_path)) as store:
        answer = ask(store, "redactions")
        partner = ask(store, "redactions", profile="partner")
    rows = {row[0]: row for row in answer.rows}
    assert len(rows) == len({"凌霜降", "欧阳听雪", "才让·卓玛", "褚砚秋", "顾云起"}) == 5
    assert rows["顾云起"][3:5] == ("P1", "rosterOnly")
    assert rows["凌霜降"][3:5] == ("P2", "privatePerson")
    assert rows["凌霜降"][1] == "语文教师"
    assert "旺苍县第一中学" in rows["凌霜降"][2]
    assert rows["凌霜降"][5].startswith("语文教师")
    assert rows["凌霜降"][7]
    assert {row[0]: row[5] for row in partner.rows}["凌霜降"].startswith("凌某")
