"""Git, as it really is: full clones, half clones, branches, replaced objects."""

from __future__ import annotations

import json
import subprocess
import zlib
from pathlib import Path

import pytest

from promulgate.errors import RepositoryError
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


def test_nothing_outside_the_repository_is_consulted(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user's settings, the variables of a hook and a hostile configuration neither change what is read nor run."""
    repository.write_policy("1.0", "2019-09-30")
    repository.write("changelog/privacy/1.0/record.yml", "x")
    commit = repository.commit()
    store = open_store(repository.root)
    before = store.tree(commit), store.announcements(commit), store.head()
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    hostile = (
        *(f"[core]\n fsmonitor = {trap}\n pager = {trap}\n sshCommand = {trap}\n", f"[gpg]\n program = {trap}\n"),
        *("[log]\n showSignature = true\n follow = true\n date = iso\n", f"[diff]\n external = {trap}\n"),
        *(f'[diff "evil"]\n textconv = {trap}\n command = {trap}\n', f"[alias]\n ls-tree = !{trap}\n"),
    )
    configuration = tmp_path / "gitconfig"
    configuration.write_text("".join(hostile), encoding="utf-8")
    repository.git("config", "include.path", str(configuration))
    repository.write(".git/info/attributes", "*.md diff=evil\n")
    other = Repository(tmp_path / "other")
    other.commit()
    for variable, value in {
        "GIT_CONFIG_GLOBAL": str(configuration),
        "GIT_CONFIG_PARAMETERS": "'core.bare=true'",
        "GIT_DIR": str(other.root / ".git"),
        "GIT_OBJECT_DIRECTORY": str(other.root / ".git/objects"),
        "GIT_EXTERNAL_DIFF": str(trap),
        "GIT_PAGER": str(trap),
    }.items():
        monkeypatch.setenv(variable, value)
    store = open_store(repository.root)
    assert (store.tree(commit), store.announcements(commit), store.head()) == before
    assert not (tmp_path / "sprung").exists()


def test_grafts_do_not_rewrite_history(repository: Repository) -> None:
    repository.commit()
    second = repository.commit()
    parent = open_store(repository.root).first_parent(second)
    repository.write(".git/info/grafts", f"{second}\n")
    assert open_store(repository.root).first_parent(second) == parent


def test_a_repository_of_another_user_is_read_as_in_a_container(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write_policy("1.0", "2019-09-30")
    commit = repository.commit()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    store = open_store(repository.root)
    assert store.head() == commit
    assert "policies/th/privacy.md" in store.tree(commit).files


def test_an_object_that_was_exchanged_or_lost_is_noticed(repository: Repository) -> None:
    repository.write_policy("1.0", "2019-09-30")
    commit = repository.commit()
    blob = repository.git("rev-parse", "HEAD:policies/th/privacy.md")
    stored = repository.root / ".git/objects" / blob[:2] / blob[2:]
    forged = b"forged words"
    stored.chmod(0o644)
    stored.write_bytes(zlib.compress(b"blob %d\0%b" % (len(forged), forged)))
    with pytest.raises(RepositoryError, match=r"policies/th/privacy\.md.*damaged"):
        open_store(repository.root).tree(commit)
    stored.unlink()
    with pytest.raises(RepositoryError, match=r"policies/th/privacy\.md.*lost"):
        open_store(repository.root).tree(commit)


def test_a_work_tree_beside_the_repository_is_read_as_itself(repository: Repository, tmp_path: Path) -> None:
    repository.write_policy("1.0", "2019-09-30")
    commit = repository.commit()
    repository.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    store = open_store(tmp_path / "beside")
    assert store.root == tmp_path / "beside"
    assert store.tree(store.head()) == open_store(repository.root).tree(commit)


def test_a_repository_with_other_object_names_is_refused_in_one_sentence(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--object-format=sha256", str(tmp_path)], check=True)
    with pytest.raises(RepositoryError, match="only sha1"):
        open_store(tmp_path)


def test_a_folder_name_is_never_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELSEWHERE", str(Repository(tmp_path / "other").root))
    own = Repository(tmp_path / "$ELSEWHERE")
    assert open_store(own.root).root == own.root


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
