from bangfu.loaders.news.posts.letters import pattern


def test_letters_stand_for_signs():
    found = pattern("N来自A").search("ⓉⓃ来自ⓅⒷ")
    assert (found["n"], found["a"]) == ("Ⓝ", "ⓅⒷ")


def test_a_list_holds_the_posts_of_its_people():
    assert pattern("L到B").search("ⓃⓉ、来自Ⓑ的Ⓝ到Ⓑ")["n"] == "ⓃⓉ、来自Ⓑ的Ⓝ"
