import pytest

from bangfu.loaders.news.posts.tellings import LATER, TELLINGS

RULES = dict(TELLINGS)


@pytest.mark.parametrize(
    ("rule", "signs"),
    [
        ("each-aside", "Ⓑ：Ⓝ（支教Ⓑ）、Ⓝ（支教Ⓑ）"),
        ("aside-to", "Ⓝ（支教Ⓑ）"),
        ("headed", "Ⓑ：Ⓝ（Ⓑ）、Ⓝ（Ⓑ）"),
        ("visited-here", "在Ⓑ，慰问团看望慰问在此支教的ⒷⓉⓃ"),
        ("visited-of", "到Ⓑ慰问ⒷⓉⓃ时"),
        ("own-at", "Ⓝ驻村的海拔高的Ⓟ"),
        ("begins", "Ⓝ、ⒷⓉⓃ一行三人抵达Ⓑ，开始为期一年的支教"),
        ("each-at", "Ⓝ到Ⓑ、Ⓝ到Ⓑ"),
        ("each-then", "Ⓝ、Ⓝ、Ⓝ，三人分别在Ⓑ、Ⓑ、Ⓑ支教"),
        ("crew-of", "由Ⓝ任队长，Ⓝ、Ⓝ为队员的Ⓟ支教队进驻Ⓑ"),
        ("is-of-senders", "Ⓑ的ⓃⓉ是Ⓟ派来的"),
        ("was-now", "Ⓝ原在Ⓑ工作，现任ⒷⓉ"),
        ("from-to-stays", "从Ⓑ到Ⓑ，Ⓝ一待就是三年"),
        ("under", "Ⓝ老师受Ⓑ委派，在Ⓑ开展帮扶工作"),
        ("placed-at-is", "被分配到Ⓑ的是Ⓝ和Ⓝ"),
        ("sends-to", "Ⓟ向Ⓑ派出Ⓝ、Ⓝ两名Ⓣ"),
        ("came-of", "Ⓟ来的Ⓝ、Ⓝ两位老师"),
        ("goes", "Ⓝ主动报名到ⓅⒷ支教"),
        ("off-as", "Ⓝ说得很有信心，他马上要去Ⓑ当Ⓣ"),
        ("led-sent", "Ⓑ派出以ⓉⓃ为Ⓣ的Ⓣ组，进驻Ⓑ"),
        ("is-sent-to", "Ⓝ是Ⓑ派驻Ⓟ的Ⓣ"),
        ("sends-aid", "选派了Ⓝ、Ⓝ等三名医疗人才参与援助ⓅⒷ建设"),
        ("joins-aid", "选派Ⓝ参加援疆工作，任ⒷⓉ"),
        ("posted-in", "Ⓑ驻Ⓑ支教ⓉⓃ"),
        ("leaves", "援藏ⓉⓃ说，离开Ⓑ到Ⓑ"),
        ("ends-returns", "Ⓝ结束了在Ⓑ的支教工作，回到Ⓑ"),
        ("as-sent", "Ⓝ作为Ⓑ选派的支教Ⓣ，在Ⓑ任教"),
        ("was-before", "Ⓝ到Ⓑ担任Ⓣ，此前他是ⒷⓉ"),
        ("both-from", "Ⓝ、Ⓝ（均来自Ⓑ）在Ⓑ支教"),
        ("all-in", "ⒷⓉⓃ、ⒷⓉⓃ在Ⓑ（Ⓑ）积极开展组团式教育帮扶工作"),
        ("at-of", "在Ⓑ帮扶的ⓉⓃ"),
        ("becomes", "Ⓝ拒绝了条件稍好的Ⓟ，成为Ⓑ的一名Ⓣ"),
        ("settles", "Ⓝ带队进驻Ⓑ"),
        ("own-at", "Ⓝ支教的Ⓑ"),
        ("each-off", "Ⓑ的Ⓝ、玉龙学校的Ⓝ分赴Ⓑ、Ⓑ，支教"),
        ("posted", "Ⓝ，ⒷⓉ、Ⓣ，现挂职ⒷⓉ"),
        ("headed-by", "以ⓃⓉ为代表的ⓅⒷ帮扶团队，奔赴Ⓑ"),
        ("while-at", "在ⓅⒷ支教的日子里，Ⓝ写了三本书"),
        ("entry-to", "Ⓝ，男，Ⓑ，拟派往Ⓑ支教"),
        ("each-as", "ⒷⓉⓃ、ⒷⓉⓃ被派往Ⓟ，分别担任Ⓑ、Ⓑ的Ⓣ"),
        ("posted-by", "Ⓑ派驻Ⓟ的挂职ⓉⓃ"),
        ("former", "Ⓑ的Ⓝ同志已于7月期满返回，其担任的ⒷⓉ职务自然免除"),
        ("row-of", "1.Ⓝ，女，Ⓑ→Ⓑ"),
        ("visited", "Ⓑ一行来到Ⓑ，看望慰问Ⓑ的ⓉⓃ、Ⓝ"),
        ("served-here", "Ⓑ也是Ⓑ首批队员Ⓝ、Ⓝ曾经支教的地方"),
        ("group-goes", "Ⓝ、Ⓝ等5位ⓅⓉ，不远千里，从Ⓟ到Ⓑ支教"),
        ("is-sent-to", "Ⓝ（右二）是Ⓑ派到Ⓑ的援藏Ⓣ"),
        ("sent-as", "作为Ⓑ派往Ⓑ的Ⓣ，Ⓝ很忙"),
        ("own-host", "Ⓝ的支教学校是Ⓑ"),
        ("as-took", "Ⓝ作为Ⓟ首批Ⓣ之一，赴Ⓟ担任ⒷⓉ"),
        ("is-goes", "Ⓝ，是一名Ⓑ新闻专业的研二Ⓣ，正在Ⓟ支教"),
        ("goes", "Ⓝ和Ⓝ，与另外21名Ⓣ，组队来到Ⓑ支教"),
        ("with-sends", "Ⓑ与Ⓟ取得联系，选出Ⓝ、Ⓝ4名Ⓣ，开展为期半年的支教"),
        ("follows", "Ⓝ跟随支教团来到Ⓟ"),
        ("goes", "Ⓝ老师赴Ⓑ进行为期一年的挂职工作"),
        ("sends-out", "Ⓑ选派Ⓝ、Ⓝ两名团干部赴县（区）团委挂职锻炼"),
        ("sets-out", "Ⓝ、Ⓝ将远赴Ⓟ"),
        ("posted", "ⓃⓉ，ⒷⓉ，挂任Ⓑ班主任"),
        ("posted-at", "Ⓑ在Ⓟ挂职、时任ⓅⓉⓃ"),
        ("as-took", "Ⓝ作为Ⓟ第七批Ⓣ，担任ⒷⓉ"),
        ("arrives", "ⒷⓉⓃ抵达Ⓟ的第三天"),
        ("will-serve", "Ⓝ将在Ⓟ基层学校开展Ⓣ实习支教"),
        ("visited-each", "前往Ⓑ与Ⓑ看望慰问Ⓑ支教的Ⓝ与Ⓝ"),
        ("visited-at", "Ⓣ一行到Ⓑ慰问在这里支教的Ⓝ"),
        ("is-goes", "Ⓝ，是Ⓑ的一名Ⓣ，为了响应号召，由我带队和四名Ⓣ一起来到Ⓟ支教"),
        ("begins", "Ⓝ来到Ⓑ，开始为期两年的支教"),
        ("returns", "Ⓝ结束一年的支教，近日从Ⓑ归来"),
        ("comes-here", "Ⓑ的ⓃⓉ来校支教"),
        ("aids-region", "ⒷⓉⓃ，曾两次援藏"),
        ("office-of", "现任ⓉⓃ，去年到任"),
        ("goes", "ⒷⓃⓉ和ⒷⓃⓉ到Ⓑ支教"),
        ("takes-up", "Ⓝ，任ⒷⒷⓉ"),
        ("row-of", "Ⓣ Ⓝ Ⓑ 挂任ⒷⓉ"),
        ("stays", "Ⓑ的Ⓝ、Ⓑ的Ⓝ去了Ⓑ"),
        ("each-at", "Ⓝ将到Ⓑ任教，Ⓝ则去Ⓑ"),
        ("each-off", "Ⓑ的Ⓝ、Ⓑ的Ⓝ分赴Ⓑ、Ⓑ，为期一年"),
        ("at-post-of", "在Ⓑ担任Ⓣ的Ⓝ"),
        ("at-as", "Ⓝ在Ⓑ担任Ⓣ"),
        ("now-at", "Ⓝ，ⒷⓉ，现服务于Ⓑ"),
        ("now-as", "Ⓝ，ⒷⓉ，现在在Ⓑ当Ⓣ"),
        ("comes-as", "Ⓝ从Ⓑ来，目前担任Ⓑ的Ⓣ"),
        ("came-when", "Ⓝ是前年秋天到Ⓑ的"),
        ("appointed", "Ⓝ同志（ⒷⓉ）任ⒷⓉ"),
        ("appointed-from", "Ⓝ同志任ⒷⓉ（挂职，来自Ⓑ）"),
        ("from-to-then", "去年，从Ⓑ到Ⓟ挂职Ⓣ，Ⓝ很忙"),
        ("entry-aside", "Ⓝ ⒷⓉ（挂职），ⒷⓉ"),
        ("applies", "Ⓝ这次主动申请到更远的Ⓑ"),
        ("where-to", "Ⓝ报名支教，去的学校是Ⓑ"),
        ("walks-in", "两年前，刚满三十岁的ⓉⓃ背着琴走进Ⓑ"),
        ("goes", "Ⓝ在Ⓑ教三年级语文"),
        ("returns", "Ⓝ和Ⓝ结束了一年的援藏工作，从Ⓑ启程返乡"),
        ("host-of", "Ⓑ的ⓅⓉⓃ"),
        ("with-of", "在Ⓑ，Ⓝ遇到了来自Ⓑ的ⓉⓃ"),
        ("aids", "ⓅⒷⓉⓃ、ⒷⓉⓃ，援助Ⓟ，为期一年半"),
        ("bound-for", "ⒷⓉⓃ、ⒷⓉⓃ，去的是Ⓑ"),
        ("lands", "Ⓝ、Ⓝ，则在Ⓑ落脚"),
        ("in-column", "▲Ⓝ　Ⓑ　在Ⓑ教语文"),
        ("serves-at", "Ⓝ，来自Ⓑ，服务学校为Ⓑ"),
        ("as-aider", "Ⓝ是Ⓑ的Ⓣ，援疆期间任ⒷⓉ"),
        ("stays", "Ⓑ的Ⓝ一同分在Ⓑ"),
    ],
)
def test_each_rule_has_its_telling(rule, signs):
    assert RULES[rule].search(signs)


def test_a_bracket_that_says_where_somebody_goes_is_no_home():
    assert RULES["headed"].search("Ⓑ：Ⓝ（支教Ⓑ）") is None


def test_no_rule_reads_a_sentence_about_something_else():
    signs = "ⒷⓉⓃ说，ⓅⒷ的Ⓣ很多"
    assert [rule for rule, telling in TELLINGS if telling.search(signs)] == []


def test_years_of_teaching_are_no_lessons():
    assert RULES["goes"].search("Ⓝ在Ⓑ教了三十年物理") is None
    assert RULES["aids-region"].search("ⒷⓉⓃ介绍了近年来援疆") is None


def test_what_the_next_sentence_says_of_the_same_person():
    assert LATER.match("去年，他到Ⓑ支教")["b"] == "Ⓑ"


def test_who_comes_later_follows_no_team():
    assert RULES["follows"].search("Ⓝ发言，随后与Ⓑ的师生一起来到Ⓑ参观") is None
    assert RULES["follows"].search("Ⓝ跟随研究生支教团来到Ⓑ，成了Ⓣ") is not None
