"""What did it say on that day: in either era, in either script, at the edges, and for what is no day at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from promulgate.words_on_page import strings

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def ask(tab: Page, day: str, month: str, year: str) -> None:
    """Ask for a day on the page that is open; the browser's own check of empty fields is left out."""
    tab.locator("[data-as-of]").evaluate("form => { form.noValidate = true; }")
    for name, words in (("day", day), ("year", year)):
        tab.locator(f"#_{name}").fill(words)
    tab.locator("#_month").select_option(month)
    tab.locator("[data-as-of] button").click()


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    ("day", "month", "year", "version"),
    [
        ("1", "6", "2565", "2.0"),
        ("1", "6", "2022", "2.0"),
        ("๑", "6", "๒๕๖๕", "2.0"),
        ("01", "6", "2022", "2.0"),
        (" 1", "6", "2022", "2.0"),
        ("31", "5", "2565", "1.0"),  # the last day
        ("30", "9", "2562", "1.0"),  # the first day
        ("29", "9", "2019", ""),
        ("29", "2", "2563", "1.0"),  # a leap year in either era
        ("31", "12", "2089", "2.0"),
        ("1", "1", "2633", "2.1"),
    ],
)
def test_a_day_in_either_era_and_script(  # noqa: PLR0917 - a day has three parts
    tab: Page, language: str, day: str, month: str, year: str, version: str
) -> None:
    tab.goto(f"{language}/privacy/history/")
    ask(tab, day, month, year)
    words = strings(language)
    told = words["version_that_day"].format(version=version) if version else words["no_version_that_day"]
    expect(tab.locator(".as-of__answer")).to_have_text(told)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("29", "2", "2564"),
        ("31", "4", "2022"),
        ("0", "1", "2022"),
        ("32", "1", "2022"),
        ("1", "1", "65"),
        ("1", "1", "0"),
        ("-1", "1", "2022"),
        ("1", "1", "20.5"),
        ("1e0", "1", "2022"),
        ("หนึ่ง", "1", "ปีนี้"),
        ("", "1", ""),
        ("<b>", "1", "2022"),
    ],
)
def test_what_is_no_day_is_said_to_be_none(tab: Page, day: str, month: str, year: str) -> None:
    tab.goto("th/privacy/history/")
    ask(tab, day, month, year)
    expect(tab.locator(".as-of__answer")).to_have_text(strings("th")["no_such_day"])


def test_all_policies_on_one_day(tab: Page) -> None:
    tab.goto("en/history/")
    ask(tab, "1", "6", "2022")
    answers = tab.locator(".as-of__answer p")
    expect(answers).to_have_text(
        ["Cookie policy: On that day: version 1.0", "Privacy policy: On that day: version 2.0"]
    )
    ask(tab, "1", "6", "2020")
    expect(answers.first).to_have_text("Cookie policy: No version was in force on that day.")


def test_an_answer_has_an_address_which_keeps_the_day_in_the_other_language(tab: Page) -> None:
    tab.goto("th/privacy/history/")
    ask(tab, "31", "5", "2565")
    assert tab.url.endswith("/th/privacy/history/?on=2022-05-31")
    tab.reload()
    expect(tab.locator(".as-of__answer")).to_contain_text("1.0")
    expect(tab.locator("#_year")).to_have_value("2565")
    tab.get_by_role("banner").get_by_role("link", name="English").click()
    expect(tab.locator(".as-of__answer")).to_have_text("On that day: version 1.0")
    expect(tab.locator("#_year")).to_have_value("2022")
    tab.goto("en/privacy/history/?on=tomorrow")
    expect(tab.locator(".as-of__answer")).to_be_empty()
