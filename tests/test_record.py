"""`promulgate record` and `promulgate revise`."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import jsonschema
import pytest
import yaml

from promulgate.archive_reader import sealed_texts
from promulgate.settings import Settings
from promulgate.workspace import read_tree
from tests.support import BODIES, Repository

NOW = ("--as-of", "2026-11-22T12:00")
FOLDER = "changelog/privacy/1.0"


def contents(repository: Repository) -> dict[str, bytes]:
    return {
        path.relative_to(repository.root).as_posix(): path.read_bytes()
        for path in sorted((repository.root / "changelog").rglob("*"))
        if path.is_file()
    }


def test_the_folder_of_a_version_holds_texts_data_and_changelogs(published: Repository) -> None:
    assert list(contents(published)) == [
        f"{FOLDER}/changes.en.md",
        f"{FOLDER}/changes.th.md",
        f"{FOLDER}/en.md",
        f"{FOLDER}/record.yml",
        f"{FOLDER}/th.md",
    ]
    for language in BODIES:
        assert published.read(f"{FOLDER}/{language}.md") == published.read(f"policies/{language}/privacy.md")


def test_a_record_keeps_to_its_schema(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01", "urgent: a court order")
    published.record_and_commit()
    schema = json.loads((files("promulgate") / "schemas" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for version in ("1.0", "1.1"):
        data = yaml.safe_load(published.read(f"changelog/privacy/{version}/record.yml"))
        jsonschema.validate(data, schema)
        for language in BODIES:
            sealed = (published.root / f"changelog/privacy/{version}/{language}.md").read_bytes()
            assert data["languages"][language]["sha256"] == hashlib.sha256(sealed).hexdigest()


def test_the_hash_of_the_visible_words_can_be_taken_again(published: Repository) -> None:
    (folder,) = read_tree(published.root).folders()["privacy"]
    for language, text in sealed_texts(folder, Settings()).items():
        visible = hashlib.sha256(text.visible.encode()).hexdigest()
        assert folder.record.languages[language].visible_sha256 == visible


def test_recording_again_writes_nothing(published: Repository) -> None:
    before = contents(published)
    stamps = {path: (published.root / path).stat().st_mtime_ns for path in before}
    outcome = published.run("record", *NOW)
    assert (outcome.status, outcome.output) == (0, "")
    assert contents(published) == before
    assert {path: (published.root / path).stat().st_mtime_ns for path in before} == stamps


def test_the_same_texts_give_the_same_record_in_any_clone_on_any_day(
    published: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Repository(tmp_path_factory.mktemp("other") / "policies")
    other.write_policy("1.0", "2019-09-30", "imported: brought in later")
    assert other.run("record", "--as-of", "2026-12-24").status == 0
    assert contents(other) == contents(published)


def test_what_is_not_on_the_base_is_rewritten(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    published.run("record", *NOW)
    published.write("changelog/privacy/1.1/changes.th.md", "stale")
    published.write("changelog/privacy/1.1/de.md", "left over")
    assert published.run("record", "--check", *NOW).status in (0, 1)
    published.run("record", *NOW)
    assert "stale" not in published.read("changelog/privacy/1.1/changes.th.md")
    assert not (published.root / "changelog/privacy/1.1/de.md").exists()


def test_check_writes_nothing_and_says_what_is_missing(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    before = contents(published)
    assert published.run("record", "--check", *NOW).status == 1
    assert contents(published) == before
    published.run("record", *NOW)
    assert published.run("record", "--check", *NOW).status == 0


def test_nothing_is_recorded_while_a_rule_is_broken(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    published.replace("policies/en/privacy.md", "2027-03-01", "2027-03-02")
    before = contents(published)
    outcome = published.run("record", *NOW)
    assert (outcome.status, "metadata-agreement" in outcome.output) == (1, True)
    assert contents(published) == before


def test_rerender_writes_changelogs_again_and_nothing_else(published: Repository) -> None:
    published.write(f"{FOLDER}/changes.th.md", "written by an older program")
    published.commit()
    assert published.run("record", *NOW).status == 0
    assert published.read(f"{FOLDER}/changes.th.md") == "written by an older program"
    outcome = published.run("record", "--rerender", *NOW)
    assert outcome.output.split() == [f"{FOLDER}/changes.th.md"]


@pytest.mark.parametrize(
    ("arguments", "version", "effective"),
    [
        ((), "1.1", None),
        (("--material",), "2.0", None),
        (("--effective", "2027-05-05"), "1.1", "2027-05-05"),
        (("--effective", "2027-05-05T15:00"), "1.1", "2027-05-05T15:00"),
    ],
)
def test_revise_prepares_the_next_version_in_every_language(
    published: Repository, arguments: tuple[str, ...], version: str, effective: str | None
) -> None:
    outcome = published.run("revise", "privacy", *arguments)
    assert outcome.status == 0
    for language in BODIES:
        words = published.read(f"policies/{language}/privacy.md")
        assert f'version: "{version}"\n' in words
        assert 'summary: ""\n' in words
        assert "imported" not in words
        assert words.endswith(BODIES[language])
        assert effective is None or f"effective: {effective}\n" in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("privcy",), "'privcy'"),
        (("privacy", "--from", "9.9"), "has no version 9.9"),
        (("privacy", "--effective", "2570-01-01"), "2027"),
    ],
)
def test_revise_refuses_what_does_not_exist(published: Repository, arguments: tuple[str, ...], words: str) -> None:
    outcome = published.run("revise", *arguments)
    assert (outcome.status, words in outcome.errors) == (2, True)


def test_revise_does_not_overwrite_a_draft(published: Repository) -> None:
    published.run("revise", "privacy")
    outcome = published.run("revise", "privacy")
    assert (outcome.status, "is a draft already" in outcome.errors) == (2, True)


def test_revise_chooses_a_day_after_every_version_before_it(published: Repository) -> None:
    published.write_policy("1.1", "2099-01-01")
    published.record_and_commit()
    published.run("revise", "privacy")
    assert "effective: 2099-01-02\n" in published.read("policies/th/privacy.md")
