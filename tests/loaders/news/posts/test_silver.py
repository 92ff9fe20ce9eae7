from marked import named

from bangfu.loaders.news.posts.silver import silver_host, silver_stay

TEXT = "银龄教师在河源大学任教。东海大学退休教授李明远来了。"
HOST, HOME = "河源大学", "东海大学"


def test_the_host_is_the_one_university_where_they_teach():
    assert silver_host(TEXT, named(TEXT, school=[HOST, HOME])).name == HOST
    plain = TEXT.replace("银龄", "")
    assert silver_host(plain, named(plain, school=[HOST, HOME])) is None
    before = "银龄教师李明远退休前在东海大学任教。"
    assert silver_host(before, named(before, school=[HOME])) is None


def test_a_retired_teacher_of_another_university_serves_there():
    host, home = named(TEXT, school=[HOST, HOME])
    sentence = TEXT.index("东海"), len(TEXT)
    assert silver_stay(TEXT, [], home, host, sentence) == (home, host)
    assert silver_stay(TEXT, [], host, host, sentence) is None
    assert silver_stay(TEXT, [], home, None, sentence) is None


def test_the_host_is_the_university_from_which_nobody_retired():
    text = "银龄教师李明远坐在河源大学的宿舍里。他从东海大学退休两年了。"
    assert silver_host(text, named(text, school=[HOST, HOME])).name == HOST
    both = text + "南山大学也很美。"
    assert silver_host(both, named(both, school=[HOST, HOME, "南山大学"])) is None


def test_a_university_that_receives_retired_teachers_is_not_their_home():
    text = "银龄教师来了。河源大学迎来3名退休教授，他们从东海大学退休。"
    assert silver_host(text, named(text, school=[HOST, HOME])).name == HOST
