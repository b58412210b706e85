"""How soon the search page answers: `python -m benchmarks.search [policies]`, in the Chromium of this machine.

The policies are this repository's privacy policy 2.0 with paragraphs of their own, some 3,000 English words each and as
much in Thai. Measured is the time from the keystroke to the frame that shows the first result, on the page itself: the
first query of a page just opened, which loads both indexes from a server on this machine and reads them, and the
queries after it. Beside the machine's own speed, Chromium's CPU throttling by four stands for a phone.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.site import add_version, timed_build
from tests.site.chromium import chromium, served
from tests.support import Repository

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERIES = ("ข้อมูลส่วนบุคคล", "สิทธิ", "คุกกี้ วิเคราะห์", "เก็บข้อมูลไว้ 7 วัน", "personal data", "retention", "a", "xyzzy")
"""Words in every policy and in one, inside unspaced runs, in both languages, a single letter, and nothing."""
MORE = {
    "th": "บริษัทอาจเปิดเผยข้อมูลแก่หน่วยงานกำกับดูแลเรื่องที่ {number} ของนโยบายที่ {policy} เมื่อกฎหมายกำหนดให้ต้องเปิดเผย",
    "en": "The company may disclose data of matter {number} of policy {policy} to a regulator where the law requires it.",
}
PARAGRAPHS = 14
ROUNDS = 5
ANSWER = """(query) => new Promise((resolve) => {
  const began = performance.now();
  const count = document.querySelector(".results__count");
  count.textContent = "";
  const watch = new MutationObserver(() => {
    if (count.textContent) {
      watch.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - began);
        channel.port2.postMessage(0);
      });
    }
  });
  watch.observe(count, { childList: true, characterData: true, subtree: true });
  const input = document.querySelector("#_query");
  input.value = query;
  input.dispatchEvent(new Event("input"));
})"""
"""The number of results is written after the results, in the same task; a message posted by the next frame is received
after that frame was drawn."""


def answers(browser: Browser, address: str, throttling: int) -> tuple[list[float], list[float]]:
    """Milliseconds of first queries, each on a page just opened in a browser with empty caches, and of later ones."""
    first, later = [], []
    for _ in range(ROUNDS):
        for query in QUERIES[:4]:
            with opened(browser, address, throttling) as page:
                first.append(page.evaluate(ANSWER, query))
        with opened(browser, address, throttling) as page:
            page.evaluate(ANSWER, "ก")
            later += [page.evaluate(ANSWER, query) for query in QUERIES]
    return first, later


class opened:  # noqa: N801 - reads as a verb
    """The search page in a new browser context."""

    def __init__(self, browser: Browser, address: str, throttling: int) -> None:
        self.context = browser.new_context()
        self.address, self.throttling = address, throttling

    def __enter__(self) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.address}th/search/")
        self.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": self.throttling})
        return page

    def __exit__(self, *_: object) -> None:
        self.context.close()


def lines(browser: Browser, address: str) -> Iterator[str]:
    """The measured table."""
    for throttling in (1, 4):
        for name, times in zip(("first query", "later queries"), answers(browser, address, throttling), strict=True):
            times.sort()
            yield (
                f"CPU / {throttling}, {name}: median {statistics.median(times):.0f} ms, "
                f"95th percentile {times[int(len(times) * 0.95)]:.0f} ms of {len(times)}"
            )


def main(policies: int = 50) -> None:
    """Builds the site and asks."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(Path(folder))
        for policy in range(1, policies + 1):
            more = {
                language: "\n\n".join(words.format(number=number, policy=policy) for number in range(PARAGRAPHS))
                for language, words in MORE.items()
            }
            add_version(repository, f"policy-{policy}", 1, more)
        repository.commit("Everything")
        timed_build(repository, "the site")
        sizes = [(repository.root / f"site/{language}/search/sections.json").stat().st_size for language in MORE]
        sys.stdout.write(f"indexes: {sum(sizes) / 1e6:.1f} MB\n")
        with served(repository.root / "site") as address, chromium() as browser:
            for line in lines(browser, address):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
