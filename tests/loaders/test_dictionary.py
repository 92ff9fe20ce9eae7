import subprocess
import sys

from bangfu.loaders.dictionary import has_word, tag, tag_page


def test_words_and_their_classes():
    assert tag("教师支教", False)[0] == ("教师", "n")
    assert has_word("教师")
    assert not has_word("教师支")


def test_a_page_is_cut_once():
    assert tag_page("教师支教") == (*tag("教师支教"),)
    assert tag_page("教师支教") is tag_page("教师支教")


def test_the_reader_is_imported_without_the_dictionary_or_a_tagger():
    code = (
        "import sys, bangfu.loaders.news; "
        "print([m for m in ('rjieba', 'pycrfsuite', 'pypinyin', 'opencc') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
