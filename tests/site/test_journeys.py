"""The reader's ten journeys: in Thai and English, on a phone and a desktop, with JavaScript and without.

Nothing here may need JavaScript, but for what says so: there the way without is walked where there is no JavaScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from promulgate.words_on_page import strings
from tests.site.policies import NOTICE

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

PRIVACY = {"th": "นโยบายความเป็นส่วนตัว", "en": "Privacy policy"}
OTHER = {"th": "en", "en": "th"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who reads: their tab, their language, and whether scripts run there."""

    page: Page
    language: str
    script: bool

    def says(self, key: str, **values: str) -> str:
        return strings(self.language)[key].format(**values)

    def goes(self, path: str) -> None:
        self.page.goto(f"{self.language}/{path}")

    def follows(self, words: str | re.Pattern[str], where: Locator | None = None) -> None:
        (where or self.page.get_by_role("main")).get_by_role("link", name=words).first.click()

    def is_at(self, path: str, language: str = "") -> None:
        expect(self.page).to_have_url(re.compile(rf"/law/{language or self.language}/{re.escape(path)}$"))

    def reads(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)


@pytest.fixture(scope="module", params=list(product(("th", "en"), (360, 1280), (True, False))), ids=str)
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Reader]:
    language, width, script = request.param
    with browser.new_context(
        base_url=address, viewport={"width": width, "height": 800}, java_script_enabled=script
    ) as context:
        yield Reader(context.new_page(), language, script)


def test_1_find_a_policy_from_the_start(reader: Reader) -> None:
    reader.page.goto("")
    reader.follows(strings(reader.language)["language_name"])
    reader.is_at("")
    reader.follows(re.compile(rf"^{PRIVACY[reader.language]}$"))
    reader.is_at("privacy/")
    expect(reader.page.locator("h1")).to_have_text(PRIVACY[reader.language])


def test_2_see_at_once_what_binds_and_since_when(reader: Reader) -> None:
    reader.goes("privacy/")
    expect(reader.page.locator(".stamp .status:visible")).to_have_text(reader.says("status_in_force"))
    expect(reader.page.locator(".stamp")).to_contain_text(
        {"th": "1 มิถุนายน พ.ศ. 2565", "en": "1 June 2022"}[reader.language]
    )
    expect(reader.page.locator(".stamp")).to_be_in_viewport()
    expect(reader.page.get_by_role("banner")).to_contain_text(NOTICE[reader.language])


def test_3_learn_what_is_coming_and_what_it_changes(reader: Reader) -> None:
    reader.goes("privacy/")
    reader.follows(reader.says("see_what_changes"))
    reader.is_at("privacy/2.1/changes/")
    expect(reader.page.locator("main del").first).to_be_visible()
    expect(reader.page.locator("main ins").first).to_be_visible()


def test_4_be_told_that_a_text_no_longer_binds(reader: Reader) -> None:
    reader.goes("privacy/1.0/")
    banner = reader.page.locator(".standing:visible")
    expect(banner).to_contain_text("2.0")
    banner.get_by_role("link").click()
    reader.is_at("privacy/")


def test_5_find_what_applied_on_a_day(reader: Reader) -> None:
    reader.goes("privacy/history/")
    if reader.script:
        reader.page.locator("#_day").fill("31")
        reader.page.locator("#_month").select_option("5")
        reader.page.locator("#_year").fill({"th": "2565", "en": "2022"}[reader.language])
        reader.page.get_by_role("button", name=reader.says("show")).click()
        reader.page.locator(".as-of__answer").get_by_role("link").click()
    else:
        interval = reader.page.locator(".timeline__version", has_text=re.compile("2562|2019"))
        interval.get_by_role("link").first.click()
    reader.is_at("privacy/1.0/")


def test_6_compare_two_versions(reader: Reader) -> None:
    reader.goes("privacy/history/")
    if reader.script:
        reader.page.get_by_label(reader.says("newer_version")).select_option(
            label=reader.says("version", version="2.1")
        )
        reader.page.get_by_label(reader.says("older_version")).select_option(
            label=reader.says("version", version="1.0")
        )
        reader.page.get_by_role("button", name=reader.says("compare"), exact=True).click()
    else:
        row = reader.page.locator(".comparisons li").filter(has_text=re.compile(r"2\.1.*1\.0"))
        row.get_by_role("link", name=reader.says("version", version="1.0"), exact=True).click()
    reader.is_at("privacy/compare/1.0/2.1/")
    expect(reader.page.locator("main .redline-block del").first).to_contain_text("30")
    expect(reader.page.locator("main .redline-block ins").first).to_contain_text("90")


def test_7_read_the_same_version_in_the_other_language(reader: Reader) -> None:
    reader.goes("privacy/2.0/")
    other = OTHER[reader.language]
    reader.follows(strings(other)["language_name"], reader.page.get_by_role("banner"))
    reader.is_at("privacy/2.0/", other)
    expect(reader.page.locator("html")).to_have_attribute("lang", other)


def test_8_read_both_languages_side_by_side(reader: Reader) -> None:
    reader.goes("privacy/")
    names = {key: reader.says(f"language_{key}") for key in ("th", "en")}
    reader.follows(reader.says("side_by_side", first=names["th"], second=names["en"]))
    reader.is_at("privacy/", "th-en")
    row = reader.page.locator(".sides__row", has_text="ที่อยู่").first
    expect(row).to_contain_text("address")
    sides = [side.bounding_box() for side in row.locator("> *").all()]
    assert sides[0] is not None
    assert sides[1] is not None
    assert reader.page.viewport_size is not None
    stacked = reader.page.viewport_size["width"] == 360
    assert (sides[1]["y"] > sides[0]["y"]) == stacked


def test_9_find_a_word(reader: Reader) -> None:
    reader.goes("search/")
    if reader.script:
        reader.page.get_by_role("searchbox").fill({"th": "ขอเข้าถึง", "en": "access pers"}[reader.language])
        expect(reader.page.locator(".result mark").first).to_be_visible()
    title = {"th": "สิทธิ", "en": "Rights"}[reader.language]
    reader.follows(re.compile(f"^{title}$"))
    reader.is_at("privacy/#rights")


def test_10_cite_a_paragraph_and_check_its_text(reader: Reader) -> None:
    reader.goes("privacy/")
    paragraph = reader.page.locator("#collection\\.1")
    paragraph.evaluate("element => element.scrollIntoView({ block: 'center' })")  # out from under the contents' button
    paragraph.hover()
    reader.page.locator("a.cite[href$='#collection.1']").click()
    if reader.script:
        expect(reader.page.get_by_role("status")).to_contain_text(reader.says("copied"))
        reader.goes("privacy/2.0/#collection.1")
    reader.is_at("privacy/2.0/#collection.1")
    expect(reader.page.locator("[id='collection.1']")).to_be_in_viewport()
    digest = reader.page.locator(".facts code").inner_text()
    reader.follows(reader.says("verify"))
    reader.is_at("verify/")
    reader.reads(digest)
