"""Attacks through git itself, and what machines do to files: each is refused in a sentence, or changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from promulgate.gitstore import open_store
from promulgate.publication import load_archive_of_head
from promulgate.site import Site
from promulgate.site.api import api_files
from promulgate.verification import API
from tests.support import BODIES, Outcome, Repository, source

TEXT = "policies/th/privacy.md"
SEALED = "changelog/privacy/1.0/th.md"
ERRATA = "changelog/privacy/errata.yml"


def index(repository: Repository, mode: str, path: str, words: str = "x\n") -> None:
    """Put an entry into git's index that an ordinary file system might not hold."""
    (repository.root / ".git/words").write_text(words, encoding="utf-8")
    blob = repository.git("hash-object", "-w", ".git/words")
    repository.git("update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")


def committed(repository: Repository) -> str:
    repository.git("commit", "--quiet", "-m", "Sly")
    return repository.git("rev-parse", "HEAD")


def refused(outcome: Outcome, *words: str) -> None:
    assert outcome.status in (1, 2), outcome.output
    assert "Traceback" not in outcome.output + outcome.errors
    for each in words:
        assert each in outcome.output + outcome.errors


def fine(outcome: Outcome) -> None:
    assert outcome.status == 0, outcome.output + outcome.errors


def publish(repository: Repository) -> None:
    """Keep what a site of the newest commit publishes, beside the repository."""
    site = Site(load_archive_of_head(repository.root), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    [published] = [file.content for file in api_files(site) if file.address == API]
    (repository.root.parent / "published.json").write_bytes(published)


class TestFilesNoDiskWouldHold:
    """Entries made in git's index: they reach the build, which reads commits, without any file on disk."""

    def test_two_names_that_differ_by_case(self, published: Repository) -> None:
        index(published, "100644", "policies/th/PRIVACY.md")
        published.git("checkout", "--quiet", committed(published))
        refused(published.run("verify"), "policies/th/privacy.md", "only in case")

    @pytest.mark.parametrize("mode", ["120000", "160000"])
    def test_a_link_or_a_submodule_in_the_place_of_a_text(self, published: Repository, mode: str) -> None:
        if mode == "160000":
            commit = published.git("rev-parse", "HEAD")
            published.git("update-index", "--cacheinfo", f"{mode},{commit},{TEXT}")
        else:
            index(published, mode, TEXT, "/etc/passwd")
        committed(published)
        refused(published.run("build"), TEXT, "This file can't be used")
        refused(published.run("verify"), TEXT, "This file can't be used")

    def test_a_name_in_pieces_beside_the_same_name_in_one(self, published: Repository) -> None:
        index(published, "100644", "policies/th/caf\u00e9.md")
        index(published, "100644", "policies/th/cafe\u0301.md")
        committed(published)
        refused(published.run("verify"), "some machines keep only one")

    @pytest.mark.parametrize("name", ["policies/th/a\tb.md", 'policies/th/"quoted".md', "policies/th/-option.md"])
    def test_names_that_confuse_a_command_line(self, published: Repository, name: str) -> None:
        published.write(name, "x\n")
        published.commit()
        refused(published.run("verify"), "policies/th/")
        refused(published.run("check"), "policies/th/")

    def test_a_blob_too_large_for_any_policy(self, published: Repository) -> None:
        published.write("policies/th/huge.md", b"a" * (8 * 2**20))
        refused(published.run("check"), "policies/th/huge.md:1")
        published.commit()
        refused(published.run("check", "--base", "HEAD~1"), "policies/th/huge.md:1")


class TestReferences:
    """Names that lead elsewhere than they seem."""

    @pytest.fixture
    def changed(self, published: Repository) -> Repository:
        """A branch on which the text in force was edited."""
        published.git("switch", "--quiet", "--create", "change")
        published.replace(TEXT, " 30 ", " 90 ")
        published.commit()
        refused(published.run("check"), "1.0")
        return published

    def test_a_tag_called_main(self, changed: Repository) -> None:
        changed.git("tag", "main")
        refused(changed.run("check"), "1.0")

    def test_a_tag_called_as_the_branch_of_origin(self, changed: Repository) -> None:
        changed.git("tag", "refs/remotes/origin/main")
        changed.git("tag", "origin/main")
        refused(changed.run("check"), "1.0")

    def test_a_branch_called_refs_heads_main(self, changed: Repository) -> None:
        changed.git("branch", "refs/heads/main")
        refused(changed.run("check"), "1.0")

    def test_a_file_called_main_in_the_git_folder(self, changed: Repository) -> None:
        (changed.root / ".git/main").write_text(changed.git("rev-parse", "HEAD") + "\n", encoding="ascii")
        refused(changed.run("check"), "1.0")

    def test_a_reference_in_packed_refs_that_a_loose_one_hides(self, changed: Repository) -> None:
        changed.git("pack-refs", "--all")
        packed = changed.root / ".git/packed-refs"
        main, own = changed.git("rev-parse", "main"), changed.git("rev-parse", "HEAD")
        (changed.root / ".git/refs/heads/main").write_text(main + "\n", encoding="ascii")
        packed.write_text(packed.read_text(encoding="ascii").replace(main, own), encoding="ascii")
        refused(changed.run("check"), "1.0")

    def test_a_symbolic_reference_that_runs_in_a_circle(self, changed: Repository) -> None:
        (changed.root / ".git/refs/heads/main").write_text("ref: refs/heads/main\n", encoding="ascii")
        refused(changed.run("check", "--base", "main"))

    def test_a_replaced_commit(self, changed: Repository) -> None:
        changed.git("replace", changed.git("rev-parse", "main"), changed.git("rev-parse", "HEAD"))
        refused(changed.run("check"), "1.0")

    def test_a_replaced_tree(self, changed: Repository) -> None:
        changed.git("replace", changed.git("rev-parse", "main^{tree}"), changed.git("rev-parse", "HEAD^{tree}"))
        refused(changed.run("check"), "1.0")

    @pytest.mark.parametrize(
        "ref", ["HEAD@{1}", "@{-1}", ":/Version", "main^{/Version}", "HEAD:policies", "-1", "--all"]
    )
    def test_what_is_asked_for_by_another_syntax_is_a_commit_or_refused(self, changed: Repository, ref: str) -> None:
        outcome = changed.run("check", "--base", ref)
        assert "Traceback" not in outcome.errors
        assert outcome.status in (1, 2)

    def test_a_merge_of_eight_branches(self, published: Repository) -> None:
        for number in range(8):
            published.git("switch", "--quiet", "--create", f"b{number}", "main")
            published.write(f"docs/en/b{number}.md", "# B\n")
            published.commit()
        published.git("switch", "--quiet", "main")
        published.git("merge", "--quiet", "-m", "Octopus", *(f"b{number}" for number in range(8)))
        fine(published.run("check"))
        fine(published.run("verify"))

    def test_a_forged_version_brought_by_the_second_parent(self, published: Repository) -> None:
        """The history that counts is that of the branch: a merge that takes the other side's files is a change."""
        published.git("switch", "--quiet", "--create", "change")
        published.replace(SEALED, " 30 ", " 90 ")
        published.commit()
        published.git("switch", "--quiet", "main")
        published.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
        refused(published.run("check"), "1.0")
        refused(published.run("verify"), SEALED)

    def test_an_orphan_branch_with_nothing_in_common(self, published: Repository) -> None:
        published.git("checkout", "--quiet", "--orphan", "rewritten")
        for path in (*published.root.glob("changelog/*/*/*"),):
            path.unlink()
        published.commit()
        refused(published.run("check"), "1.0")

    def test_a_detached_head_is_judged_as_it_is(self, published: Repository) -> None:
        published.git("checkout", "--quiet", "--detach")
        fine(published.run("check"))

    def test_a_commit_dated_before_its_parent_or_in_the_far_future(self, published: Repository) -> None:
        published.replace(SEALED, " 30 ", " 90 ")
        environment = {**os.environ, "GIT_COMMITTER_DATE": "1999-01-01T00:00:00Z", "GIT_CONFIG_GLOBAL": os.devnull}
        published.git("add", "--all")
        subprocess.run(["git", "commit", "-qm", "Backdated"], cwd=published.root, env=environment, check=True)
        refused(published.run("check"), "1.0")
        refused(published.run("verify"), SEALED)


class TestConfiguration:
    """What a clone's own configuration, attributes and other stores could make git do."""

    @pytest.mark.parametrize(
        "settings",
        [
            "[core]\n\tautocrlf = true\n\teol = crlf\n",
            "[core]\n\tquotePath = true\n\tprecomposeUnicode = true\n\tignoreCase = true\n",
            "[core]\n\tattributesFile = /tmp/attributes\n\texcludesFile = /tmp/ignore\n\thooksPath = /tmp/hooks\n",
            "[core]\n\tworktree = /tmp\n",
            "[core]\n\tsparseCheckout = true\n[index]\n\tsparse = true\n",
            "[core]\n\tlogAllRefUpdates = false\n\tabbrev = 4\n[log]\n\tdecorate = full\n\tdate = relative\n",
            "[diff]\n\trenames = copies\n\tnoprefix = true\n\texternal = false\n[color]\n\tui = always\n",
            "[i18n]\n\tlogOutputEncoding = UTF-16\n\tcommitEncoding = latin1\n",
            "[advice]\n\tobjectNameWarning = true\n[status]\n\tshort = true\n[pager]\n\tlog = false\n",
            "[safe]\n\tbareRepository = explicit\n[uploadpack]\n\tpackObjectsHook = false\n",
            "[url \"ext::sh -c touch% sprung\"]\n\tinsteadOf = https://\n[protocol \"ext\"]\n\tallow = always\n",
        ],
    )  # fmt: skip
    def test_the_clone_s_own_settings_change_no_verdict(self, published: Repository, settings: str) -> None:
        before = published.run("verify").output
        configuration = published.root / ".git/config"
        configuration.write_text(configuration.read_text(encoding="utf-8") + settings, encoding="utf-8")
        assert published.run("verify").output == before
        fine(published.run("check"))
        assert not (published.root / "sprung").exists()

    @pytest.mark.parametrize(
        "attributes",
        [
            "*.md text eol=crlf\n",
            "*.md working-tree-encoding=UTF-16\n",
            "*.md filter=evil diff=evil merge=evil\n",
            "* -text export-subst ident\n*.yml binary\n",
            "[attr]evil -diff export-ignore\n*.md evil\n",
        ],
    )
    def test_attributes_change_nothing_that_is_read_from_a_commit(self, published: Repository, attributes: str) -> None:
        published.git("config", "filter.evil.clean", "sh -c 'touch sprung; cat'")
        published.git("config", "filter.evil.smudge", "sh -c 'touch sprung; cat'")
        before = open_store(published.root).tree(published.git("rev-parse", "HEAD"))
        published.write(".git/info/attributes", attributes)
        after = open_store(published.root).tree(published.git("rev-parse", "HEAD"))
        assert after == before
        fine(published.run("verify"))
        assert not (published.root / "sprung").exists()

    def test_line_ends_changed_by_a_machine_are_told_and_mended_not_taken_for_a_change_of_words(
        self, published: Repository
    ) -> None:
        """`autocrlf` rewrites the files on disk: the sealed texts no longer hash, and the check says which file."""
        for path in (TEXT, SEALED):
            published.write(path, published.read(path).replace("\n", "\r\n"))
        refused(published.run("check"), SEALED, "version 1.0")
        fine(published.run("verify"))

    def test_objects_from_another_store(self, published: Repository, tmp_path: Path) -> None:
        other = Repository(tmp_path / "other")
        other.write("x", "forged\n")
        other.commit()
        alternates = published.root / ".git/objects/info/alternates"
        alternates.parent.mkdir(exist_ok=True)
        alternates.write_text(f"{other.root}/.git/objects\n", encoding="utf-8")
        fine(published.run("verify"))
        alternates.write_text("/nonexistent/objects\n", encoding="utf-8")
        fine(published.run("verify"))

    def test_a_store_that_borrowed_its_objects_and_lost_them(self, published: Repository, tmp_path: Path) -> None:
        borrowed = tmp_path / "borrowed"
        subprocess.run(["git", "clone", "--quiet", "--shared", published.root, borrowed], check=True)
        shutil.rmtree(published.root / ".git/objects")
        clone = Repository.__new__(Repository)
        clone.root = borrowed
        refused(clone.run("verify"))

    def test_a_truncated_pack(self, published: Repository) -> None:
        published.git("gc", "--quiet")
        for pack in (published.root / ".git/objects/pack").glob("*.pack"):
            pack.chmod(0o644)
            contents = pack.read_bytes()
            pack.write_bytes(contents[: len(contents) // 2])
        refused(published.run("verify"))

    def test_a_shallow_file_that_claims_to_be_whole(self, published: Repository) -> None:
        published.commit()
        (published.root / ".git/shallow").write_text(published.git("rev-parse", "HEAD") + "\n", encoding="ascii")
        refused(published.run("verify"), "only part of the history")
        refused(published.run("check"), "only part of the history")

    def test_a_hook_never_runs(self, published: Repository) -> None:
        for name in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
            hook = published.root / ".git/hooks" / name
            hook.parent.mkdir(exist_ok=True)
            hook.write_text("#!/bin/sh\ntouch sprung\n", encoding="ascii")
            hook.chmod(0o755)
        published.run("check")
        published.run("verify")
        published.run("build", "--as-of", "2026-11-22")
        assert not (published.root / "sprung").exists()
        assert not (published.root / ".git/sprung").exists()


class TestArchive:
    """Records rearranged so that every hash agrees."""

    @pytest.fixture
    def three(self, published: Repository) -> Repository:
        """Versions 1.0, 1.1 and 1.2, all in the past, and what the site published of them."""
        for version, day in (("1.1", "2024-01-01"), ("1.2", "2025-01-01")):
            published.write_policy(version, day, "imported: brought in later")
            published.record_and_commit(version)
        publish(published)
        published.git("switch", "--quiet", "--create", "change")
        return published

    def both(self, repository: Repository, *words: str) -> None:
        """Refused by the check against main, and, on a rewritten main, by what was published."""
        refused(repository.run("check"), *words)
        repository.git("checkout", "--quiet", "--orphan", "rewritten")
        repository.commit()
        refused(repository.run("verify", "--previous", str(repository.root.parent / "published.json")), *words)

    def test_two_versions_exchanged(self, three: Repository) -> None:
        folder = three.root / "changelog/privacy"
        (folder / "1.0").rename(folder / "x")
        (folder / "1.1").rename(folder / "1.0")
        (folder / "x").rename(folder / "1.1")
        self.both(three, "1.0", "1.1")

    def test_the_newest_deleted(self, three: Repository) -> None:
        shutil.rmtree(three.root / "changelog/privacy/1.2")
        self.both(three, "1.2")

    def test_a_whole_policy_deleted(self, three: Repository) -> None:
        shutil.rmtree(three.root / "changelog/privacy")
        for language in BODIES:
            (three.root / f"policies/{language}/privacy.md").unlink()
        three.write_policy("1.0", "2019-09-30", "imported: brought in later", policy="terms")
        three.run("record")
        self.both(three, "privacy")

    def test_a_version_added_between_two_that_bound(self, three: Repository) -> None:
        three.write_policy("1.0.5", "2023-01-01")
        fine(three.run("record", "--as-of", "2022-12-01"))
        refused(three.run("check"), "[backdating]", "2023")

    def test_a_backdated_record_made_elsewhere(self, three: Repository, tmp_path: Path) -> None:
        """Recorded in a repository that knows no better, and copied here with all its hashes in order."""
        other = Repository(tmp_path / "other")
        other.write_policy("1.0.5", "2023-01-01", "imported: brought in later")
        fine(other.run("record"))
        shutil.copytree(other.root / "changelog/privacy/1.0.5", three.root / "changelog/privacy/1.0.5")
        refused(three.run("check"), "1.0.5")

    def test_a_version_renamed(self, three: Repository) -> None:
        folder = three.root / "changelog/privacy"
        (folder / "1.2").rename(folder / "1.3")
        for file in ("record.yml", "th.md", "en.md"):
            path = folder / "1.3" / file
            path.write_bytes(path.read_bytes().replace(b'"1.2"', b'"1.3"'))
        refused(three.run("check"), "1.2")

    def test_another_time_zone_in_every_record(self, three: Repository) -> None:
        for path in three.root.glob("changelog/*/*/record.yml"):
            path.write_text(path.read_text(encoding="utf-8").replace("+07:00", "+09:00"), encoding="utf-8")
        self.both(three, "1.0", "1.1", "1.2")

    def test_another_time_zone_of_the_site_moves_no_day(self, three: Repository) -> None:
        three.replace("mkdocs.yml", "Asia/Bangkok", "America/New_York")
        three.commit()
        fine(three.run("check"))
        verified = three.run("verify", "--previous", str(three.root.parent / "published.json"))
        fine(verified)

    def test_every_record_emptied(self, three: Repository) -> None:
        for path in three.root.glob("changelog/*/*/record.yml"):
            path.write_bytes(b"")
        self.both(three, "1.0", "1.1", "1.2")

    def test_a_second_document_after_the_record(self, three: Repository) -> None:
        path = three.root / "changelog/privacy/1.0/record.yml"
        path.write_bytes(path.read_bytes() + b"---\nformat: 1\n")
        self.both(three, "1.0")

    def test_a_comment_or_an_empty_line_in_the_record(self, three: Repository) -> None:
        path = three.root / "changelog/privacy/1.0/record.yml"
        path.write_bytes(b"# nothing\n" + path.read_bytes())
        self.both(three, "1.0")

    def test_the_record_of_the_base_with_other_words_shown(self, three: Repository) -> None:
        three.replace("changelog/privacy/1.0/record.yml", "visible_sha256: ", "visible_sha256: 0")
        self.both(three, "1.0")

    def test_published_json_with_its_end_cut_off_is_no_proof(self, three: Repository) -> None:
        published = three.root.parent / "published.json"
        published.write_bytes(published.read_bytes()[:-20])
        refused(three.run("verify", "--previous", str(published)), "not the api/policies.json")

    def test_published_json_of_another_site(self, three: Repository) -> None:
        published = three.root.parent / "published.json"
        document = json.loads(published.read_text(encoding="utf-8"))
        document["policies"][0]["id"] = "terms"
        published.write_text(json.dumps(document), encoding="utf-8")
        refused(three.run("verify", "--previous", str(published)), "terms")

    def test_a_correction_edited_after_it_was_published(self, three: Repository) -> None:
        correction = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ก\n    en: A\n'
        three.git("switch", "--quiet", "main")
        three.write(ERRATA, correction)
        three.commit()
        publish(three)
        three.git("switch", "--quiet", "--create", "another")
        three.write(ERRATA, correction.replace("en: A", "en: B"))
        self.both(three, "errata.yml", "1.0")

    def test_a_text_in_force_under_a_new_number_with_the_old_day(self, three: Repository) -> None:
        for language in BODIES:
            three.write(
                f"policies/{language}/privacy.md",
                source(language, "1.3", "2025-01-01", "imported: brought in later"),
            )
        refused(three.run("check"), "1.3")
