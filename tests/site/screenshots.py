"""Pictures of every kind of page for the documentation: `make screenshots` writes them from this very repository.

Each picture shows a page on a phone and beside it on a desktop.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.site.chromium import chromium, served
from tests.support import run_in

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "images"
LANGUAGES = ("th", "en")
PHONE = (360, 780)
DESKTOP = (1280, 832)
LARGEST = 150_000
"""Bytes of a picture: the repository keeps every version of it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A kind of page: the name of its picture, where it is (`{language}` stands for the language), what is done there.

    `scroll_to` is the selector of what should stand at the top; `dark` asks for the dark colours.
    """

    name: str
    address: str
    scroll_to: str = ""
    dark: bool = False


KINDS = (
    Shown("home", "{language}/"),
    Shown("policy", "{language}/privacy/"),
    Shown("policy-dark", "{language}/privacy/#retention", dark=True),
    Shown("version-superseded", "{language}/privacy/1.0/"),
    Shown("version-upcoming", "{language}/privacy/2.1/"),
    Shown("changes", "{language}/privacy/2.1/changes/"),
    Shown("comparison", "{language}/privacy/compare/1.0/2.1/", scroll_to="#cookies"),
    Shown("history", "{language}/privacy/history/"),
    Shown("history-of-all", "{language}/history/"),
    Shown("side-by-side", "th-en/privacy/"),
    Shown("side-by-side-changes", "th-en/privacy/2.1/changes/"),
    Shown("search-th", "th/search/?q=สิทธิขอ"),
    Shown("search-en", "en/search/?q=cookies"),
    Shown("verify", "{language}/verify/"),
    Shown("not-found", "404.html"),
)
FRONT = "policy-in-force"
"""The picture of the README: Thai on a phone, English on a desktop."""

_SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px; display: flex; gap: 16px; align-items: flex-start; width: 912px;
  background: #d9dde3 }}
img {{ display: block; border-radius: 6px }}
.phone {{ width: 208px }} .desktop {{ width: 688px }}
</style><img class="phone" src="{phone}"><img class="desktop" src="{desktop}">"""


def pictures() -> Iterator[tuple[str, bytes]]:
    """The name and the PNG of each picture, of the site as it is today."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        outcome = run_in(ROOT, "build", "--out", str(site))
        assert outcome.status == 0, outcome.errors
        with served(site) as host, chromium() as browser:
            phone = _shot(browser, host, Shown(FRONT, "th/privacy/"), PHONE)
            desktop = _shot(browser, host, Shown(FRONT, "en/privacy/"), DESKTOP)
            yield FRONT, _sheet(browser, phone, desktop)
            for kind in KINDS:
                for language in LANGUAGES if "{language}" in kind.address else ("",):
                    page = Shown(kind.name, kind.address.format(language=language), kind.scroll_to, kind.dark)
                    name = f"{kind.name}-{language}" if language else kind.name
                    yield name, _sheet(browser, *(_shot(browser, host, page, size) for size in (PHONE, DESKTOP)))


def _shot(browser: Browser, host: str, shown: Shown, size: tuple[int, int]) -> bytes:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if shown.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(host + shown.address, wait_until="networkidle")
    if shown.scroll_to:
        page.locator(shown.scroll_to).first.evaluate("element => element.scrollIntoView()")
    picture = page.screenshot()
    context.close()
    return picture


def _sheet(browser: Browser, phone: bytes, desktop: bytes) -> bytes:
    """One picture of the two, small enough to keep."""
    page = browser.new_page(viewport={"width": 944, "height": 100})
    page.set_content(_SHEET.format(phone=_address(phone), desktop=_address(desktop)), wait_until="load")
    picture = page.screenshot(full_page=True)
    page.close()
    return picture


def _address(picture: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(picture).decode()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if not old.name.startswith("pull-request-"):  # those are drawn by tests.pull_requests.pictures
            old.unlink()
    for name, picture in pictures():
        assert len(picture) <= LARGEST, f"{name}.png has {len(picture)} bytes, more than {LARGEST}"
        (FOLDER / f"{name}.png").write_bytes(picture)
