"""Every kind of page can be used by everyone: axe finds nothing against WCAG 2.2 AA or good practice."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.chromium import chromium, served
from tests.site.kinds import KINDS

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 150)}`));
}"""


def violations(page: Page) -> list[str]:
    """What axe has against the page as it stands, one sentence per element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [str(found) for found in page.evaluate(_RUN, RULES)]
