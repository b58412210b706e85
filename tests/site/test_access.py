"""Every kind of page can be used by everyone: axe finds nothing against WCAG 2.2 AA or good practice."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.site.policies import PAGES

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 150)}`));
}"""


def violations(page: Page) -> list[str]:
    """What axe has against the page as it stands, one sentence per element."""
    page.evaluate(AXE)
    return [str(found) for found in page.evaluate(_RUN, TAGS)]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_keeps_anyone_out_of_a_page(browser: Browser, address: str, width: int, colours: str) -> None:
    with browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        found = {}
        for path in PAGES:
            page.goto(path)
            found[path] = violations(page)
        assert {path: what for path, what in found.items() if what} == {}


def test_what_opens_or_appears_on_a_page_can_be_used_too(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto("th/privacy/")
        page.evaluate("localStorage.setItem('promulgate:seen:privacy', '1.0')")
        page.reload()
        page.locator("[data-since]").wait_for()
        page.get_by_role("button", name="สารบัญ").click()
        assert violations(page) == []
        page.goto("en/privacy/2.1/changes/")
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert violations(page) == []
        page.goto("th/search/?q=ข้อมูล")
        page.locator(".result mark").first.wait_for()
        assert violations(page) == []


def test_axe_would_see_a_fault(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=en><title>t</title><main><h1>t</h1><img src=x><p style='color:#ccc'>pale</p></main>")
    assert {found.partition(":")[0] for found in violations(page)} == {"image-alt", "color-contrast"}
    page.close()
