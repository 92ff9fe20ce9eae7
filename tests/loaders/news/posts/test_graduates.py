from marked import named

from bangfu.loaders.news.posts.graduates import team_home
from bangfu.ontology.records import Kind

TEAM = "青山大学第二十五届研究生支教团"


def test_the_university_of_a_team():
    one = [m for m in named(f"青山大学的{TEAM}", school=["青山大学"]) if m.start == 0]
    assert team_home(TEAM, one).name == "青山大学"
    assert team_home("研究生支教团", ()) is None
    two = named("青山大学和河源大学", school=["青山大学", "河源大学"])
    assert team_home("研究生支教团", two) is None


def test_the_name_of_the_team_is_enough():
    home = team_home("", named(f"{TEAM}来了", institution=[TEAM]))
    assert (home.kind, home.name, home.start, home.end) == (Kind.SCHOOL, "青山大学", 0, 4)
    assert team_home("", named("青山志愿者协会", institution=["青山志愿者协会"])) is None


def test_a_team_of_students_in_brackets():
    team = "青山大学支教团"
    assert team_home("", named(f"西部支教团（{team}）来了", institution=[team])).name == "青山大学"
