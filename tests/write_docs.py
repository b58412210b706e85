"""Writes the pages made from the code: `python -m tests.write_docs` after a docstring of a rule changed."""

from __future__ import annotations

from pathlib import Path

from promulgate.rules.documentation import Documented, page
from promulgate.rules.policy_registry import policy_rules
from promulgate.rules.registry import rules

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": DOCS / "rules.md", "th": DOCS / "rules.th.md"}


def pages() -> dict[Path, str]:
    """What each page has to hold."""
    everything: list[Documented] = [*rules(), *policy_rules()]
    return {path: page(everything, language) for language, path in PAGES.items()}


if __name__ == "__main__":
    for path, words in pages().items():
        path.write_text(words, encoding="utf-8")
