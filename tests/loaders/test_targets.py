from collections import Counter

import pytest

from bangfu.loaders.targets import Slot, read_target_list, shipped_lists
from bangfu.ontology.errors import SourceError
from bangfu.ontology.records import PlaceLevel, SourceClass, Stance

HEAD = 'code = "own"\nname = "我县名单"\ndate = "2024-05"\n'


def written(folder, text, **files):
    for name, content in files.items():
        (folder / name).with_suffix(".csv").write_text(content, encoding="utf-8")
    path = folder / "own.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_the_lists_that_ship_are_whole():
    lists = {one.code: one for one in shipped_lists()}
    assert {code: len(one.targets) for code, one in lists.items()} == {
        "160": 160,
        "sichuan25": 25,
        "sichuan39": 39,
    }
    key = lists["160"]
    assert key.slots == (Slot(name="普通高中"), Slot(name="职业学校"))
    assert str(key.source.issued) == "2021-08-27"
    assert key.source.source_class is SourceClass.REFERENCE
    split = Counter(one.place.adcode[:2] for one in key.targets)
    # as published: 内蒙古 广西 重庆 四川 贵州 云南 陕西 甘肃 青海 宁夏
    codes = ("15", "45", "50", "51", "52", "53", "61", "62", "63", "64")
    assert [split[code] for code in codes] == [10, 20, 4, 25, 20, 27, 11, 23, 15, 5]
    stances = Counter(one.evidence.stance for one in key.targets)
    assert stances == {Stance.STATED: 93, Stance.INFERRED: 67}
    for one in key.targets:
        proof = one.evidence
        assert key.source.text[proof.start : proof.end] == proof.quote
        assert one.place.level is PlaceLevel.COUNTY


def test_a_list_of_ones_own_by_names(tmp_path):
    path = written(
        tmp_path,
        '[[slots]]\nname = "小学"\ncount = 2\n[members]\nnames = ["旺苍县", "青海海南州"]\n',
    )
    own = read_target_list(path)
    assert [one.place.adcode for one in own.targets] == ["510821", "632500"]
    assert own.slots == (Slot(name="小学", count=2),)
    assert own.source.address == "targets/own"
    assert {one.evidence.confidence for one in own.targets} == {1.0}


def test_a_list_of_ones_own_by_a_file_with_context_in_a_column(tmp_path):
    table = "name,province,batch\n鼓楼区,福建省,1\n思茅区,,2\n"
    text = '[members]\nfile = "own.csv"\nwhere = {{ batch = "{}" }}\n'
    own = read_target_list(written(tmp_path, text.format(1), own=table))
    assert [one.place.adcode for one in own.targets] == ["350102"]
    with pytest.raises(SourceError) as found:
        read_target_list(written(tmp_path, text.format(9), own=table))
    assert found.value.key == "place.list-empty"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[members]\nnames = ["鼓楼区"]\n', "place.list-unsure"),
        ('[members]\nnames = ["旺仓县"]\n', "place.list-unsure"),
        ('[members]\nnames = ["襄樊市"]\n', "place.list-unsure"),
        ('[members]\nnames = ["旺苍县", "旺苍"]\n', "place.list-twice"),
        ("[members]\nnames = []\n", "place.list-empty"),
        ("[members\n", "place.list-broken"),
        ("", "place.list-broken"),
        ('[members]\nfile = "../secret.csv"\n', "place.list-broken"),
        ('[members]\nfile = "none.csv"\n', "place.list-unreadable"),
        (
            '[[slots]]\nname = "小学"\ncount = 0\n[members]\nnames = ["旺苍县"]\n',
            "place.list-broken",
        ),
    ],
)
def test_what_is_wrong_is_one_line_with_the_place(tmp_path, text, key):
    with pytest.raises(SourceError) as found:
        read_target_list(written(tmp_path, text))
    assert found.value.key == key
    for lang in ("zh", "en"):
        line = found.value.told(lang)
        assert "\n" not in line
        assert ".toml" in line or ".csv" in line


def test_a_name_must_not_contradict_its_code(tmp_path):
    table = "adcode,name\n510821,剑阁县\n"
    with pytest.raises(SourceError) as found:
        read_target_list(written(tmp_path, '[members]\nfile = "own.csv"\n', own=table))
    assert found.value.key == "place.list-unsure"


def test_a_missing_list_is_told(tmp_path):
    with pytest.raises(SourceError) as found:
        read_target_list(tmp_path / "none.toml")
    assert found.value.key == "place.list-unreadable"
