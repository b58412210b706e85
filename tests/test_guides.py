"""The guides say the same in both languages, and what they lead to is there."""

from __future__ import annotations

import re

import pytest

from promulgate.cli import COMMANDS
from tests.platform import PROJECT

GUIDES = sorted((PROJECT / "docs").glob("*/guide-*.md"))


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_links_between_guides_and_references_lead_somewhere(path: object) -> None:
    page = PROJECT / str(path)
    targets = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (page.parent / target).is_file()] == []


@pytest.mark.parametrize("name", ["guide-legal.md", "guide-operator.md"])
def test_both_languages_have_the_same_sections_steps_and_tables(name: str) -> None:
    shapes = [
        re.findall(
            r"^(#+ |[0-9]\. |\| |- |```|> )", (PROJECT / "docs" / language / name).read_text("utf-8"), re.MULTILINE
        )
        for language in ("th", "en")
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_command_a_guide_names_exists(path: object) -> None:
    words = (PROJECT / str(path)).read_text(encoding="utf-8")
    named = re.findall(r"(?:^|`)(?:\S*/)?promulgate ([a-z]+)", words, re.MULTILINE)
    assert set(named) <= set(COMMANDS), set(named) - set(COMMANDS)
