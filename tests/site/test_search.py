"""What a reader who types words finds: queries with known answers, in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from promulgate.words_on_page import strings
from tests.site.policies import LONG_SENTENCE

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

OLDER = "delete Intl.Segmenter;"
"""Makes the browser one that knows no words of any language."""


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def titles(tab: Page, language: str, query: str) -> list[str]:
    """The titles found for what is typed into the search field, in order."""
    tab.goto(f"{language}/search/")
    tab.get_by_role("searchbox").fill(query)
    expect(tab.locator(".results__count")).not_to_be_empty()
    return tab.locator(".result__title").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "query", "title"),
    [
        ("th", "เข้าถึงข้อมูล", "สิทธิ"),  # inside an unspaced run
        ("th", "คือข้อมูล", "นโยบายคุกกี้"),
        ("th", "อ่านนโยบาย", "นโยบายความเป็นส่วนตัว"),  # joined in the text by a link's first letter
        ("th", "มีสิทธิ\u200bขอ", "สิทธิ"),  # copied from a page that marks where its lines may part
        ("th", "๖๐ วัน", "การเก็บข้อมูล"),
        ("th", "60 วัน", "การเก็บข้อมูล"),
        ("th", "จําเป็น", "ชนิด"),  # sara am typed as two characters
        ("th", "จำเป็น", "ชนิด"),
        ("th", "สิทธิ เข้าถึง", "สิทธิ"),
        ("th", "เข้าถึง สิทธิ", "สิทธิ"),
        ("th", "“ขอเข้าถึงข้อมูล”", "สิทธิ"),
        ("en", "ACCESS personal", "Rights"),
        ("en", "rights", "Rights"),
        ("en", "policies", "Cookie policy"),
        ("en", "contracts", "Table"),
        ("en", "accessing", "Rights"),
        ("en", '"access personal data"', "Rights"),
        ("en", "kinds", "Kinds"),
        ("en", "“former name", "Collection"),  # a quotation that was not ended
    ],
)
def test_a_query_leads_to_its_section(tab: Page, language: str, query: str, title: str) -> None:
    assert titles(tab, language, query)[0] == title
    expect(tab.locator(".result").first.locator("mark").first).to_be_visible()
    tab.locator(".result").first.get_by_role("link").click()
    expect(tab.locator("h1")).to_be_visible()


def test_every_section_with_the_words_is_found_and_no_other(tab: Page) -> None:
    assert titles(tab, "en", "data") == ["Cookie policy", "Privacy policy", "Collection", "Table", "Rights"]
    assert titles(tab, "en", '"data personal"') == []
    assert titles(tab, "en", "90") == [], "what does not bind is not searched"


def test_other_forms_of_a_word_come_after_the_word_itself(tab: Page) -> None:
    found = titles(tab, "en", "names")
    assert set(found) == {"Table", "Collection"}
    assert titles(tab, "en", '"names"') == []


def test_the_form_on_the_home_page_leads_to_the_results(tab: Page) -> None:
    tab.goto("th/")
    tab.get_by_role("searchbox").fill("ขอเข้าถึง")
    tab.get_by_role("searchbox").press("Enter")
    expect(tab).to_have_url(re.compile(r"/th/search/\?q=."))
    expect(tab.locator(".result__title").first).to_have_text("สิทธิ")
    expect(tab.get_by_role("status")).to_have_text("พบ 1 หัวข้อ")


def test_search_in_one_language_also_shows_the_other(tab: Page) -> None:
    assert titles(tab, "th", "nickname") == ["Collection"]
    expect(tab.locator(".results__language")).to_contain_text("อังกฤษ")
    expect(tab.locator(".result")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("language", "query", "title"),
    [("en", "access zebra", "Rights"), ("th", "ขอชื่อเดิม", "การเก็บข้อมูล")],
)
def test_where_no_section_has_all_the_words_those_with_some_are_shown(
    tab: Page, language: str, query: str, title: str
) -> None:
    assert title in titles(tab, language, query)
    expect(tab.get_by_role("status")).to_have_text(strings(language)["some_results"])


@pytest.mark.parametrize("language", ["th", "en"])
def test_where_nothing_is_found_there_are_ways_on(tab: Page, language: str) -> None:
    assert titles(tab, language, "zzqx") == []
    expect(tab.get_by_role("status")).to_have_text(strings(language)["no_results"].format(query="zzqx"))
    expect(tab.locator(".all-sections").get_by_role("link").first).to_be_visible()
    tab.get_by_role("searchbox").fill("")
    expect(tab.get_by_role("status")).to_be_empty()


def test_signs_alone_ask_for_nothing(tab: Page) -> None:
    tab.goto("en/search/?q=%22%20%22")
    expect(tab.locator(".all-sections").get_by_role("link").first).to_be_visible()
    tab.goto("en/search/?q=%3Cb%3E")
    expect(tab.get_by_role("status")).to_contain_text("<b>")


@pytest.mark.parametrize("segmenter", [True, False])
def test_a_snippet_parts_no_word_and_no_letter(browser: Browser, address: str, segmenter: bool) -> None:
    with browser.new_context(base_url=address) as context:
        tab = context.new_page()
        if not segmenter:
            tab.add_init_script(OLDER)
        tab.goto("th/search/?q=ระบุไว้ท้ายสุด")
        shown = tab.locator(".result__text").first.inner_text()
    assert shown.startswith("…")
    sentence, words = "".join(LONG_SENTENCE), shown.removeprefix("…")
    assert words in sentence
    before = sentence[sentence.index(words) - 1]
    assert words[0] not in "ะัาำิีึืุู็่้๊๋์ฯๆ"
    assert before not in "เแโใไ"
    if segmenter:
        begins = {"".join(LONG_SENTENCE[place:]) for place in range(len(LONG_SENTENCE))}
        assert words in begins


def test_without_javascript_the_page_says_so_and_lists_every_section(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        tab = context.new_page()
        for language, title in (("th", "สิทธิ"), ("en", "Rights")):
            tab.goto(f"{language}/search/?q=x")
            expect(tab.get_by_text(strings(language)["search_needs_script"])).to_be_visible()
            expect(tab.get_by_role("main").get_by_role("link", name=title, exact=True)).to_be_visible()


def test_what_was_typed_before_the_script_ran_is_searched(browser: Browser, address: str) -> None:
    held: list[Route] = []
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108 - a built-in is refused
        page.goto("th/search/", wait_until="commit")
        page.get_by_role("searchbox").fill("คุกกี้")
        assert held
        for route in held:
            route.continue_()
        expect(page.locator(".result").first).to_be_visible()
