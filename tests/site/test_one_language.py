"""A section that only one language has: a stub stands in its place in the other, on every page and in every version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, expect

from promulgate.model import Section
from promulgate.one_language import Stub, with_stubs
from tests.site.chromium import served
from tests.site.test_access import violations
from tests.site.test_html import misplaced, parse_errors
from tests.support import Repository, source
from tests.support import text as read

REASON = "คุกกี้ <b>ใช้เฉพาะเว็บไซต์ภาษาอังกฤษ"
EXCEPTION = f"exceptions:\n  - rule: section-missing\n    section: cookies\n    reason: '{REASON}'"
BODIES = {
    "th": "# นโยบาย\n\nอ่าน[เรื่องคุกกี้](#cookies)\n\n## การเก็บข้อมูล {#collection}\n\nเก็บไว้\n\n## สิทธิ {#rights}\n\nท่านมีสิทธิ\n",
    "en": (
        "# Policy\n\nRead [about cookies](#cookies).\n\n## Collection {#collection}\n\nWe keep it.\n\n"
        "## Cookies & co {#cookies}\n\nCookies stay.\n\n### Kinds {#kinds}\n\nTwo kinds.\n\n"
        "## Rights {#rights}\n\nYou have rights.\n"
    ),
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Two versions with the section in English only; the first of them is of the past."""
    repository = Repository(tmp_path_factory.mktemp("one-language"))
    for version, day in (("1.0", "2026-01-01"), ("1.1", "2026-06-01")):
        more = {"th": [f"imported: นำเข้า\n{EXCEPTION}"], "en": ["imported: Brought in."]}
        for language, body in BODIES.items():
            words = source(language, version, day, *more[language], body=body)
            repository.write(f"policies/{language}/privacy.md", words)
        repository.record_and_commit(version)
    return repository


@pytest.fixture(scope="module")
def site(repository: Repository) -> Path:
    outcome = repository.run("build")
    assert outcome.status == 0, outcome.errors
    return repository.root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as host:
        yield host


def page(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / path / "index.html").read_bytes())


def ids(shown: tuple[Section | Stub, ...]) -> list[str]:
    return [f"({each.section.id})" if isinstance(each, Stub) else each.id for each in shown]


def test_the_stub_stands_where_the_section_would() -> None:
    both = {
        language: read(language, body, *([EXCEPTION] if language == "th" else [])) for language, body in BODIES.items()
    }
    assert ids(with_stubs(both, "th")) == ["_preamble", "collection", "(cookies)", "rights"]
    assert ids(with_stubs(both, "en")) == ["_preamble", "collection", "cookies", "kinds", "rights"]
    (stub,) = [each for each in with_stubs(both, "th") if isinstance(each, Stub)]
    assert (stub.languages, stub.reason, [each.id for each in stub.subsections]) == (("en",), REASON, ["kinds"])


def test_without_an_exception_there_is_no_stub() -> None:
    both = {language: read(language, body) for language, body in BODIES.items()}
    assert ids(with_stubs(both, "th")) == ["_preamble", "collection", "rights"]


def test_a_reason_is_for_the_readers_of_the_language_it_is_written_in() -> None:
    both = {
        language: read(language, body, *([EXCEPTION] if language == "en" else [])) for language, body in BODIES.items()
    }
    assert [each.reason for each in with_stubs(both, "th") if isinstance(each, Stub)] == [""]


