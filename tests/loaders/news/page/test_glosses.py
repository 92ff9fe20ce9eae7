"""Pinyin in brackets goes, the author's own brackets stay."""

from bangfu.loaders.news.page.glosses import FEWEST, without_glosses
from bangfu.loaders.news.page.spans import page_of

GLOSSED = "脫貧攻堅(jiān)成果,實(shí)施鄉(xiāng)村振興戰(zhàn)略,部(bu)(bu)門,學（xué）校"


def test_readings_go():
    page, taken = without_glosses(page_of(GLOSSED))
    assert page.text == "脫貧攻堅成果,實施鄉村振興戰略,部門,學校"
    assert len(taken) == 6


def test_other_brackets_stay():
    text = GLOSSED + "(長水)第(A)組,縣(市、區),APP(app),課程(STEM),第(2)期"
    assert without_glosses(page_of(text))[0].text.endswith(
        "(長水)第(A)組,縣(市、區),APP(app),課程(STEM),第(2)期"
    )


def test_a_few_brackets_are_the_authors_own():
    text = "语文、数学等(etc)" * (FEWEST - 1)
    assert without_glosses(page_of(text)) == (page_of(text), [])


def test_a_few_readings_of_traditional_characters_go():
    text = "姑蘇區(qū)的學校來到竹林鄉(xiāng)"
    assert without_glosses(page_of(text))[0].text == "姑蘇區的學校來到竹林鄉"
    rare = "嵊(shèng)州与歙(shè)县"
    assert without_glosses(page_of(rare)) == (page_of(rare), [])
