"""What a screen reader says of each kind of page: landmarks, headings, names, and the language each part is read in."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.site.policies import PAGES

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

LANDMARKS = ("banner", "main", "contentinfo")
_HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => heading.checkVisibility())
  .map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()])"""
_ENGLISH_WORDS = re.compile(r"\b[a-z]{4,} [a-z]{4,}\b", re.IGNORECASE)
_ENGLISH_PHRASE = re.compile(r"\b[a-z]{3,} [a-z]{2,} [a-z]{3,}\b", re.IGNORECASE)
_NAVIGATIONS = """() => [...document.querySelectorAll("nav")].map((nav) =>
  nav.getAttribute("aria-label") || document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent || "")"""
# The words of a policy are legal's own; everything else the page says in its language, or marks as another's.
_SPOKEN = """() => {
  const found = [];
  const add = (element, words) => {
    const legal = element.closest(".text, .redline-words, .redline-contents, .redline-heading");
    if (!legal && !element.closest("code, script, [aria-hidden='true']") && words?.trim()) {
      found.push([element.closest("[lang]").lang, words.trim()]);
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      add(node.parentElement, node.data);
    } else {
      add(node, node.getAttribute("aria-label"));
      add(node, node.getAttribute("title"));
    }
  }
  return found;
}"""


def test_every_kind_of_page_has_its_landmarks_and_headings_in_order(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(path)
            for landmark in LANDMARKS:
                expect(page.get_by_role(landmark)).to_have_count(1)  # type: ignore[arg-type]
            names = page.evaluate(_NAVIGATIONS)
            assert all(names), path
            assert len(set(names)) == len(names), path
            levels = [level for level, words in page.evaluate(_HEADINGS) if words]
            assert levels[0] == 1, path
            assert all(after <= level + 1 for level, after in pairwise(levels)), (path, levels)


def test_every_page_speaks_its_language_and_marks_what_is_in_another(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(path)
            for language, words in page.evaluate(_SPOKEN):
                thai = any("\u0e01" <= letter <= "\u0e5b" for letter in words)
                assert not (thai and language != "th"), (path, language, words)
                # A Thai sentence may name programs; it has no English phrase, and no words stand without any Thai.
                phrase = _ENGLISH_PHRASE.search(words) or (not thai and _ENGLISH_WORDS.search(words))
                assert not (language == "th" and phrase), (path, language, words)


@pytest.mark.parametrize(("language", "added", "removed"), [("th", "[เพิ่ม]", "[ตัดออก]"), ("en", "[added]", "[removed]")])
def test_changes_are_told_in_words(browser: Browser, address: str, language: str, added: str, removed: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(f"{language}/privacy/2.1/changes/")
        for role, words in (("insertion", added), ("deletion", removed)):
            parts = page.locator(".redline-section").get_by_role(role)  # type: ignore[arg-type]
            assert parts.count() > 0
            assert [part for part in parts.all_text_contents() if not part.startswith(words)] == []


def test_the_page_of_a_policy_is_read_from_title_to_text(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto("th/privacy/")
        expect(page.get_by_role("main")).to_match_aria_snapshot("""
            - main:
              - button "สารบัญ"
              - article:
                - heading "นโยบายความเป็นส่วนตัว" [level=1]
                - paragraph:
                  - text: มีผลใช้บังคับตั้งแต่วันที่
                  - time: 1 มิถุนายน พ.ศ. 2565
                  - text: ฉบับ 2.0 มีผลใช้บังคับ
                - complementary "ฉบับที่กำลังจะมีผลใช้บังคับ"
                - list:
                  - listitem:
                    - link "สิ่งที่เปลี่ยนแปลง"
                  - listitem:
                    - link "ทุกฉบับ"
                  - listitem:
                    - link "ไทย–อังกฤษเทียบกัน"
                - paragraph
                - heading "การเก็บข้อมูล" [level=2]
                - 'link "ลิงก์และการอ้างอิง: การเก็บข้อมูล"'
        """)
