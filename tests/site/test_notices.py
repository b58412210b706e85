"""What a page tells a reader of time: the same for everyone, wherever their clock stands, and one notice at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

ZONES = ("Asia/Bangkok", "America/Los_Angeles", "Pacific/Kiritimati")
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }});"
LAST_SECOND = (16, 59, 59)
"""Of a day in Bangkok, in UTC."""


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as opened:
        yield opened


@pytest.mark.parametrize("zone", ZONES)
def test_days_are_those_of_bangkok_wherever_the_reader_is(browser: Browser, address: str, zone: str) -> None:
    with browser.new_context(base_url=address, timezone_id=zone) as context:
        page = context.new_page()
        notice = page.locator(".notice[data-notice]")
        for instant, left in (
            (datetime(2089, 12, 29, *LAST_SECOND, tzinfo=UTC), "3 days left"),
            (datetime(2089, 12, 29, 17, 0, 0, tzinfo=UTC), "2 days left"),
            (datetime(2089, 12, 30, 17, 0, 0, tzinfo=UTC), "1 day left"),
            (datetime(2089, 12, 31, *LAST_SECOND, tzinfo=UTC), "1 day left"),
        ):
            page.clock.set_fixed_time(instant)
            page.goto("en/privacy/")
            expect(notice).to_contain_text(left)
            page.goto("en/")
            expect(page.locator(".card__coming:visible")).to_contain_text(left)
        page.clock.set_fixed_time(datetime(2089, 12, 31, 17, 0, 0, tzinfo=UTC))
        page.goto("en/")
        expect(page.locator(".card__coming:visible")).to_have_count(0)
        page.goto("en/privacy/2.1/")
        expect(page.locator(".stamp .status:visible")).to_have_text("In force")
        page.goto("en/privacy/history/")
        shown = page.locator(".timeline__version", has_text="2.1").locator(".status:visible").first
        expect(shown).to_have_text("In force")


def visit(page: Page, seen: str | None) -> None:
    """The policy read by someone who read the version `seen` last, or who was never here."""
    page.goto("en/privacy/")
    page.evaluate("seen => seen ? localStorage.setItem('promulgate:seen:privacy', seen) : localStorage.clear()", seen)
    page.reload()


@pytest.mark.parametrize(
    ("seen", "told"), [(None, False), ("2.0", False), ("1.0", True), ("9.9", False), ("<b>", False)]
)
def test_only_a_change_since_the_last_visit_is_told(context: BrowserContext, seen: str | None, told: bool) -> None:
    page = context.new_page()
    visit(page, seen)
    expect(page.locator("[data-since]")).to_be_visible(visible=told)
    expect(page.locator(".notice:visible")).to_have_count(1)
    assert page.evaluate("localStorage.getItem('promulgate:seen:privacy')") == "2.0"


def test_a_dismissed_notice_makes_room_for_no_other_on_this_visit(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "1.0")
    page.locator("[data-since]").get_by_role("button").click()
    expect(page.locator(".notice:visible")).to_have_count(0)
    page.reload()
    expect(page.locator(".notice[data-notice]")).to_be_visible()


def test_no_notice_sticks_to_the_screen(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "1.0")
    positions = page.locator(".notice").evaluate_all("all => all.map((one) => getComputedStyle(one).position)")
    assert set(positions) == {"static"}


def test_nothing_is_remembered_anywhere_but_in_the_browser(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "1.0")
    assert context.cookies() == []
    assert page.evaluate("document.cookie") == ""


def test_without_storage_the_page_works_and_complains_of_nothing(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        complaints: list[str] = []
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.add_init_script(NO_STORAGE)
        page = context.new_page()
        page.goto("en/privacy/")
        expect(page.locator("[data-since]")).to_be_hidden()
        page.locator(".notice[data-notice]").get_by_role("button").click()
        expect(page.locator(".notice[data-notice]")).to_have_count(0)
        assert complaints == []


def test_without_javascript_what_is_coming_is_told_and_what_needs_a_script_is_not(
    browser: Browser, address: str
) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("en/privacy/")
        expect(page.locator(".notice:visible")).to_contain_text("Version 2.1 takes effect")
        expect(page.get_by_role("button", name="Dismiss")).to_have_count(0)
        expect(page.get_by_role("button", name="Print or save as PDF")).to_have_count(0)
