"""Writes the pages made from the code: `python -m tests.write_docs` after a docstring of a rule or a schema changed."""

from __future__ import annotations

from pathlib import Path

from promulgate.rules.documentation import Documented, page
from promulgate.rules.policy_registry import policy_rules
from promulgate.rules.registry import rules
from tests.settings_reference import settings_page

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {language: DOCS / language / "rules.md" for language in ("en", "th")}
SETTINGS_PAGES = {language: DOCS / language / "settings.md" for language in ("en", "th")}


def pages() -> dict[Path, str]:
    """What each page has to hold."""
    everything: list[Documented] = [*rules(), *policy_rules()]
    written = {path: page(everything, language) for language, path in PAGES.items()}
    return written | {path: settings_page(language) for language, path in SETTINGS_PAGES.items()}


if __name__ == "__main__":
    for path, words in pages().items():
        path.write_text(words, encoding="utf-8")
