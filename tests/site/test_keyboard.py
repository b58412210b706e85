"""The reader's journeys by keyboard alone: everything is reached in order, and where the focus is can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from promulgate.words_on_page import strings

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

PRIVACY = {"th": "นโยบายความเป็นส่วนตัว", "en": "Privacy policy"}
RIGHTS = {"th": "สิทธิ", "en": "Rights"}
MOST_STOPS = 120
SHARES = "navigator.share = (data) => { window.shared = data; return Promise.resolve(); };"
"""A browser that can share, as phones can."""

_FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) {
    return null;
  }
  const before = window.focused;
  window.focused = element;
  const shown = element.matches(".visually-hidden") ? element.labels[0] : element;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const words = element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent;
  return {
    words: words.replaceAll("\\u00a0", " ").trim(),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    onward: !before || !before.isConnected ||
      Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
}"""
_COPIED = """async (words) => {
  while (!(await navigator.clipboard.readText()).includes(words)) {
    await new Promise(requestAnimationFrame);
  }
}"""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Someone who reads without a mouse."""

    page: Page
    language: str

    def says(self, key: str, **values: str) -> str:
        return strings(self.language)[key].format(**values)

    def goes(self, path: str) -> None:
        self.page.goto(f"{self.language}/{path}")

    def tabs(self) -> str | None:
        """To the next stop, which can be seen, shows that it has the focus, and comes after the last; its name."""
        self.page.keyboard.press("Tab")
        found = self.page.evaluate(_FOCUS)
        if found is None:
            return None
        assert found["ring"], f"no focus ring: {found['words']}"
        assert found["seen"], f"focus out of sight: {found['words']}"
        assert found["onward"], f"focus goes back: {found['words']}"
        return str(found["words"])

    def reaches(self, words: str) -> None:
        passed = []
        for _ in range(MOST_STOPS):
            stop = self.tabs()
            if stop == words:
                return
            passed.append(stop)
        raise AssertionError(f"{words!r} is not among {passed}")

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, words: str) -> None:
        self.page.keyboard.type(words)

    def is_at(self, path: str, language: str = "") -> None:
        expect(self.page).to_have_url(re.compile(rf"/law/{language or self.language}/{re.escape(path)}$"))


@pytest.fixture(params=[("th", 360), ("en", 1280)], ids=str)
def keys(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Keyboard]:
    language, width = request.param
    with browser.new_context(base_url=address, viewport={"width": width, "height": 800}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(SHARES)
        yield Keyboard(context.new_page(), language)


def test_1_find_a_policy_from_the_start(keys: Keyboard) -> None:
    keys.page.goto("")
    keys.reaches(keys.says("read_in_language"))
    keys.presses("Enter")
    keys.is_at("")
    keys.reaches(PRIVACY[keys.language])
    keys.presses("Enter")
    keys.is_at("privacy/")


def test_2_skip_to_what_binds(keys: Keyboard) -> None:
    keys.goes("privacy/")
    assert keys.tabs() == keys.says("skip_to_text")
    keys.presses("Enter")
    expect(keys.page.locator(".stamp")).to_be_in_viewport()
    keys.tabs()
    assert keys.page.evaluate("document.activeElement.closest('main') !== null")


def test_3_learn_what_is_coming_and_step_from_change_to_change(keys: Keyboard) -> None:
    keys.goes("privacy/")
    keys.reaches(keys.says("see_what_changes"))
    keys.presses("Enter")
    keys.is_at("privacy/2.1/changes/")
    keys.reaches(keys.says("redline_first_change") + " ↓")
    keys.presses("Enter")
    expect(keys.page.locator("#redline-change-1")).to_be_in_viewport()


def test_4_leave_a_text_that_no_longer_binds(keys: Keyboard) -> None:
    keys.goes("privacy/1.0/")
    keys.reaches(keys.says("go_to_in_force"))
    keys.presses("Enter")
    keys.is_at("privacy/")


def test_5_find_what_applied_on_a_day(keys: Keyboard) -> None:
    keys.goes("privacy/history/")
    keys.reaches(keys.says("day"))
    keys.types("31")
    assert keys.tabs() == keys.says("month")
    keys.presses(*["ArrowDown"] * 4)
    assert keys.tabs() == keys.says("year")
    keys.types({"th": "๒๕๖๕", "en": "2022"}[keys.language])
    keys.presses("Enter")
    assert keys.tabs() == keys.says("show")
    assert keys.tabs() == keys.says("version_that_day", version="1.0")
    keys.presses("Enter")
    keys.is_at("privacy/1.0/")


def test_6_compare_two_versions(keys: Keyboard) -> None:
    keys.goes("privacy/history/")
    keys.reaches(keys.says("newer_version"))
    assert keys.tabs() == keys.says("older_version")
    assert keys.tabs() == keys.says("compare")
    keys.presses("Enter")
    keys.is_at("privacy/compare/1.0/2.1/")


def test_7_read_the_same_version_in_the_other_language(keys: Keyboard) -> None:
    other = {"th": "en", "en": "th"}[keys.language]
    keys.goes("privacy/2.0/#rights")
    keys.page.reload()
    keys.page.locator(".masthead__name").focus()
    keys.reaches(strings(other)["language_name"])
    keys.presses("Enter")
    keys.is_at("privacy/2.0/#rights", other)


def test_8_read_both_languages_side_by_side(keys: Keyboard) -> None:
    keys.goes("privacy/")
    keys.reaches(keys.says("side_by_side", first=keys.says("language_th"), second=keys.says("language_en")))
    keys.presses("Enter")
    keys.is_at("privacy/", "th-en")


def test_9_find_a_word(keys: Keyboard) -> None:
    keys.goes("privacy/")
    keys.reaches(keys.says("search"))
    keys.presses("Enter")
    keys.is_at("search/")
    keys.reaches(keys.says("search_in_policies"))
    keys.types({"th": "ขอเข้าถึง", "en": "access pers"}[keys.language])
    expect(keys.page.locator(".result").first).to_be_visible()
    assert keys.tabs() == keys.says("search")
    assert keys.tabs() == RIGHTS[keys.language]
    keys.presses("Enter")
    keys.is_at("privacy/#rights")


def test_10_cite_a_section_and_a_paragraph_of_it(keys: Keyboard) -> None:
    keys.goes("privacy/")
    keys.reaches(keys.says("copy_citation_of", place=RIGHTS[keys.language]))
    keys.presses("Enter")
    expect(keys.page.get_by_role("status")).to_have_text(keys.says("copied"))
    assert "/privacy/2.0/#rights" in keys.page.evaluate("navigator.clipboard.readText()")
    keys.reaches(keys.says("copy_citation_of", place="1"))
    keys.presses("Enter")
    keys.page.evaluate(_COPIED, "#rights.1")


def test_the_contents_open_lead_on_and_close(keys: Keyboard) -> None:
    keys.goes("privacy/")
    phone = keys.page.viewport_size == {"width": 360, "height": 800}
    button = keys.page.locator(".contents__button")
    contents = keys.page.locator("#_contents")
    if phone:
        keys.reaches(keys.says("on_this_page"))
        keys.presses("Enter")
        expect(contents).to_be_visible()
        keys.presses("Escape")
        expect(contents).to_be_hidden()
        expect(button).to_be_focused()
        keys.presses("Enter")
    keys.reaches(RIGHTS[keys.language])
    keys.presses("Enter")
    keys.is_at("privacy/#rights")
    expect(keys.page.locator("#rights")).to_be_in_viewport()
    expect(contents).to_be_visible(visible=not phone)
    keys.page.evaluate("window.focused = null")
    assert keys.tabs() == keys.says("copy_citation_of", place=RIGHTS[keys.language])


def test_a_notice_is_dismissed_and_the_focus_stays_at_the_title(keys: Keyboard) -> None:
    keys.goes("privacy/")
    keys.reaches(keys.says("dismiss"))
    keys.presses("Enter")
    expect(keys.page.locator(".notice[data-notice]")).to_have_count(0)
    expect(keys.page.locator("h1")).to_be_focused()
    expect(keys.page.locator(".standing--in-force")).to_be_visible()


def test_share(keys: Keyboard) -> None:
    keys.goes("privacy/2.0/")
    keys.reaches(keys.says("share"))
    keys.presses("Enter")
    assert keys.page.evaluate("window.shared.url").endswith(f"/{keys.language}/privacy/2.0/")


@pytest.mark.parametrize("path", ["privacy/", "privacy/2.1/changes/", "privacy/history/", "search/", "verify/"])
def test_no_page_holds_the_focus_or_hides_it(keys: Keyboard, path: str) -> None:
    keys.goes(path)
    stops = []
    while (stop := keys.tabs()) is not None:
        stops.append(stop)
        assert len(stops) < 2 * MOST_STOPS
    assert stops[0] == keys.says("skip_to_text")
    assert stops[-1] == keys.says("guides")
