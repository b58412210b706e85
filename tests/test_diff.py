"""`promulgate diff`: versions, the working text, and plain files."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import jsonschema
import pytest

from tests.support import Repository

NOW = ("--as-of", "2026-11-22T12:00")


@pytest.fixture
def revised(published: Repository) -> Repository:
    """1.0 in force, 1.1 announced with 60 days, a draft of 1.2 with 90."""
    published.write_policy("1.1", "2027-01-01")
    _replace(published, "30", "60")
    assert published.run("record", *NOW).status == 0
    published.commit("Announce 1.1")
    published.write_policy("1.2", "2027-02-01")
    _replace(published, "30", "90")
    return published


def _replace(repository: Repository, old: str, new: str) -> None:
    for language, words in {"th": "{} วัน", "en": "{} days"}.items():
        repository.replace(f"policies/{language}/privacy.md", words.format(old), words.format(new))


@pytest.mark.parametrize(
    ("operands", "old", "new"),
    [
        (("privacy", "1.0", "1.1"), 30, 60),
        (("privacy", "1.1", "1.0"), 60, 30),
        (("privacy", "1.1"), 60, 90),
        (("privacy",), 30, 90),
    ],
)
def test_two_versions_or_the_working_text(revised: Repository, operands: tuple[str, ...], old: int, new: int) -> None:
    outcome = revised.run("diff", *operands)
    assert outcome.status == 0
    for unit in ("วัน", "days"):
        assert re.search(rf"\[-{old}( {unit})?-\]\{{\+{new}( {unit})?\+\}}", outcome.output)


def test_one_language_only(revised: Repository) -> None:
    words = revised.run("diff", "privacy", "1.0", "1.1", "--language", "th").output
    assert "วัน" in words
    assert "days" not in words


def test_json_keeps_to_its_schema(revised: Repository) -> None:
    document = json.loads(revised.run("diff", "privacy", "1.0", "1.1", "--format", "json").output)
    schema = json.loads((files("promulgate") / "schemas" / "redline.schema.json").read_text(encoding="utf-8"))
    assert [redline["language"] for redline in document["redlines"]] == ["th", "en"]
    for redline in document["redlines"]:
        jsonschema.validate(redline, schema)


@pytest.mark.parametrize(("output_format", "mark"), [("markdown", "~~"), ("html", "<del")])
def test_every_format_marks_what_went(revised: Repository, output_format: str, mark: str) -> None:
    assert mark in revised.run("diff", "privacy", "1.0", "1.1", "--format", output_format).output


def test_two_plain_files_anywhere(repository: Repository) -> None:
    repository.write("old.md", "# Terms\n\nWe answer within 30 days.\n")
    repository.write("new.md", "# Terms\n\nWe answer within 60 days.\n")
    outcome = repository.run("diff", "old.md", "new.md")
    assert outcome.status == 0
    assert "60" in outcome.output
    assert "Sections: 1 changed" in outcome.output


def test_texts_of_the_repository_as_files(revised: Repository) -> None:
    outcome = revised.run("diff", "changelog/privacy/1.0/th.md", "policies/th/privacy.md")
    assert "90" in outcome.output
    assert "หัวข้อ" in outcome.output


@pytest.mark.parametrize(
    ("operands", "words"),
    [
        (("privacy", "9.9"), "has no version 9.9"),
        (("privcy",), "'privcy'"),
        (("old.md", "new.md"), "there is no file old.md"),
        (("privacy", "1.0", "1.1", "1.1"), "at most two versions"),
        (("privacy", "1.0", "1.1", "--language", "de"), "no text in de"),
    ],
)
def test_what_does_not_exist_is_named(revised: Repository, operands: tuple[str, ...], words: str) -> None:
    outcome = revised.run("diff", *operands)
    assert (outcome.status, words in outcome.errors) == (2, True)
