from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangfu.graph.keep import reading, writing
from bangfu.graph.store import Store, put
from bangfu.graph.words import understood_words
from bangfu.loaders import find_files, load, sample_folder
from bangfu.ontology.errors import QueryError

MEANT = """
谁在帮扶隆德县 = who-helps 隆德县
谁在帮扶隆德 = who-helps 隆德
现在谁在帮扶宁夏回族自治区固原市隆德县？怎么帮？ = who-helps 宁夏回族自治区固原市隆德县
谁帮马边 = who-helps 马边
哪些说法互相矛盾 = contradictions
What events took place in 纳雍县 = venues 纳雍县
哪些单位帮扶马边彝族自治县 = who-helps 马边彝族自治县
隆德县由谁帮扶 = who-helps 隆德县
隆德县受谁帮扶 = who-helps 隆德县
隆德县的帮扶方 = who-helps 隆德县
who helps 隆德县 = who-helps 隆德县
Who is helping 隆德县 now? = who-helps 隆德县
越城区帮扶谁 = whom-it-helps 越城区
越城区帮扶了哪些县 = whom-it-helps 越城区
民进江苏省委会帮扶过哪些县、哪些学校？ = whom-it-helps 民进江苏省委会
江南大学帮扶哪里 = whom-it-helps 江南大学
谁受越城区帮扶 = whom-it-helps 越城区
whom does 越城区 help = whom-it-helps 越城区
who does 越城区 help? = whom-it-helps 越城区
2024年1月1日那天，福清市与哪些学校结对？ = pairs-on 福清市 2024-01-01
2024-10-01 福清市与谁结对 = pairs-on 福清市 2024-10-01
pairs of 福清市 in force on 2024-10-01 = pairs-on 福清市 2024-10-01
隆德县的学校分别由谁结对？没写名字的有几所？ = school-partners 隆德县
隆德县没写名字的学校有几所 = school-partners 隆德县
school partners of 隆德县 = school-partners 隆德县
凭什么说越城区帮扶马边彝族自治县 = evidence 越城区 马边彝族自治县
越城区帮扶马边彝族自治县的证据 = evidence 越城区 马边彝族自治县
越城区和隆德县结对了吗 = evidence 越城区 隆德县
evidence between 越城区 and 马边彝族自治县 = evidence 越城区 马边彝族自治县
28名是累计还是当年？越城区 = number 越城区 28
越城区 28 是什么意思 = number 越城区 28
what does 28 mean for 越城区 = number 越城区 28
2024年隆德县新派出多少人 = headcounts 隆德县 2024
隆德县累计派了多少人次 = headcounts 隆德县
how many teachers were sent to 隆德县 = headcounts 隆德县
闽宁协作第几批派出 = batches 闽宁协作
batches of 闽宁协作 = batches 闽宁协作
谁从哪个单位派到隆德县，任什么职 = secondments 隆德县
哪些教师派到马边支教 = secondments 马边
who was sent to 隆德县 = secondments 隆德县
隆德县的挂职干部 = secondments 隆德县
纳雍县的任职序列 = posts 纳雍县
罗听松任过什么职 = posts 罗听松
posts held by 罗听松 = posts 罗听松
“闽宁协作”历年做了什么？ = programme 闽宁协作
闽宁协作做了什么 = programme 闽宁协作
what has 闽宁协作 done = programme 闽宁协作
南京晓庄学院承办了哪些活动 = roles 南京晓庄学院
民进江苏省委会在哪些活动里主办 = roles 民进江苏省委会
roles of 民进江苏省委会 = roles 民进江苏省委会
隆德县和福清市有什么关系？ = path 隆德县 福清市
隆德县与福清市是什么关系 = path 隆德县 福清市
how is 隆德县 connected to 福清市 = path 隆德县 福清市
安龙县的培训在哪里办的 = venues 安龙县
where were events for 安龙县 held = venues 安龙县
马边一中指谁 = name 马边一中
“马边一中”是什么单位的简称 = name 马边一中
what does 马边一中 stand for = name 马边一中
隆德县哪些学段、哪些学科有人帮 = subjects 隆德县
subjects helped in 隆德县 = subjects 隆德县
马边一中被帮扶多久了？换过几家？ = partner-history 马边一中
partner history of 马边一中 = partner-history 马边一中
我们的资料从哪来、偏向哪里？ = bias
where does our evidence come from = bias
关于江南大学的一切 = about 江南大学
tell me about 江南大学 = about 江南大学
给我看看马边的资料 = about 马边
What is known about 隆德县? = about 隆德县
马边一中和谁结对 = partner-history 马边一中
partners of 隆德县 over the years = partner-history 隆德县
镜湖中学和哪个学校结对 = school-partners 镜湖中学
为什么说越城区帮扶马边 = evidence 越城区 马边
浙江帮扶四川哪些县 = evidence 浙江 四川
越城区派了多少老师去马边？ = evidence 越城区 马边
did 福清市 help 隆德县 = evidence 福清市 隆德县
when did 越城区 start helping 马边 = evidence 越城区 马边
对口帮扶马边的城市 = who-helps 马边
马边县由哪个市对口帮扶 = who-helps 马边县
谁捐了钱给民建小学 = who-helps 民建小学
民建小学收到了什么捐赠 = who-helps 民建小学
who donated to 民建小学 = who-helps 民建小学
哪个县帮扶最多 = load
which cities help most counties = load
2023年10月马边有多少支教老师 = headcounts 马边 2023
which teachers went to 马边 = secondments 马边
谁是马边一中校长 = posts 马边一中
who is 骆明川 = name 骆明川
马边县近年来的培训 = venues 马边县
有矛盾的说法 = contradictions
数据来源有哪些 = bias
马边的老师从哪里来 = secondments 马边
从江县的支教队员有哪些 = secondments 从江县
江南大学做了哪些帮扶 = whom-it-helps 江南大学
什么是闽宁协作 = name 闽宁协作
结对双方的距离 = distances
how far apart are the pairs = distances
2021年前后有什么变化 = turnover 2021
what changed in 2021 = turnover 2021
今天要复核什么 = review
哪些县改名了 = renames
有没有互相帮扶 = reciprocity
who help each other = reciprocity
逐年的面板 = panel
"""
REFUSED = """
隆德县 = ask.could-be
福清市 隆德县 = ask.could-be
隆德县今天天气怎么样 = ask.could-be
谁在帮扶隆德县和马边彝族自治县 = ask.could-be
隆德县的GDP是多少 = ask.could-be
翁书亭的电话号码 = ask.could-be
who helps = ask.needs-as
培训在哪里举办的 = ask.needs-as
哪些县没有帮扶 = ask.needs-as
which counties have no help = ask.needs-as
who helps Mabian County = ask.unknown
马变县谁帮扶 = ask.unknown
同心树人是什么项目 = ask.unknown
隆德县 2024年 教育 = ask.could-be
谁帮扶隆德县最多 = ask.could-be-but
谁在帮扶隆德县的首富 = ask.could-be-but
谁在帮扶火星县 = ask.unknown-bare
隆德县帮扶弥渡县吗 = ask.unknown-bare
越城区与景东县结对了吗 = ask.unknown-bare
国家开放大学 = ask.unknown-bare
who helps Balin Left Banner = ask.unknown-bare
今天天气怎么样 = ask.not-understood
帮扶 = ask.not-understood
谁最有钱 = ask.not-understood
how are you = ask.not-understood
DROP ALL; SELECT * WHERE {} = ask.not-understood
"" = ask.not-understood
"""


