"""What programs read of the site: the feed, the calendar, the sitemap, and what a page says of itself in its head."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import icalendar
import lxml.etree
import lxml.html
import pytest

from tests.site.test_whole_site import HOST, file_at, html_files
from tests.support import Repository, source

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XHTML = "{http://www.w3.org/1999/xhtml}link"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def feed(site: Path, language: str) -> lxml.etree._Element:
    return lxml.etree.fromstring((site / language / "feed.xml").read_bytes())


def said(element: lxml.etree._Element, path: str) -> list[str]:
    return [str(found.text) for found in element.iterfind(path, ATOM)]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_feed_is_as_rfc_4287_has_it(site: Path, language: str) -> None:
    root = feed(site, language)
    assert root.tag == f"{{{ATOM['a']}}}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for holder in (root, *root.iterfind("a:entry", ATOM)):
        for required in ("id", "title", "updated"):
            assert len(said(holder, f"a:{required}")) == 1, required
        assert all(_INSTANT.fullmatch(moment) for moment in said(holder, "a:updated"))
        assert [link for link in holder.iterfind("a:link", ATOM) if link.get("rel") == "alternate"]
    assert said(root, "a:author/a:name"), "entries without an author need one of the feed's"
    own = [link.get("href") for link in root.iterfind("a:link", ATOM) if link.get("rel") == "self"]
    assert own == [f"{HOST}{language}/feed.xml"]
    moments = said(root, "a:entry/a:updated")
    assert moments == sorted(moments, reverse=True)
    assert said(root, "a:updated") == moments[:1]
    for link in root.iterfind(".//a:link", ATOM):
        assert file_at(site, link.get("href", "")).is_file()


def test_the_feed_tells_announcements_and_effects_with_stable_ids(site: Path) -> None:
    ids = said(feed(site, "th"), "a:entry/a:id")
    assert "urn:promulgate:effective:privacy:2.0:th" in ids
    assert "urn:promulgate:announced:privacy:2.1:th" in ids
    assert "urn:promulgate:effective:privacy:2.1:th" not in ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_calendar_can_read_what_is_coming(site: Path, language: str) -> None:
    content = (site / language / "privacy/effective.ics").read_bytes()
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event.errors == []
    assert event.decoded("dtstart") == date(2090, 1, 1)
    assert event.decoded("dtend") == date(2090, 1, 2)
    assert str(event["uid"]) == f"privacy-2.1-{language}@promulgate"
    assert "2.1" in str(event["summary"])
    assert str(event["url"]) == f"{HOST}{language}/privacy/2.1/"
    assert isinstance(event.decoded("dtstamp"), datetime)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_calendar_reads_every_word_of_a_summary(repository: Repository) -> None:
    """Signs that mean something to a calendar, and a line too long for it, in Thai."""
    summary = {"th": "ข้อ 1; ข้อ 2, และ \\ " + "เพิ่มสิทธิของท่าน " * 12, "en": "One; two, and \\ " + "more rights " * 12}
    for language, words in summary.items():
        head = source(language, "1.0", "2090-01-01T15:00", summary=f"'{words.strip()}'")
        repository.write(f"policies/{language}/privacy.md", head)
    repository.record_and_commit()
    assert repository.run("build").status == 0
    for language, words in summary.items():
        content = (repository.root / f"site/{language}/privacy/effective.ics").read_bytes()
        (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert str(event["description"]) == words.strip()
        start = event.decoded("dtstart")
        assert isinstance(start, datetime)
        assert start.isoformat() == "2090-01-01T08:00:00+00:00"


def test_the_sitemap_lists_what_binds_and_nothing_else(site: Path) -> None:
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert f"{HOST}th/privacy/" in listed
    assert f"{HOST}en/cookies/history/" in listed
    assert [address for address in listed if re.search(r"/(1\.0|2\.0|2\.1)/|changes|compare|404", address)] == []


def test_translations_name_each_other_in_pages_and_in_the_sitemap(site: Path) -> None:
    by_page = {}
    for name, page in html_files(site):
        links = page.xpath("//link[@rel='alternate'][@hreflang]")
        if links:
            by_page[HOST + name.removesuffix("index.html")] = {one.get("hreflang"): one.get("href") for one in links}
    assert by_page[HOST]["x-default"] == HOST
    assert by_page[f"{HOST}th/"] == by_page[f"{HOST}en/"] == by_page[HOST]
    for address, alternates in by_page.items():
        assert address in alternates.values(), address
        for other in alternates.values():
            assert by_page[other] == alternates, (address, other)
    sitemap = lxml.etree.fromstring((site / "sitemap.xml").read_bytes())
    for url in sitemap:
        alternates = {link.get("hreflang"): link.get("href") for link in url.iterfind(XHTML)}
        if alternates:
            assert by_page[str(url[0].text)] == alternates


def test_a_page_of_a_policy_describes_itself_as_schema_org_has_it(site: Path) -> None:
    described = 0
    for name, page in html_files(site):
        for block in page.xpath("//script[@type='application/ld+json']/text()"):
            described += 1
            data = json.loads(block)
            assert (data["@context"], data["@type"]) == ("https://schema.org", "WebPage"), name
            assert data["url"] == HOST + name.removesuffix("index.html")
            assert data["inLanguage"] == page.get("lang")
            assert re.fullmatch(r"\d+\.\d+(\.\d+)?", data["version"])
            begins, _, ends = data["temporalCoverage"].partition("/")
            assert _INSTANT.fullmatch(begins)
            assert ends == ".." or _INSTANT.fullmatch(ends)
            assert _INSTANT.fullmatch(data["datePublished"])
            assert data["isBasedOn"].startswith(HOST)
            assert file_at(site, data["isBasedOn"]).is_file()
            assert re.fullmatch("sha256:[0-9a-f]{64}", data["identifier"])
    assert described > 10


def test_every_page_can_be_shared_with_a_title_and_its_address(site: Path) -> None:
    for name, page in html_files(site):
        graph = {one.get("property"): one.get("content") for one in page.xpath("//meta[starts-with(@property, 'og:')]")}
        assert graph["og:title"], name
        assert graph["og:url"] == HOST + name.removesuffix("index.html")
        assert graph["og:locale"] == {"th": "th_TH", "en": "en_GB"}[page.get("lang")]
        description = page.xpath("string(//meta[@name='description']/@content)")
        assert graph.get("og:description", "") == description
        assert len(description) <= 200, name


def test_what_is_not_there_is_answered_at_any_depth(site: Path) -> None:
    page: lxml.html.HtmlElement = lxml.html.fromstring((site / "404.html").read_bytes())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
    for address in page.xpath("//link[@rel='stylesheet']/@href | //script/@src | //main//a/@href"):
        assert str(address).startswith("/law/"), "a relative address would depend on where the page was looked for"
