"""The whole site, as it lies on disk: every link leads somewhere, nothing asks another host, programs can read it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import lxml.html

from tests.site.policies import NOTICE

HOST = "https://policies.example/law/"
RESOURCES = ("//link[@rel='stylesheet']/@href", "//link[@rel='icon']/@href", "//script/@src", "//img/@src")


def html_files(site: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), lxml.html.fromstring(path.read_bytes())


def file_at(site: Path, address: str) -> Path:
    """The file a server would answer `address` with."""
    path = site / unquote(urlsplit(address).path.removeprefix("/law/"))
    return path / "index.html" if address.endswith("/") or path.is_dir() else path


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    broken = []
    ids = {name: set(page.xpath("//@id")) for name, page in html_files(site)}
    for name, page in html_files(site):
        origin = urljoin(HOST, name.removesuffix("index.html"))
        for href in page.xpath("//a/@href | //link[@rel='alternate']/@href | //form/@action"):
            if "%7Bseen%7D" in href:
                continue
            target, _, fragment = urljoin(origin, href).partition("#")
            if not target.startswith(HOST):
                continue
            file = file_at(site, target.partition("?")[0])
            places = ids.get(file.relative_to(site).as_posix(), set())
            if not file.is_file() or (fragment and unquote(fragment) not in places):
                broken.append(f"{name}: {href}")
    assert broken == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for name, page in html_files(site):
        for expression in RESOURCES:
            for address in page.xpath(expression):
                assert not urlsplit(address).netloc, f"{name}: {address}"
                origin = urljoin(HOST, name.removesuffix("index.html"))
                assert file_at(site, urljoin(origin, address)).is_file(), f"{name}: {address}"


def test_no_page_has_inline_script_or_style(site: Path) -> None:
    for name, page in html_files(site):
        assert page.xpath("//@style | //style") == [], name
        assert page.xpath("//script[not(@src) and not(@type='application/ld+json')]") == [], name
        assert [attribute for attribute in page.xpath("//@*") if attribute.attrname.startswith("on")] == [], name


def test_every_page_says_what_it_is(site: Path) -> None:
    for name, page in html_files(site):
        assert len(page.xpath("//h1[not(@class='as-h1')]")) >= 1, name
        assert page.xpath("string(//title)").strip(), name
        assert page.get("lang") in ("th", "en"), name
        assert NOTICE[page.get("lang")] in page.text_content(), name
        assert len(page.xpath("//*[@id]")) == len(set(page.xpath("//@id"))), name
        assert len(page.xpath("//main")) == 1, name


def test_the_api_agrees_with_its_schema(site: Path) -> None:
    def read(name: str) -> dict[str, object]:
        return dict(json.loads((site / "api" / name).read_text(encoding="utf-8")))

    jsonschema.validate(read("policies.json"), read("policies.schema.json"))
    for policy in ("privacy", "cookies"):
        jsonschema.validate(read(f"{policy}.json"), read("policy.schema.json"))
    assert read("privacy.json")["in_force"] == "2.0"
    statuses = [version["status"] for version in json.loads((site / "api/privacy.json").read_bytes())["versions"]]
    assert statuses == ["superseded", "in-force", "withdrawn", "upcoming"]


def test_the_source_bytes_hash_to_what_the_page_says(site: Path) -> None:
    digest = hashlib.sha256((site / "th/privacy/2.0.md").read_bytes()).hexdigest()
    for address in ("th/privacy/index.html", "th/privacy/2.0/index.html", "th/verify/index.html", "api/privacy.json"):
        assert digest in (site / address).read_text(encoding="utf-8")


def test_search_finds_sections_of_what_binds_only(site: Path) -> None:
    index = json.loads((site / "th/search/sections.json").read_text(encoding="utf-8"))
    words = " ".join(section[3] for section in index["sections"])
    assert "60 วัน" in words
    assert "90 วัน" not in words
    assert [policy["address"] for policy in index["policies"]] == ["th/cookies/", "th/privacy/"]


def test_of_the_theme_s_files_only_the_style_sheet_is_published(site: Path) -> None:
    assert [path.suffix for path in (site / "assets").rglob("*") if "main." in path.name] == [".css"]
    assert list(site.rglob("*.js.map")) == []
