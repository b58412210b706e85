"""Every page is HTML as the standard has it: no parse error, and nothing where it may not stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import html5lib
import lxml.html

from tests.site.test_whole_site import html_files

ONLY_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup"},
}
"""What alone may stand right inside an element."""
_PHRASES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "button", "label", "summary", "dt", "legend", "del", "ins")
_BLOCKS = ("div", "p", "ul", "ol", "dl", "table", "section", "nav", "header", "footer", "form", "blockquote", "pre")
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "headers")


def parse_errors(source: bytes) -> list[str]:
    """What a browser has to mend while reading `source`, with line and column."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(source, transport_encoding="utf-8")
    return [f"{line}:{column} {code}" for (line, column), code, _ in parser.errors]


def misplaced(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Elements where the standard allows none, and references to ids that are not there."""
    for parent, children in ONLY_CHILDREN.items():
        for element in page.iter(parent):
            yield from (f"{child.tag} in {parent}" for child in element if child.tag not in children)
    for outer in _PHRASES:
        for inner in _BLOCKS:
            # <del> and <ins> hold what the element around them may hold.
            around = "[ancestor::p or ancestor::span]" if outer in {"del", "ins"} else ""
            yield from (f"{inner} in {outer}" for _ in page.xpath(f"//{outer}{around}//{inner}"))
    for outer in ("a", "button", "label", "summary"):
        yield from (f"{inner.tag} in {outer}" for inner in page.xpath(f"//{outer}//*[self::a or self::button]"))
    ids = set(page.xpath("//@id"))
    for name in _REFERENCES:
        for value in page.xpath(f"//@{name}"):
            yield from (f"{name}={wanted}" for wanted in value.split() if wanted not in ids)
    yield from (f"id={value}" for value in ids if not value or value != "".join(value.split()))
    yield from ("img without alt" for _ in page.xpath("//img[not(@alt)]"))


def test_no_page_has_a_parse_error(site: Path) -> None:
    errors = {path.relative_to(site).as_posix(): parse_errors(path.read_bytes()) for path in site.rglob("*.html")}
    assert errors
    assert {name: found for name, found in errors.items() if found} == {}


def test_nothing_stands_where_it_may_not(site: Path) -> None:
    found = {name: sorted(set(misplaced(page))) for name, page in html_files(site)}
    assert found
    assert {name: what for name, what in found.items() if what} == {}


def test_the_checks_see_what_they_are_for() -> None:
    assert parse_errors(b"<!doctype html><title>a</title><p><div></div></p>")
    assert parse_errors(b"<!doctype html><title>a</title><p>fine</p>") == []
    page = lxml.html.fromstring(
        "<main><ul><p>a</p></ul><span><div>b</div></span><label for='nowhere'>c</label><img></main>"
    )
    assert set(misplaced(page)) == {"p in ul", "div in span", "for=nowhere", "img without alt"}
