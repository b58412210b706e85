"""The gate finds seeded defects in texts of other languages than Thai and English, and leaves faithful ones alone."""

from __future__ import annotations

import re

import pytest

from promulgate.markdown import read_text
from tests.mutation.elsewhere import BEGIN, CORPUS, END, FAMILIES, false_alarms, pairs, run, tables
from tests.mutation.harness import PAGE, Tally, findings

FOLDERS = sorted(CORPUS.iterdir())
AT_LEAST = {"structure": 0.98, "numbers": 0.98, "dates": 0.97, "sums": 0.99, "references": 0.97, "links": 0.99}
"""By family. Where a list says nothing in numbers, two items exchanged can't be told in a language unknown to us."""


def shortfalls(tallies: dict[str, dict[str, Tally]], spare: int = 0) -> list[str]:
    """The families that fall short by more than `spare` mutants, with their survivors."""
    families: dict[str, list[tuple[str, Tally]]] = {}
    for operators in tallies.values():
        for name, tally in operators.items():
            families.setdefault(FAMILIES[name], []).append((name, tally))
    found = []
    for family, of in families.items():
        made, killed = sum(tally.made for _, tally in of), sum(tally.killed for _, tally in of)
        if killed + spare < AT_LEAST.get(family, 0) * made:
            found += [
                f"{family}: {killed} of {made}",
                *(f"  {name} {x}" for name, tally in of for x in tally.survivors),
            ]
    return found


def test_faithful_texts_raise_nothing() -> None:
    for name, text, known in pairs(FOLDERS):
        said = [f"{finding.rule} {finding.place.line}: {finding.message.en}" for finding in findings(text, known)]
        assert said == [], f"{name} {text.language} {known.language}"


def test_a_sample_of_defects_is_found() -> None:
    assert shortfalls(run(FOLDERS, every=60), spare=2) == []


def test_a_value_changed_in_either_language_is_found() -> None:
    folder = CORPUS / "clinic-notice"
    english = (folder / "en.md").read_text(encoding="utf-8")
    changed = english.replace("within 30 days", "within 31 days").encode()
    for language in ("ar", "id", "ja", "ko", "vi", "zh"):
        text = read_text("clinic-notice", language, f"{language}.md", (folder / f"{language}.md").read_bytes())
        (finding,) = findings(text, read_text("clinic-notice", "en", "en.md", changed))
        assert (finding.rule, finding.place.line, finding.counterpart and finding.counterpart.line) == (
            "duration-value",
            41,
            41,
        ), language


@pytest.mark.slow
def test_the_measured_tables_are_true() -> None:
    tallies, alarms = run(FOLDERS), false_alarms(FOLDERS)
    assert shortfalls(tallies) == []
    assert alarms[1] == []
    shown = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip()
    assert re.sub(" +", " ", shown) == re.sub(" +", " ", tables(tallies, alarms).strip())
