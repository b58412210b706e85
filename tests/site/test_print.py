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


@pytest.mark.parametrize("script", [True, False])
def test_every_page_of_paper_names_text_version_hash_and_address(
    browser: Browser, address: str, site: Path, script: bool
) -> None:
    sheets = printed(browser, address, "en/privacy/2.0/", "120mm", script=script)
    assert len(sheets) > 2
    digest = hashlib.sha256((site / "en/privacy/2.0.md").read_bytes()).hexdigest()
    for sheet in sheets:
        assert "Privacy policy" in sheet
        assert "2.0" in sheet
        assert "Effective from 1 June 2022" in sheet
        assert digest in sheet.replace(" ", "")
        assert "https://policies.example/law/en/privacy/2.0/" in sheet.replace(" ", "")


@pytest.mark.parametrize("script", [True, False])
def test_what_a_redline_folds_away_is_on_paper(browser: Browser, address: str, script: bool) -> None:
    words = " ".join(printed(browser, address, "en/privacy/2.1/changes/", "297mm", script=script))
    assert "You have the right to access personal data" in words, "a section without a change"
    assert "2.1" in words
    assert "https://policies.example/law/en/privacy/2.1/changes/" in words.replace(" ", "")
