"""Attacks on the archive, through the real command on real repositories: every one is refused, by version and file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from promulgate.publication import load_archive_of_head
from promulgate.settings import SETTINGS_FILE, read_settings
from promulgate.site import Site
from promulgate.site.api import api_files
from promulgate.verification import verify_records
from promulgate.workspace import read_tree
from tests.support import Repository, source

NOW = "2026-11-22T12:00"
VERSIONS = ("1.0", "2.0", "2.1", "3.0")
"""Superseded, in force, withdrawn, and upcoming within 24 hours."""
FILES = ("record.yml", "th.md", "en.md")


def sha256(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Four versions that may not change any more, each recorded when it still could."""
    repository = Repository(tmp_path_factory.mktemp("attacked") / "policies")
    steps = (
        ("1.0", "2019-09-30", "imported: brought in later", "2026-11-01"),
        ("2.0", "2022-06-01", "imported: brought in later", "2026-11-01"),
        ("2.1", "2026-12-01", "", "2026-11-01"),
        ("2.1", "2026-12-01", "withdrawn: called off", "2026-11-02"),
        ("3.0", "2026-11-23", "", "2026-11-02"),
    )
    for version, effective, more, as_of in steps:
        repository.write_policy(version, effective, *filter(None, [more]))
        if version == "3.0":
            for language in ("th", "en"):
                repository.replace(f"policies/{language}/privacy.md", "30", "60")
        outcome = repository.run("record", "--as-of", as_of)
        assert outcome.status == 0, outcome.output + outcome.errors
        repository.commit(version)
    site = Site(load_archive_of_head(repository.root), datetime.fromisoformat(f"{NOW}:00+07:00"))
    [published] = [file.content for file in api_files(site) if file.address == "api/policies.json"]
    (repository.root.parent / "published.json").write_bytes(published)
    return repository


@pytest.fixture
def attacked(archive: Repository) -> Iterator[Repository]:
    commit = archive.git("rev-parse", "HEAD")
    yield archive
    archive.git("reset", "--quiet", "--hard", commit)
    archive.git("clean", "--quiet", "-fd")


def path(version: str, file: str) -> str:
    return f"changelog/privacy/{version}/{file}"


Attack = Callable[[Repository, str, str], None]


def edit(repository: Repository, version: str, file: str) -> None:
    contents = (repository.root / path(version, file)).read_bytes()
    repository.write(path(version, file), contents + b"\n")


def delete(repository: Repository, version: str, file: str) -> None:
    (repository.root / path(version, file)).unlink()


def delete_folder(repository: Repository, version: str, file: str) -> None:
    for name in (repository.root / path(version, "")).iterdir():
        name.unlink()


def swap(repository: Repository, version: str, file: str) -> None:
    other = {"th.md": "en.md", "en.md": "th.md", "record.yml": "th.md"}[file]
    one, two = ((repository.root / path(version, name)).read_bytes() for name in (file, other))
    repository.write(path(version, file), two)
    repository.write(path(version, other), one)


