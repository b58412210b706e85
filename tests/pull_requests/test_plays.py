"""Legal's day, compared with what was read and found good: one file per play in tests/golden/pull_requests.

After a change of messages, run `python -m tests.pull_requests.write` and read what changed as legal would.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pull_requests.page import written
from tests.pull_requests.plays import PLAYS, perform

GOLDEN = Path(__file__).parent.parent / "golden" / "pull_requests"
_NEVER_SAID = re.compile(r"\b(fingerprint|front matter|base branch|YAML|commit hash)\b", re.IGNORECASE)


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAYS)
def test_the_pull_request_shows_what_was_read_and_found_good(name: str, tmp_path: Path) -> None:
    stage, view = perform(name, tmp_path)
    assert stage.pull is not None
    assert written(PLAYS[name][0], stage.pull.done, view) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


def test_every_play_was_read() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(PLAYS)


@pytest.mark.parametrize("name", PLAYS)
def test_legal_meets_no_word_of_ours(name: str) -> None:
    assert _NEVER_SAID.findall((GOLDEN / f"{name}.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PLAYS)
def test_every_page_says_what_to_do_next(name: str) -> None:
    assert "**ขั้นต่อไป · Next**" in (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
