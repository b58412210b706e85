"""How much a reader has to wait for: what a first visit and a further page weigh on the wire."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

from tests.support import Repository

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
FIRST_LOAD = 100_000
"""Bytes, gzipped, of the policy in force with everything it asks for."""
FURTHER_PAGE = 15_000
"""Bytes, gzipped, of a version or redline of 3,000 words, beyond what is shared."""
WORDS = 3_000
RESOURCES = "//link[@rel='stylesheet' or @rel='icon'] | //script[@src] | //img"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own policy, the cookie policy put at its end, in its three versions."""
    repository = Repository(tmp_path_factory.mktemp("long"))
    for version in ("1.0", "2.0", "2.1"):
        for language in ("th", "en"):
            words = (ROOT / f"changelog/privacy/{version}/{language}.md").read_text(encoding="utf-8")
            more = (ROOT / f"changelog/cookies/1.0/{language}.md").read_text(encoding="utf-8")
            more = re.sub(r"\{#", "{#cookie-policy-", more.split("\n# ", 1)[1].split("\n", 1)[1])
            more = re.sub(r"## [^\n]*\{#cookie-policy-changes\}.*?(?=\n## )", "", more, flags=re.DOTALL)  # has a date
            repository.write(f"policies/{language}/privacy.md", f"{words}\n{more}")
        repository.record_and_commit(version)
    assert repository.run("build").status == 0
    assert len(re.findall(r"\w+", repository.read("policies/en/privacy.md"))) >= WORDS
    return repository.root / "site"


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_first_visit_to_a_policy_is_light(long_site: Path, language: str) -> None:
    address = f"/{language}/privacy/"
    file = long_site / address[1:] / "index.html"
    elements = lxml.html.fromstring(file.read_bytes()).xpath(RESOURCES)
    assert isinstance(elements, list)
    resources = {
        urljoin(address, str(element.get("href") or element.get("src")))
        for element in elements
        if isinstance(element, lxml.html.HtmlElement)
    }
    assert len(resources) >= 3
    assert weight(file) + sum(weight(long_site / found[1:]) for found in resources) <= FIRST_LOAD


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("page", ["2.0", "2.0/changes", "2.1/changes", "compare/1.0/2.1", "compare/1.0/2.0"])
def test_a_further_page_is_lighter(long_site: Path, language: str, page: str) -> None:
    assert weight(long_site / language / "privacy" / page / "index.html") <= FURTHER_PAGE


@pytest.mark.parametrize(("page", "texts"), [("2.0", 2), ("2.0/changes", 2), ("2.1/changes", 1)])
def test_both_languages_weigh_no_more_than_their_texts(long_site: Path, page: str, texts: int) -> None:
    """2.0 wrote most of the policy anew; 2.1 changed one section, and its redline leaves out what it did not change."""
    assert weight(long_site / "th-en/privacy" / page / "index.html") <= texts * FURTHER_PAGE


def test_nothing_a_reader_sees_waits_for_a_script(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = lxml.html.fromstring(file.read_bytes())
        assert page.xpath("//head//script[@src][not(@defer or @type='module')]") == [], file
        assert page.xpath("//main/preceding::script[@src][not(@defer or @type='module')]") == [], file
