"""Git, as it really is: full clones, half clones, branches, replaced objects."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from promulgate.errors import ConfigurationError, RepositoryError
from promulgate.gitstore import open_store
from tests.support import Repository


def clone(repository: Repository, target: Path, *options: str) -> Path:
    subprocess.run(["git", "clone", "--quiet", *options, f"file://{repository.root}", str(target)], check=True)
    return target


def test_no_repository_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError, match="not in a git repository"):
        open_store(tmp_path)


def test_a_repository_without_commits_is_told_to_commit(repository: Repository) -> None:
    with pytest.raises(RepositoryError, match="no commit yet"):
        open_store(repository.root).head()


def test_a_shallow_clone_is_refused_with_the_command_that_mends_it(repository: Repository, tmp_path: Path) -> None:
    repository.commit()
    repository.commit()
    half = clone(repository, tmp_path / "half", "--depth=1")
    with pytest.raises(RepositoryError, match="git fetch --unshallow"):
        open_store(half)
    subprocess.run(["git", "fetch", "--quiet", "--unshallow"], cwd=half, check=True)
    open_store(half)


def test_a_partial_clone_is_refused_with_the_command_that_mends_it(repository: Repository, tmp_path: Path) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.write_policy("1.0", "2019-09-30")
    repository.commit()
    half = clone(repository, tmp_path / "half", "--filter=blob:none")
    with pytest.raises(RepositoryError) as caught:
        open_store(half)
    command = str(caught.value).partition("with: ")[2]
    subprocess.run(command, shell=True, cwd=half, check=True, capture_output=True)  # noqa: S602 - as a reader would
    open_store(half)


def test_the_tree_is_what_was_committed_not_what_lies_around(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    commit = repository.commit()
    repository.write("policies/th/privacy.md", "changed")
    repository.write("policies/th/draft.md", "new")
    tree = open_store(repository.root).tree(commit)
    assert b"changed" not in tree.files["policies/th/privacy.md"]
    assert "policies/th/draft.md" not in tree.files
    assert "docs/en/guide.md" not in tree.files


def test_attributes_filters_and_replacements_change_nothing(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    repository.write(".gitattributes", "*.md export-ignore -diff filter=evil\n")
    repository.git("config", "filter.evil.smudge", "touch smudged")
    commit = repository.commit()
    before = open_store(repository.root).tree(commit)
    blob = repository.git("rev-parse", "HEAD:policies/th/privacy.md")
    repository.write("forged", "forged words")
    forged = repository.git("hash-object", "-w", "forged")
    repository.git("replace", blob, forged)
    assert open_store(repository.root).tree(commit) == before
    assert not (repository.root / "smudged").exists()


def test_links_and_submodules_are_refused_by_name(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    (repository.root / "policies/th/copy.md").symlink_to("privacy.md")
    commit = repository.commit()
    with pytest.raises(ConfigurationError, match=r"policies/th/copy\.md"):
        open_store(repository.root).tree(commit)


def test_thai_and_odd_file_names_are_read(repository: Repository) -> None:
    repository.write("policies/th/คุกกี้ ๑.md", "x")
    assert "policies/th/คุกกี้ ๑.md" in open_store(repository.root).tree(repository.commit()).files


@pytest.mark.parametrize("ref", ["--output=stolen", "nothing", "", "HEAD --help", "HEAD\0x"])
def test_a_ref_that_is_none_is_refused_and_runs_nothing(repository: Repository, ref: str) -> None:
    repository.commit()
    with pytest.raises(RepositoryError):
        open_store(repository.root).resolve(ref)
    assert not (repository.root / "stolen").exists()


class TestBase:
    """What a change is measured against."""

    def test_on_a_branch_it_is_local_main(self, repository: Repository) -> None:
        main = repository.commit()
        repository.git("switch", "--quiet", "--create", "change")
        repository.commit()
        assert open_store(repository.root).base(None, {}, uncommitted=False) == main

    def test_on_main_it_is_the_first_parent(self, repository: Repository) -> None:
        first = repository.commit()
        repository.commit()
        assert open_store(repository.root).base(None, {}, uncommitted=False) == first

    def test_on_main_with_uncommitted_changes_it_is_main(self, repository: Repository) -> None:
        repository.commit()
        second = repository.commit()
        assert open_store(repository.root).base(None, {}, uncommitted=True) == second

    def test_the_first_commit_has_none(self, repository: Repository) -> None:
        repository.commit()
        assert open_store(repository.root).base(None, {}, uncommitted=False) is None

    def test_the_main_branch_of_origin_comes_before_local_main(self, repository: Repository, tmp_path: Path) -> None:
        first = repository.commit()
        copy = clone(repository, tmp_path / "copy")
        repository.commit()
        subprocess.run(["git", "pull", "--quiet"], cwd=copy, check=True)
        subprocess.run(["git", "reset", "--quiet", "--hard", first], cwd=copy, check=True)
        assert open_store(copy).base(None, {}, uncommitted=False) == repository.git("rev-parse", "HEAD")

    def test_a_pull_request_names_its_target(self, repository: Repository, tmp_path: Path) -> None:
        repository.commit()
        repository.git("branch", "release")
        repository.commit()
        copy = clone(repository, tmp_path / "copy")
        found = open_store(copy).base(None, {"CI": "true", "GITHUB_BASE_REF": "release"}, uncommitted=False)
        assert found == repository.git("rev-parse", "release")

    def test_a_merge_queue_names_a_commit(self, repository: Repository, tmp_path: Path) -> None:
        first = repository.commit()
        repository.commit()
        event = tmp_path / "event.json"
        event.write_text(json.dumps({"merge_group": {"base_sha": first}}), encoding="utf-8")
        named = {"CI": "true", "GITHUB_EVENT_NAME": "merge_group", "GITHUB_EVENT_PATH": str(event)}
        assert open_store(repository.root).base(None, named, uncommitted=False) == first

    def test_in_ci_without_a_target_there_is_no_guess(self, repository: Repository) -> None:
        repository.commit()
        with pytest.raises(RepositoryError, match="no base to compare with"):
            open_store(repository.root).base(None, {"CI": "true"}, uncommitted=False)

    def test_what_the_user_names_wins(self, repository: Repository) -> None:
        first = repository.commit()
        repository.commit()
        repository.commit()
        assert open_store(repository.root).base("HEAD~2", {"CI": "true"}, uncommitted=False) == first


def test_announcements_are_told_by_the_history_of_the_branch(published: Repository) -> None:
    moment = published.git("log", "-1", "--format=%cI")
    published.git("switch", "--quiet", "--create", "change")
    published.write_policy("1.1", "2030-01-01")
    published.record_and_commit()
    published.git("switch", "--quiet", "main")
    published.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
    announced = open_store(published.root).announcements(published.git("rev-parse", "HEAD"))
    assert set(announced) == {("privacy", "1.0"), ("privacy", "1.1")}
    assert announced["privacy", "1.0"].isoformat() == moment
