from bangfu.loaders.news.assistance.seconded import seconded_claims
from bangfu.ontology.records import Evidence, Kind, Mention, Secondment


def school(text, name):
    start = text.index(name)
    return Mention(kind=Kind.SCHOOL, name=name, key=name, start=start, end=start + len(name))


def told(text, method="x 1", confidence=1.0, home="甲中学"):
    person = Mention(kind=Kind.PERSON, name="丁一", key="丁一", start=0, end=2)
    evidence = Evidence(
        quote=text,
        raw_start=0,
        raw_end=len(text),
        start=0,
        end=len(text),
        method=method,
        confidence=confidence,
    )
    fact = Secondment(
        person=person,
        origin=school(text, home) if home else None,
        destination=school(text, "乙小学"),
        evidence=(evidence,),
    )
    return [(c.helper.name, c.recipient.name) for c in seconded_claims(text, [fact])]


def test_the_home_school_helps_the_school_of_the_stay():
    assert told("丁一由甲中学派到乙小学支教。") == [("甲中学", "乙小学")]


def test_who_goes_to_learn_helps_nobody():
    assert told("丁一由甲中学派到乙小学跟岗。") == []


def test_a_stay_that_only_a_model_guessed_must_be_sure():
    text = "丁一由甲中学派到乙小学支教。"
    assert told(text, "secondments/stays-model 4", 0.64) == []
    assert told(text, "secondments/stays-model 4", 0.93) == [("甲中学", "乙小学")]


def test_a_retired_teacher_whom_nobody_sent_helps_in_person():
    text = "丁一是银龄教师，在乙小学支教。"
    assert told(text, home=None) == [("丁一", "乙小学")]
    assert told(text.replace("银龄", "支教"), home=None) == []


def test_a_university_helps_by_a_team_of_its_graduates():
    text = "甲大学的研究生支教团来了，丁一到乙小学支教。"
    assert told(text, home="甲大学") == [("甲大学", "乙小学")]
    assert told(text.replace("研究生支教团", "人"), home="甲大学") == []
