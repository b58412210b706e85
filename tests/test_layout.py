"""Files that stand where nothing would read or publish them."""

from __future__ import annotations

import os

import pytest

from promulgate.errors import ConfigurationError
from promulgate.gitstore import open_store
from promulgate.layout import misplaced, refuse_irregular
from promulgate.tree import Irregular, Tree
from promulgate.workspace import read_tree
from tests.support import Repository

LANGUAGES = ("th", "en")


def problems(*paths: str) -> list[tuple[str, str]]:
    return [(problem.path, problem.message.en) for problem in misplaced(Tree(dict.fromkeys(paths, b"")), LANGUAGES)]


def test_a_repository_as_it_should_be_has_no_problem() -> None:
    paths = ("mkdocs.yml", "policies/glossary.yml", "policies/th/privacy.md", "policies/en/privacy-notice2.md")
    records = ("changelog/privacy/1.0/record.yml", "changelog/privacy/1.0/th.md", "changelog/privacy/1.0/changes.th.md")
    assert problems(*paths, *records, "changelog/privacy/errata.yml") == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("policies/privacy.md", "no text of a policy"),
        ("policies/th/notes.txt", "no text of a policy"),
        ("policies/th/privacy.MD", "no text of a policy"),
        ("policies/th/privacy.md.bak", "no text of a policy"),
        ("policies/th/picture.png", "no text of a policy"),
        ("policies/th/old/privacy.md", "no text of a policy"),
        ("policies/th/glossary.yml", "no text of a policy"),
        ("policies/de/privacy.md", "no language “de”"),
        ("policies/TH/privacy.md", "no language “TH”"),
        ("policies/th/Privacy.md", "can't be the name"),
        ("policies/th/privacy policy.md", "can't be the name"),
        ("policies/th/คุกกี้.md", "can't be the name"),
        ("policies/th/api.md", "can't be the name"),
        ("policies/th/pri\u200bvacy.md", "can't be read or seen"),
        ("policies/th/\udcff.md", "can't be read or seen"),
        ("policies/th/a\nb.md", "can't be read or seen"),
        ("changelog/privacy.md", "part of no version"),
        ("changelog/privacy/readme.md", "part of no version"),
        ("changelog/privacy/1/th.md", "part of no version"),
        ("changelog/privacy/1.0/script.js", "part of no version"),
        ("changelog/privacy/1.0/old/th.md", "part of no version"),
        ("changelog/Privacy/1.0/th.md", "part of no version"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(path: str, words: str) -> None:
    [(named, message)] = problems(path)
    assert words in message
    assert named.isprintable()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policies/th/privacy.md", "policies/th/PRIVACY.md"),
        ("policies/th/privacy.md", "policies/Th/terms.md"),
        ("policies/th/caf\u00e9.md", "policies/th/cafe\u0301.md"),
        ("changelog/privacy/1.0/th.md", "changelog/privacy/1.0/TH.md"),
        ("changelog/privacy/1.0/th.md", "changelog/PRIVACY/2.0/th.md"),
    ],
)
def test_names_some_machines_take_for_one_are_refused(one: str, other: str) -> None:
    assert any("some machines keep only one" in message for _, message in problems(one, other))


def test_links_submodules_and_pipes_are_refused_alike_on_disk_and_in_a_commit(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    (repository.root / "policies/th/copy.md").symlink_to("privacy.md")
    (repository.root / "policies/en/all").symlink_to("../../docs")
    inner = Repository(repository.root / "policies/th/inner")
    inner.commit()
    commit = repository.commit()
    committed, on_disk = open_store(repository.root).tree(commit), read_tree(repository.root)
    expected = {
        "policies/en/all": Irregular.LINK,
        "policies/th/copy.md": Irregular.LINK,
        "policies/th/inner": Irregular.SUBMODULE,
    }
    assert dict(committed.irregular) == dict(on_disk.irregular) == expected
    assert [problem.path for problem in misplaced(committed, LANGUAGES)] == list(expected)
    with pytest.raises(ConfigurationError, match="policies/en/all"):
        refuse_irregular(committed)
    os.mkfifo(repository.root / "policies/th/pipe.md")
    assert read_tree(repository.root).irregular["policies/th/pipe.md"] is Irregular.SPECIAL


def test_a_folder_that_is_a_link_as_a_whole_is_not_followed(repository: Repository) -> None:
    repository.write("elsewhere/th/privacy.md", "words of another repository")
    (repository.root / "policies").symlink_to("elsewhere")
    (repository.root / "mkdocs.yml").unlink()
    (repository.root / "mkdocs.yml").symlink_to("/etc/hostname")
    committed, on_disk = open_store(repository.root).tree(repository.commit()), read_tree(repository.root)
    assert (
        dict(committed.irregular)
        == dict(on_disk.irregular)
        == dict.fromkeys(("mkdocs.yml", "policies"), Irregular.LINK)
    )
    assert not committed.files
    assert not on_disk.files


def test_swap_files_and_backups_are_ignored_on_disk_and_in_a_commit(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    for name in (".privacy.md.swp", "privacy.md~", ".DS_Store"):
        repository.write(f"policies/th/{name}", "x")
    (repository.root / "policies/th/.#privacy.md").symlink_to("legal@desk.1234")
    committed = open_store(repository.root).tree(repository.commit())
    assert committed == read_tree(repository.root)
    assert misplaced(committed, LANGUAGES) == ()


def test_a_file_the_record_does_not_name_is_refused(published: Repository) -> None:
    published.write("changelog/privacy/1.0/de.md", "Was niemand beschlossen hat")
    outcome = published.run("check")
    assert outcome.status == 1
    assert "changelog/privacy/1.0/de.md:1" in outcome.output
    assert "[record-unlisted]" in outcome.output


def test_a_misplaced_file_is_a_finding_and_the_policies_are_checked_all_the_same(published: Repository) -> None:
    published.write("policies/th/notes.txt", "x")
    (published.root / "policies/en/link.md").symlink_to("privacy.md")
    published.replace("policies/en/privacy.md", "## Cookies {#cookies}", "## Cookies {#biscuits}")
    output = published.run("check").output
    assert "policies/th/notes.txt:1" in output
    assert "policies/en/link.md:1" in output
    assert "policies/en/privacy.md:" in output
