from marked import marked

from bangfu.loaders.news.posts.crewteams import Teams

HOME, HOST = "{p 330200 宁波市}", "{p 652902 库车市}"


def teams(source):
    text, things = marked(source)
    return text, Teams(text, things)


def test_what_the_name_of_a_team_says():
    text, found = teams(f"{HOME}的{{i - 宁波市驻库车市工作组}}到了{HOST}")
    team = found.at(text.index("驻"))
    assert (found.home(team).name, found.place(team).name) == ("宁波市", "库车市")
    assert found.at(0) is None


def test_only_what_the_page_names_is_known():
    _, found = teams("{i - 宁波市驻库车市工作组}到了")
    team = found.at(3)
    assert (found.home(team), found.place(team)) == (None, None)


def test_graduates_are_of_the_one_university():
    _, found = teams("{i - 研究生支教团}来自{s - 青山大学}")
    assert found.home(found.at(0)).name == "青山大学"
    _, staff = teams("{i - 援疆指挥部}来自{s - 青山大学}")
    assert staff.home(staff.at(0)) is None