@pytest.mark.parametrize(
    ("path", "text"), [("th/privacy", "../../en/privacy/"), ("th/privacy/1.0", "../../../en/privacy/1.0/")]
)
def test_the_page_and_every_version_show_title_reason_and_the_way(site: Path, path: str, text: str) -> None:
    document = page(site, path)
    heading = document.get_element_by_id("cookies")
    assert heading.tag == "h2"
    assert heading.xpath("string(span[@lang='en'])") == "Cookies & co"
    (stub,) = document.find_class("stub")
    assert stub.getprevious() is heading.getparent()
    assert "หัวข้อนี้มีเฉพาะฉบับภาษาอังกฤษ" in stub.text_content()
    assert f"เหตุผล: {REASON}" in stub.text_content()
    assert [(link.get("href"), link.get("hreflang")) for link in stub.iter("a")] == [
        (f"{text}#cookies", "en"),
        (f"{text}#kinds", "en"),
    ]
    assert document.get_element_by_id("kinds").get("lang") == "en"
    contents = document.xpath("//*[@class='contents']//a[starts-with(@href, '#')]")
    assert [link.get("href") for link in contents] == ["#collection", "#cookies", "#rights"]
    assert contents[1].xpath("string(span[@lang='en'])") == "Cookies & co"
    assert not page(site, path.replace("th/", "en/")).xpath("//*[@class='stub']")


def test_side_by_side_the_stub_stands_beside_the_section(site: Path) -> None:
    document = page(site, "th-en/privacy")
    rows = document.xpath("//*[contains(@class, 'sides__row')]")
    (row,) = [row for row in rows if "หัวข้อนี้มีเฉพาะฉบับภาษาอังกฤษ" in row.text_content()]
    assert "Cookies stay." in row.text_content()
    assert document.get_element_by_id("cookies").xpath("string(span[@lang='en'])") == "Cookies & co"
    assert document.get_element_by_id("cookies.en").text_content().startswith("Cookies & co")
    order = [heading.get("id") for heading in document.xpath("//h2[@id and not(contains(@id, '.'))]")]
    assert order[:3] == ["collection", "cookies", "rights"]
    assert "".join(document.itertext()).index("Two kinds.") < "".join(document.itertext()).index("You have rights.")


def test_search_leads_to_the_stub(site: Path) -> None:
    index = json.loads((site / "th/search/sections.json").read_bytes())
    assert [0, "cookies", "Cookies & co", "หัวข้อนี้มีเฉพาะฉบับภาษาอังกฤษ", "en"] in index["sections"]
    assert page(site, "th/search").xpath(
        "//a[contains(@href, 'th/privacy/#cookies') or contains(@href, 'privacy/#cookies')]"
    )


def test_the_words_of_the_stub_are_no_words_of_the_policy(repository: Repository, site: Path) -> None:
    outcome = repository.run("verify", "--site", str(site))
    assert outcome.status == 0, outcome.output
    for version in ("1.0", "1.1"):
        assert "เฉพาะฉบับ" not in repository.read(f"changelog/privacy/{version}/th.md").partition("---\n\n")[2]
        assert "เฉพาะฉบับ" not in repository.read(f"changelog/privacy/{version}/changes.th.md")


def test_the_pages_are_html_as_the_standard_has_it(site: Path) -> None:
    for path in ("th/privacy", "th/privacy/1.0", "th-en/privacy", "th/search"):
        content = (site / path / "index.html").read_bytes()
        assert parse_errors(content) == []
        assert list(misplaced(lxml.html.fromstring(content))) == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_changes_the_language_at_the_section_and_comes_back(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(base_url=address, viewport={"width": width, "height": 740}) as context:
        tab = context.new_page()
        tab.goto("th/privacy/#cookies")
        expect(tab.locator("#cookies")).to_be_in_viewport()
        assert violations(tab) == []
        tab.locator(".stub").get_by_role("link", name="อ่านหัวข้อนี้ในฉบับภาษาอังกฤษ").click()
        expect(tab).to_have_url(f"{address}en/privacy/#cookies")
        expect(tab.locator("#cookies")).to_be_in_viewport()
        tab.locator("header a[hreflang=th], nav a[hreflang=th]").first.click()
        expect(tab).to_have_url(f"{address}th/privacy/#cookies")
        tab.goto("th-en/privacy/#cookies")
        expect(tab.locator("#cookies")).to_be_in_viewport()
        assert violations(tab) == []
