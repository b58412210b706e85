"""Edits as lawyers make them, with the redline a lawyer should see: one file each, readable on GitHub.

After a change of the view, `python -m tests.test_redline_golden` writes what is now shown; read every line of the
difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from promulgate.redline import accept, compare, reject
from promulgate.redline.markdown import redline_markdown
from promulgate.redline.model import Redline
from tests.redline_texts import as_restored, text

FOLDER = Path(__file__).parent / "golden" / "redline"
CASES = sorted(FOLDER.glob("*.md"))
MARKS = ("<!-- before -->\n", "<!-- after -->\n", "<!-- redline -->\n")


def read(case: Path) -> tuple[str, str, str]:
    """The text before, the text after, and the redline a case expects."""
    rest = case.read_text(encoding="utf-8").partition(MARKS[0])[2]
    before, _, rest = rest.partition(MARKS[1])
    after, _, expected = rest.partition(MARKS[2])
    return before.strip("\n") + "\n", after.strip("\n") + "\n", expected.strip("\n")


def redline_of(case: Path) -> Redline:
    language = case.suffixes[-2].removeprefix(".")
    before, after, _ = read(case)
    return compare(text(before, "1.0", language), text(after, "2.0", language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_redline_reads_as_a_lawyer_expects(case: Path) -> None:
    redline = redline_of(case)
    assert redline_markdown(redline, redline.language).strip("\n") == read(case)[2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_nothing_of_it_is_lost(case: Path) -> None:
    before, after, _ = read(case)
    redline = redline_of(case)
    assert reject(redline) == as_restored(text(before))
    assert accept(redline) == as_restored(text(after))


def test_there_are_twenty_cases_in_both_languages() -> None:
    languages = [case.suffixes[-2] for case in CASES]
    assert len(CASES) >= 20
    assert min(languages.count(".th"), languages.count(".en")) >= 8


def rewrite() -> None:
    """Write what is shown now into every case."""
    for case in CASES:
        head = case.read_text(encoding="utf-8").partition(MARKS[2])[0]
        redline = redline_of(case)
        case.write_text(f"{head}{MARKS[2]}\n{redline_markdown(redline, redline.language)}", encoding="utf-8")


if __name__ == "__main__":
    rewrite()