def truncate(repository: Repository, version: str, file: str) -> None:
    contents = (repository.root / path(version, file)).read_bytes()
    repository.write(path(version, file), contents[: len(contents) // 2])


def redate(repository: Repository, version: str, file: str) -> None:
    repository.replace(path(version, file), "effective: ", "effective: 2018-01-01 #")


def replace_by_another(repository: Repository, version: str, file: str) -> None:
    other = "1.0" if version != "1.0" else "2.0"
    repository.write(path(version, file), (repository.root / path(other, file)).read_bytes())


def forge(repository: Repository, version: str, file: str) -> None:
    """A careful attacker: the text is edited, and the record made to agree with it."""
    if file == "record.yml":
        repository.replace(path(version, file), "material: false", "material: true")
        return
    before = (repository.root / path(version, file)).read_bytes()
    after = before.replace(b"30", b"90").replace(b"60", b"90")
    repository.write(path(version, file), after)
    repository.replace(path(version, "record.yml"), sha256(before), sha256(after))


def forge_date(repository: Repository, version: str, file: str) -> None:
    """The same with the day, in both texts and the record."""
    record = repository.read(path(version, "record.yml"))
    day = record.partition('effective: "')[2][:10]
    for language in ("th", "en"):
        before = (repository.root / path(version, f"{language}.md")).read_bytes()
        after = before.replace(day.encode(), b"2026-11-20")
        repository.write(path(version, f"{language}.md"), after)
        record = record.replace(sha256(before), sha256(after))
    repository.write(path(version, "record.yml"), record.replace(day, "2026-11-20"))


ATTACKS: tuple[Attack, ...] = (
    *(edit, delete, delete_folder, swap, truncate, redate, replace_by_another, forge, forge_date),
)
CASES = [
    pytest.param(
        *(attack, version, file),
        id=f"{attack.__name__}-{version}-{file}",
        # The careful attack on a text of each version is in the quick suite, all of them in the slow one.
        marks=[] if attack is forge and file == "th.md" else [pytest.mark.slow],
    )
    for attack in ATTACKS
    for version in VERSIONS
    for file in (FILES if attack not in (delete_folder, forge_date) else FILES[:1])
]


@pytest.mark.parametrize(("attack", "version", "file"), CASES)
def test_check_refuses_and_names_version_and_file(
    attacked: Repository, attack: Attack, version: str, file: str
) -> None:
    attack(attacked, version, file)
    outcome = attacked.run("check", "--as-of", NOW)
    assert outcome.status == 1
    assert path(version, "") in outcome.output
    assert f"version {version}" in outcome.output
    attacked.git("switch", "--quiet", "--create", "change")
    attacked.commit("An innocent change")
    again = attacked.run("check", "--as-of", NOW)
    attacked.git("switch", "--quiet", "main")
    attacked.git("branch", "--quiet", "-D", "change")
    assert (again.status, again.output) == (outcome.status, outcome.output)


@pytest.mark.parametrize(("attack", "version", "file"), CASES)
def test_a_rewritten_main_is_refused_by_what_was_published(
    attacked: Repository, attack: Attack, version: str, file: str
) -> None:
    """The whole history is made anew, as if the forged files had always been there."""
    attack(attacked, version, file)
    attacked.git("checkout", "--quiet", "--orphan", "rewritten")
    attacked.commit("Everything")
    published = str(attacked.root.parent / "published.json")
    outcome = attacked.run("verify", "--previous", published)
    attacked.git("checkout", "--quiet", "--force", "main")
    attacked.git("branch", "--quiet", "-D", "rewritten")
    assert outcome.status == 1
    failed = [line for line in outcome.output.splitlines() if line.startswith("✗")]
    assert any(f"privacy {version} ({path(version, '')}" in line for line in failed), outcome.output


@pytest.mark.parametrize("version", VERSIONS[:2])
def test_a_change_merged_in_haste_is_found_in_the_history_of_main(attacked: Repository, version: str) -> None:
    forge(attacked, version, "th.md")
    attacked.commit("Merged in haste")
    outcome = attacked.run("verify")
    assert outcome.status == 1
    assert f"✗ privacy {version} ({path(version, 'th.md')})" in outcome.output


def test_what_was_published_is_verified_in_words_and_in_json(attacked: Repository) -> None:
    published = str(attacked.root.parent / "published.json")
    words = attacked.run("verify", "--previous", published)
    assert words.status == 0, words.output
    assert "Every version is as it was recorded" in words.output
    document = json.loads(attacked.run("verify", "--previous", published, "--format", "json").output)
    assert document["verified"] is True
    assert {(one["policy"], one["version"]) for one in document["statements"]} == {
        ("privacy", name) for name in VERSIONS
    }
    assert document["archive"] == load_archive_of_head(attacked.root).hash


def copy_of_site(repository: Repository, target: Path) -> Path:
    """The files of a site that `verify --site` looks at."""
    archive = load_archive_of_head(repository.root)
    for file in api_files(Site(archive, datetime.fromisoformat(f"{NOW}:00+07:00"))):
        (target / file.address).parent.mkdir(parents=True, exist_ok=True)
        (target / file.address).write_bytes(file.content)
    for version in archive.policies[0].versions:
        for language, sealed in version.folder.texts.items():
            place = target / language / "privacy" / f"{version.name}.md"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(sealed)
    return target


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("th/privacy/1.0.md", "30", "90", "not the one that was recorded"),
        ("en/privacy/2.0.md", "30", "90", "not the one that was recorded"),
        ("api/policies.json", "2022-06-01", "2022-06-02", "another day of effect"),
        ("api/policies.json", '"version": "2.0"', '"version": "2.5"', "is not on the site"),
        ("api/policies.json", '"version": "2.0"', '"version": "2.5"', "no record of this version"),
        ("api/policies.json", '"archive": "', '"archive": "f', "number over all records"),
    ],
)
def test_a_copy_of_the_site_is_compared(
    attacked: Repository, tmp_path: Path, *, file: str, old: str, new: str, words: str
) -> None:
    site = copy_of_site(attacked, tmp_path / "site")
    assert attacked.run("verify", "--site", str(site)).status == 0
    forged = (site / file).read_text(encoding="utf-8")
    assert old in forged
    (site / file).write_text(forged.replace(old, new), encoding="utf-8")
    outcome = attacked.run("verify", "--site", str(site))
    assert outcome.status == 1
    assert words in outcome.output


@pytest.mark.parametrize(
    "contents", ["", "[]", "{}", '{"policies": 1}', '{"policies": [], "as_of": "today"}', "[" * 9999]
)
def test_what_is_no_json_of_a_site_is_refused_in_one_sentence(
    attacked: Repository, tmp_path: Path, contents: str
) -> None:
    (tmp_path / "published.json").write_text(contents, encoding="utf-8")
    outcome = attacked.run("verify", "--previous", str(tmp_path / "published.json"))
    assert outcome.status == 2
    assert "api/policies.json" in outcome.errors


def test_everything_deleted_is_no_success(attacked: Repository) -> None:
    published = str(attacked.root.parent / "published.json")
    for version in VERSIONS:
        delete_folder(attacked, version, "")
    attacked.commit("Tidied up")
    outcome = attacked.run("verify", "--previous", published)
    assert outcome.status == 1
    assert all(f"✗ privacy {version} " in outcome.output for version in VERSIONS)


def test_an_upcoming_version_may_be_amended_and_that_is_no_attack(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30", "imported: brought in later")
    repository.record_and_commit()
    repository.write_policy("1.1", "2040-01-01")
    repository.record_and_commit()
    site = Site(load_archive_of_head(repository.root), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    [published] = [file.content for file in api_files(site) if file.address == "api/policies.json"]
    (repository.root.parent / "published.json").write_bytes(published)
    for language in ("th", "en"):
        repository.write(f"policies/{language}/privacy.md", source(language, "1.1", "2041-01-01"))
    repository.record_and_commit()
    outcome = repository.run("verify", "--previous", str(repository.root.parent / "published.json"))
    assert outcome.status == 0, outcome.output


def test_every_record_of_this_repository_shows_the_words_it_was_recorded_with() -> None:
    """An upgrade of a dependency that changes what any recorded version says fails here, before it reaches readers."""
    tree = read_tree(Path(__file__).parent.parent)
    statements = verify_records(tree, read_settings(tree.files.get(SETTINGS_FILE)))
    assert statements
    assert [one for one in statements if not one.holds] == []
