"""The reader's journeys in a real Chromium: both languages, phone and desktop, with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from promulgate.words_on_page import strings
from tests.site.policies import PAGES

pytestmark = pytest.mark.browser
# How long a page may take is for the benchmark to say; here a busy machine must not fail a true statement.
expect.set_options(timeout=30_000)


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_every_kind_of_page_is_quiet_and_fits(browser: Browser, address: str, width: int, script: bool) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 800}, java_script_enabled=script
    )
    complaints: list[str] = []
    requests: list[str] = []
    context.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    for path in PAGES:
        page.goto(path)
        assert page.locator("h1").first.is_visible() or path == "", path
        # Without scripts nothing can be asked of the page from outside, but Playwright still may.
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert complaints == []
    assert [url for url in requests if not url.startswith(address)] == []
    context.close()


def test_the_language_switch_stays_at_the_section(tab: Page) -> None:
    tab.goto("th/privacy/2.0/#rights")
    tab.get_by_role("banner").get_by_role("link", name="English").click()
    expect(tab).to_have_url(re.compile(r"/en/privacy/2\.0/#rights$"))
    expect(tab.locator("h1")).to_have_text("Privacy policy")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_language_switch_in_the_contents_stays_where_the_reader_scrolled_to(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(base_url=address, viewport={"width": width, "height": 300}) as context:
        tab = context.new_page()
        tab.goto("th/privacy/2.0/#collection")
        tab.locator("#rights").evaluate("heading => heading.scrollIntoView()")
        if width == 360:
            tab.get_by_role("button", name="สารบัญ").click()
        tab.get_by_role("navigation", name="สารบัญ").get_by_role("link", name="English").click()
        expect(tab).to_have_url(f"{address}en/privacy/2.0/#rights")


@pytest.mark.parametrize("page", ["privacy/", "privacy/2.0/", "privacy/2.1/changes/", "privacy/compare/1.0/2.1/"])
def test_the_language_switch_stays_at_the_section_without_javascript(browser: Browser, address: str, page: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"th/{page}#collection")
        tab.get_by_role("link", name="English: Collection", exact=True).click()
        expect(tab).to_have_url(f"{address}en/{page}#collection")
        expect(tab.locator("#collection")).to_be_in_viewport()
        tab.get_by_role("link", name="ไทย: การเก็บข้อมูล", exact=True).click()
        expect(tab).to_have_url(f"{address}th/{page}#collection")


def test_with_javascript_a_section_s_own_language_link_stays_out_of_sight(tab: Page) -> None:
    tab.goto("th/privacy/")
    link = tab.get_by_role("link", name="English: Collection", exact=True)
    expect(link).to_have_count(0)
    tab.locator("a.cite[href$='#collection']").click()
    expect(link).to_be_visible()


def test_contents_are_within_a_thumb_s_reach_on_a_phone(tab: Page) -> None:
    tab.goto("th/privacy/")
    entry = tab.locator("#_contents").get_by_role("link", name="สิทธิ")
    expect(entry).to_be_hidden()
    tab.get_by_role("button", name="สารบัญ").click()
    entry.click()
    expect(tab.locator("#_contents")).to_be_hidden()
    expect(tab.locator("#rights")).to_be_in_viewport()


def test_a_page_not_built_again_is_put_right_by_the_reader_s_clock(tab: Page) -> None:
    tab.clock.set_fixed_time(datetime(2089, 12, 31, 16, 59, 59, tzinfo=UTC))
    tab.goto("en/privacy/")
    expect(tab.locator(".stamp")).to_contain_text("In force")
    expect(tab.locator(".notice[data-notice]")).to_contain_text("1 day left")
    tab.clock.set_fixed_time(datetime(2089, 12, 31, 17, 0, 0, tzinfo=UTC))
    tab.goto("en/privacy/")
    expect(tab.locator(".stamp .status:visible")).to_have_text("Superseded")
    expect(tab.locator(".notice[data-notice]")).to_be_hidden()
    banner = tab.locator(".standing--superseded")
    expect(banner).to_contain_text("replaced by version 2.1 on 1 January 2090")
    banner.get_by_role("link").click()
    expect(tab).to_have_url(re.compile(r"/en/privacy/2\.1/$"))
    expect(tab.locator(".stamp .status:visible")).to_have_text("In force")


def test_a_dismissed_notice_stays_away(tab: Page) -> None:
    tab.goto("th/privacy/")
    notice = tab.locator(".notice[data-notice]")
    notice.get_by_role("button", name="ปิดข้อความนี้").click()
    expect(notice).to_have_count(0)
    tab.reload()
    expect(notice).to_be_hidden()


def test_a_returning_reader_is_offered_what_changed_since(tab: Page) -> None:
    tab.goto("en/privacy/")
    since = tab.locator("[data-since]")
    expect(since).to_be_hidden()
    tab.evaluate("localStorage.setItem('promulgate:seen:privacy', '1.0')")
    tab.reload()
    expect(since).to_be_visible()
    expect(tab.locator(".notice:visible")).to_have_count(1)
    since.get_by_role("link").click()
    expect(tab).to_have_url(re.compile(r"/en/privacy/compare/1\.0/2\.0/$"))
    tab.goto("en/privacy/")
    expect(since).to_be_hidden()


def test_one_click_copies_a_citation(tab: Page) -> None:
    tab.goto("en/privacy/")
    tab.locator("a.cite[href$='#rights']").click()
    expect(tab.get_by_role("status")).to_contain_text("The citation was copied.")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "Privacy policy, version 2.0, “Rights” (Effective from 1 June 2022), "
        "https://policies.example/law/en/privacy/2.0/#rights, SHA-256 "
    )


@pytest.mark.parametrize(
    ("language", "anchor", "place"),
    [
        ("th", "_preamble.1", "นโยบายความเป็นส่วนตัว ฉบับ 2.0 หัวข้อ “ส่วนนำ (1)” (มีผลใช้บังคับตั้งแต่วันที่ 1 มิถุนายน พ.ศ. 2565)"),
        ("th", "collection.3", "หัวข้อ “การเก็บข้อมูล (3)”"),
        ("en", "_preamble.1", "“Introduction (1)”"),
    ],
)
def test_a_citation_names_section_and_paragraph(tab: Page, language: str, anchor: str, place: str) -> None:
    tab.goto(f"{language}/privacy/")
    tab.locator(f"a.cite[href$='#{anchor}']").dispatch_event("click")
    expect(tab.get_by_role("status")).to_have_text(strings(language)["copied"])
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert place in copied
    assert f"https://policies.example/law/{language}/privacy/2.0/#{anchor}" in copied
    assert tab.url.endswith(f"/{language}/privacy/#{anchor}")


def test_on_a_phone_the_versions_need_no_scrolling_and_are_a_table_still(tab: Page) -> None:
    tab.goto("th/history/")
    table = tab.get_by_role("table").last
    assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth")
    expect(table.get_by_role("row")).to_have_count(5)
    expect(table.get_by_role("columnheader")).to_have_count(4)
    expect(table.get_by_role("row").last.get_by_role("cell")).to_have_count(3)


def test_a_kept_file_is_recognised(tab: Page, site: Path) -> None:
    tab.goto("en/verify/")
    tab.locator("#_file").set_input_files(site / "en/privacy/2.0.md")
    expect(tab.locator(".verify__answer")).to_contain_text("This is the published text: Privacy policy · Version")


def test_every_printed_page_says_which_text_it_is(tab: Page) -> None:
    tab.goto("th/privacy/2.0/")
    tab.emulate_media(media="print")
    expect(tab.locator(".print-line")).to_be_visible()
    expect(tab.locator(".masthead__inner")).to_be_hidden()


def test_the_keyboard_reaches_the_text_first(tab: Page) -> None:
    tab.goto("en/privacy/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the text"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#_main"
