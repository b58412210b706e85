"""The site as its host serves it, with the published `_headers`: nothing is blocked, and nothing waits for a script."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Route, expect

from tests.site.host_rules import headers_for, rules_of
from tests.site.policies import PAGES

HEADER = "Content-Security-Policy"
_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
_PAINTED = """() => new Promise((painted) => {
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach(painted))
    .observe({type: "paint", buffered: true});
})"""


def hold(route: Route, held: list[Route]) -> None:
    """Playwright takes no built-in method for a handler."""
    held.append(route)


def said_by_header(site: Path, path: str) -> dict[str, str]:
    return headers_for(rules_of((site / "_headers").read_text(encoding="utf-8")), path)


def test_the_header_and_every_page_say_the_same_of_what_may_be_loaded(site: Path) -> None:
    header = said_by_header(site, "/th/privacy/")[HEADER]
    assert header.endswith("; frame-ancestors 'none'"), "what only a header can say"
    pages = {
        path: lxml.html.fromstring(path.read_bytes()).xpath(f"//meta[@http-equiv='{HEADER}']/@content")
        for path in site.rglob("*.html")
    }
    assert pages
    assert {
        path: said for path, said in pages.items() if said != [header.removesuffix("; frame-ancestors 'none'")]
    } == {}


def test_files_whose_names_follow_their_content_are_kept_and_pages_are_asked_for_again(site: Path) -> None:
    script = next((site / "assets").glob("reading.*.js")).name
    assert said_by_header(site, f"/assets/{script}")["Cache-Control"] == "public, max-age=31536000, immutable"
    assert said_by_header(site, "/th/privacy/")["Cache-Control"] == "public, max-age=300"
    assert said_by_header(site, "/th/privacy/effective.ics")["Content-Type"] == "text/calendar; charset=utf-8"
    assert said_by_header(site, "/api/policies.json")["Access-Control-Allow-Origin"] == "*"


@pytest.mark.browser
def test_what_the_host_allows_is_all_the_pages_need(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        context.add_init_script(_VIOLATIONS)
        page = context.new_page()
        for path in PAGES:
            answer = page.goto(path)
            assert answer is not None
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], path
            assert page.evaluate("violations") == [], path


@pytest.mark.browser
def test_a_violation_would_be_seen(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        context.add_init_script(_VIOLATIONS)
        page = context.new_page()
        page.goto("th/privacy/")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: '0'}))")
        page.evaluate("async () => { while (!violations.length) { await new Promise(requestAnimationFrame); } }")


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "th/privacy/", "en/privacy/2.1/changes/", "th/privacy/history/", "th/search/"])
def test_a_page_is_painted_while_its_scripts_are_still_on_their_way(browser: Browser, address: str, path: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        held: list[Route] = []
        page.route("**/*.js", lambda route: hold(route, held))
        page.goto(path, wait_until="commit")
        page.evaluate(_PAINTED)
        expect(page.get_by_role("heading").first).to_be_visible()
        assert held, "the scripts were asked for"
        assert page.evaluate("document.documentElement.className") == "no-js"
        blocking = page.evaluate(
            "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking')"
            ".map((one) => new URL(one.name).pathname)"
        )
        assert [name for name in blocking if not name.endswith(".css")] == []
        for route in held:
            route.continue_()
