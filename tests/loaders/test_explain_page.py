"""A reading as one HTML page: whole, escaped, and fit for any reading."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from bench import SAMPLE
from explained import HOSTILE, TEXT, reading

from bangfu.loaders import load
from bangfu.loaders.explain_page import explain_html


class Parts(HTMLParser):
    """The tags of a page, and the text of its article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self.legend = self.inside = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag == "article":
            self.inside = True
        if tag == "p" and self.inside:
            self.legend = found.get("class") == "legend"

    def handle_endtag(self, tag):
        if tag == "article":
            self.inside = False
        if tag == "p" and self.inside and not self.legend:
            self.article += "\n"

    def handle_data(self, data):
        if self.inside and not self.legend and data.strip("\n "):
            self.article += data


def article_of(one):
    return Parts(explain_html(one)).article.removesuffix("\n")


def test_the_article_is_the_clean_text():
    assert article_of(reading()) == "\n".join(line for line in TEXT.split("\n") if line)


def test_blanks_in_the_text_stay():
    one = reading()
    text = "  甲  乙\n\u3000丙"
    bare = replace(one, source=replace(one.source, text=text), facts=(), notes=())
    assert article_of(bare) == text


def test_every_link_leads_somewhere_and_no_name_is_given_twice():
    tags = Parts(explain_html(reading())).tags
    names = [found["id"] for _, found in tags if "id" in found]
    assert len(names) == len(set(names))
    links = [found["href"] for tag, found in tags if tag == "a"]
    inner = [link for link in links if link is not None and link.startswith("#")]
    assert {link[1:] for link in inner} <= set(names)
    assert [link for link in links if link not in inner] == [reading().source.address]


def test_hostile_text_adds_no_tag():
    tags = Parts(explain_html(reading())).tags
    assert not {"img", "iframe", "object", "link"} & {tag for tag, _ in tags}
    assert sum(tag == "script" for tag, _ in tags) == 1
    assert not [found for _, found in tags if any(key.startswith("on") for key in found)]
    assert HOSTILE not in explain_html(reading())


def test_an_address_that_is_no_web_page_is_no_link():
    one = reading()
    page = explain_html(replace(one, source=replace(one.source, address="javascript:alert(1)")))
    assert 'href="javascript' not in page
    assert "javascript:alert(1)" in page


def test_the_policy_names_our_own_script_and_style_alone():
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', explain_html(reading()))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_empty_reading_makes_a_page():
    one = reading()
    bare = replace(one, source=replace(one.source, text=""), entities=(), facts=(), notes=())
    page = explain_html(bare, "en")
    assert "No fact was read." in page
    assert "There is no text." in page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["s02-table.txt", "s05-groups.txt", "s06-page.html", "roster.csv"])
def test_every_fact_and_note_of_a_real_reading_has_its_card(name, lang):
    one = load(SAMPLE / name, SAMPLE)
    page = explain_html(one, lang)
    assert page == explain_html(one, lang)
    assert page.count('<section id="f') == len(one.facts) + 1  # and the section of all facts
    assert page.count('<section id="n') == len(one.notes)
    for fact in one.facts:
        for proof in fact.evidence:
            assert re.search(rf'id="p-f\d+-{proof.start}-{proof.end}"', page)