def lines(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split(" = ")) for line in text.strip().splitlines()]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("words") / "bangfu.db"
    with writing(path) as store, sample_folder() as folder:
        for file in find_files([folder]):
            put(store, load(file, folder))
    with reading(path) as opened:
        yield opened


@pytest.mark.parametrize(("text", "meant"), lines(MEANT))
def test_free_words_pick_the_question_and_what_it_is_about(
    sample: Store, text: str, meant: str
) -> None:
    found = understood_words(sample, text)
    assert " ".join((found.question.name, *found.arguments)) == meant


@pytest.mark.parametrize(("text", "key"), lines(REFUSED))
def test_what_is_not_surely_meant_is_never_guessed(sample: Store, text: str, key: str) -> None:
    with pytest.raises(QueryError) as caught:
        understood_words(sample, text.strip('"'))
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh") + caught.value.told("en")


def test_a_refusal_names_what_can_be_typed_instead(sample: Store) -> None:
    with pytest.raises(QueryError) as caught:
        understood_words(sample, "福清市 隆德县")
    told = caught.value.told("zh")
    assert "bangfu ask path 福清市 隆德县" in told
    assert "who-helps" not in told, "it takes one name, and two are given"
    with pytest.raises(QueryError) as caught:
        understood_words(sample, "谁帮扶隆德县最多")
    assert "“最多”" in caught.value.told("zh")


def test_enough_phrasings_are_tried() -> None:
    assert len(lines(MEANT)) + len(lines(REFUSED)) >= 60
