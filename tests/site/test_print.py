"""What is printed says on every page which text it is, and leaves nothing folded away."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def printed(browser: Browser, address: str, path: str, height: str, *, script: bool) -> list[str]:
    """The words of each page of paper; a small `height` makes several of a short text."""
    with browser.new_context(base_url=address, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(path)
        sheets = PdfReader(io.BytesIO(page.pdf(width="210mm", height=height))).pages
        return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in sheets]


def sha256(site: Path, *texts: str) -> list[str]:
    return [hashlib.sha256((site / text).read_bytes()).hexdigest() for text in texts]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("path", "texts", "words", "lasting"),
    [
        ("en/privacy/2.0/", ["en/privacy/2.0.md"], ["Privacy policy", "2.0", "Effective from 1 June 2022"], ""),
        ("th/privacy/2.0/", ["th/privacy/2.0.md"], ["2.0", "2565"], ""),
        ("th/privacy/", ["th/privacy/2.0.md"], ["2.0", "2565"], "th/privacy/2.0/"),
        ("en/privacy/2.1/changes/", ["en/privacy/2.0.md", "en/privacy/2.1.md"], ["2.0", "2.1"], ""),
        ("th/privacy/compare/1.0/2.1/", ["th/privacy/1.0.md", "th/privacy/2.1.md"], ["1.0", "2.1"], ""),
        ("th-en/privacy/", ["th/privacy/2.0.md", "en/privacy/2.0.md"], ["2565", "2022"], "th-en/privacy/2.0/"),
        (
            "th-en/privacy/2.1/changes/",
            [f"{language}/privacy/{name}.md" for language in ("th", "en") for name in ("2.0", "2.1")],
            ["2.0", "2.1"],
            "",
        ),
    ],
)
def test_every_page_of_paper_names_text_version_hash_and_lasting_address(  # noqa: PLR0917 - a row of the table above
    browser: Browser,
    address: str,
    site: Path,
    path: str,
    texts: list[str],
    words: list[str],
    lasting: str,
    script: bool,
) -> None:
    sheets = printed(browser, address, path, "120mm", script=script)
    assert len(sheets) > 1
    for sheet in sheets:
        joined = sheet.replace(" ", "")
        assert [word for word in words if word.replace(" ", "") not in joined] == []
        assert [digest for digest in sha256(site, *texts) if digest not in joined] == []
        assert f"https://policies.example/law/{lasting or path}" in joined


def test_what_is_no_text_says_its_title_and_address_on_paper(browser: Browser, address: str) -> None:
    for sheet in printed(browser, address, "en/privacy/history/", "120mm", script=True):
        assert "History: Privacy policy" in sheet
        assert "https://policies.example/law/en/privacy/history/" in sheet.replace(" ", "")
        assert "Show" not in sheet.split(), "a form is of no use on paper"


@pytest.mark.parametrize("script", [True, False])
def test_what_a_redline_folds_away_is_on_paper(browser: Browser, address: str, script: bool) -> None:
    words = " ".join(printed(browser, address, "en/privacy/2.1/changes/", "297mm", script=script))
    assert "You have the right to access personal data" in words, "a section without a change"
    assert "2.1" in words
    assert "https://policies.example/law/en/privacy/2.1/changes/" in words.replace(" ", "")
