from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.provenance import with_model
from bangfu.ontology.records import Kind, Mention, Posting

PAGE = from_text("青山中学赵明辉还在备课。")
SCHOOL = Mention(kind=Kind.SCHOOL, name="青山中学", start=0, end=4, key="青山中学")
PERSON = Mention(kind=Kind.PERSON, name="赵明辉", start=4, end=7, key="赵明辉")
POST = Posting(
    person=PERSON, organization=SCHOOL, title="教师",
    evidence=(PAGE.evidence(0, 7, "posts/run 1", 0.9),),
)  # fmt: skip


def test_a_fact_on_a_person_of_the_model_says_so_and_is_trusted_no_more_than_the_name():
    (told,) = with_model([POST], {"赵明辉": 0.81}, {})
    assert told.evidence[0].method == "posts/run 1+model 3"
    assert told.evidence[0].confidence == 0.81
    assert told.evidence[0].quote == POST.evidence[0].quote


def test_other_facts_stay_as_they_are():
    assert with_model([POST], {"王芳": 0.5}, {"红星中学": 0.5}) == (POST,)


def test_a_fact_on_a_body_of_the_model_names_that_model():
    (told,) = with_model([POST], {}, {"青山中学": 0.93})
    assert told.evidence[0].method == "posts/run 1+bodies-model"
    assert told.evidence[0].confidence == 0.9
    (both,) = with_model([POST], {"赵明辉": 0.88}, {"青山中学": 0.77})
    assert both.evidence[0].method == "posts/run 1+model 3+bodies-model"
    assert both.evidence[0].confidence == 0.77
