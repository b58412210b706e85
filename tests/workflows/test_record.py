"""Recording on a branch: what it writes, what it leaves to people, and what it never runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platform import Platform, git, load
from tests.support import SETTINGS, Repository
from tests.workflows.stage import (
    BRANCH,
    DAY,
    check,
    open_pull_request,
    prepare,
    record,
    start_recording,
)

pytestmark = pytest.mark.slow


def test_recording_commits_the_folder_to_the_branch_and_starts_the_check(
    origin: Repository, platform: Platform
) -> None:
    prepare(origin)
    open_pull_request(origin)
    waiting = check(platform)
    assert waiting.summary.startswith("# ครบแล้ว รอระบบบันทึก · Complete, waiting to be recorded")
    assert not waiting.passed
    run = record(platform)
    assert run.passed, [step.output for step in run.steps]
    assert run.outputs["pushed"] == "true"
    assert git(origin.root, "diff", "--name-only", "main", BRANCH, "--", "changelog").splitlines() == [
        f"changelog/privacy/1.1/{name}" for name in ("changes.en.md", "changes.th.md", "en.md", "record.yml", "th.md")
    ]
    platform.answers('test "$1" != pr || echo true')
    platform.run("record.yml", "check", ref="main", context={"github.head_ref": BRANCH})
    assert platform.asked[-1] == "workflow run check.yml --repo company/policies --ref change --field draft=true"
    started = platform.run("check.yml", "check", ref=BRANCH, event="workflow_dispatch")
    assert started.passed, started.step("Check").output


def test_recording_again_writes_nothing(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    assert record(platform).outputs["pushed"] == "true"
    run = record(platform)
    assert run.passed
    assert "pushed" not in run.outputs


def test_recording_waits_until_everything_else_is_right(origin: Repository, platform: Platform) -> None:
    prepare(origin, english="90 days")
    before = origin.git("rev-parse", BRANCH)
    run = record(platform)
    assert run.passed
    assert "pushed" not in run.outputs
    assert origin.git("rev-parse", BRANCH) == before


def test_recording_gives_way_to_a_newer_edit(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    save = (
        'git update-ref refs/heads/change "$(git commit-tree -p refs/heads/change -m Newer refs/heads/change^{tree})"'
    )
    platform.before_push(save)
    origin.git("checkout", "--quiet", "main")
    run = record(platform)
    assert run.passed, run.steps[-1].output
    assert "pushed" not in run.outputs
    assert "A newer edit came first" in run.step("Commit to the branch").output


def merge_another(origin: Repository, thai: str, english: str) -> None:
    """Meanwhile another pull request for version 1.1 is merged: other words of other sections."""
    origin.git("checkout", "--quiet", "-b", "another", "main")
    origin.write_policy("1.1", DAY)
    origin.replace("policies/th/privacy.md", "เว็บไซต์ใช้คุกกี้", thai)
    origin.replace("policies/en/privacy.md", "The website uses cookies", english)
    origin.record_and_commit()
    origin.git("checkout", "--quiet", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge another", "another")


def test_two_pull_requests_for_the_same_version_are_put_together_without_anyone_s_help(
    origin: Repository, platform: Platform
) -> None:
    prepare(origin)
    assert record(platform).outputs["pushed"] == "true"
    merge_another(origin, "เว็บไซต์ใช้คุกกี้ที่จำเป็น", "The website uses necessary cookies")
    run = start_recording(platform)
    assert run.passed, [step.output for step in run.steps]
    assert run.outputs["pushed"] == "true"
    assert git(origin.root, "merge-base", "main", BRANCH) == origin.git("rev-parse", "main")
    words = git(origin.root, "show", f"{BRANCH}:changelog/privacy/1.1/en.md")
    assert "60 days" in words
    assert "necessary cookies" in words
    assert "\namends: " in git(origin.root, "show", f"{BRANCH}:changelog/privacy/1.1/record.yml")
    open_pull_request(origin)
    assert check(platform).passed


def test_the_same_words_changed_twice_are_for_people(origin: Repository, platform: Platform) -> None:
    origin.write_policy("1.1", DAY)
    origin.replace("policies/th/privacy.md", "เว็บไซต์ใช้คุกกี้", "เว็บไซต์นี้ใช้คุกกี้")
    origin.replace("policies/en/privacy.md", "The website uses cookies", "This website uses cookies")
    origin.record_and_commit()
    before = origin.git("rev-parse", BRANCH)
    merge_another(origin, "เว็บไซต์ใช้คุกกี้ที่จำเป็น", "The website uses necessary cookies")
    run = start_recording(platform)
    assert not run.passed
    assert run.summary.startswith("# ข้อความแก้ชนกัน · Conflict")
    assert "- policies/en/privacy.md\n- policies/th/privacy.md\n" in run.summary
    assert "press Resolve conflicts" in run.steps[-1].output
    assert origin.git("rev-parse", BRANCH) == before


def test_a_version_whose_words_stand_only_in_its_folder_is_never_overwritten(
    announced: Repository, platform: Platform
) -> None:
    """Both pull requests hold a 1.0.1 beside the working text of 1.1: which words are right, people say."""
    for branch, thai in (("another", "ใช้คุกกี้ที่จำเป็น"), (BRANCH, "ใช้คุกกี้เท่านั้น")):
        announced.git("checkout", "--quiet", "-B", branch, "main")
        announced.run("revise", "privacy", "--from", "1.0", "--effective", "2098-01-01")
        announced.replace("policies/th/privacy.md", 'summary: ""', "summary: แก้คำผิด")
        announced.replace("policies/en/privacy.md", 'summary: ""', "summary: A correction.")
        announced.replace("policies/th/privacy.md", "ใช้คุกกี้", thai)
        announced.replace("policies/en/privacy.md", "uses cookies", "uses some cookies")
        announced.record_and_commit()
        announced.run("revise", "privacy", "--from", "1.1")
        announced.record_and_commit()
    announced.git("checkout", "--quiet", "main")
    announced.git("merge", "--quiet", "--no-ff", "-m", "Merge another", "another")
    run = start_recording(platform)
    assert not run.passed
    assert "- changelog/privacy/1.0.1/th.md" in run.summary


def test_a_folder_damaged_by_clearing_a_conflict_by_hand_is_written_again(
    origin: Repository, platform: Platform
) -> None:
    prepare(origin)
    origin.record_and_commit()
    sealed = origin.read("changelog/privacy/1.1/record.yml")
    origin.write("changelog/privacy/1.1/record.yml", "<<<<<<< change\nformat: 1\n=======\n>>>>>>> main\n")
    origin.replace("changelog/privacy/1.1/en.md", "60 days", "90 days")
    origin.commit("Resolve conflicts")
    open_pull_request(origin)
    assert check(platform).summary.startswith("# ครบแล้ว รอระบบบันทึก")
    assert record(platform).outputs["pushed"] == "true"
    assert git(origin.root, "show", f"{BRANCH}:changelog/privacy/1.1/record.yml") + "\n" == sealed


def test_what_was_merged_is_brought_into_the_other_pull_requests(origin: Repository, platform: Platform) -> None:
    names = "change\nrevise-7;touch${IFS}x"
    platform.answers(f"test \"$1\" != pr || printf '%s\\n' '{names}'")
    run = platform.run("record.yml", "others", ref="main", event="push", environment={"GITHUB_REF_NAME": "main"})
    assert run.passed, run.steps[0].output
    assert platform.asked[1:] == [
        f"workflow run record.yml --repo company/policies --ref {name}" for name in names.split("\n")
    ]


def test_changed_workflows_are_left_to_a_person(origin: Repository, platform: Platform) -> None:
    """The platform refuses a push by its own token that changes them."""
    prepare(origin)
    origin.git("checkout", "--quiet", "main")
    origin.write(".github/workflows/other.yml", "on: push\n")
    origin.commit("Another workflow")
    run = record(platform)
    assert "press Update branch" in run.step("Bring in what was merged meanwhile").output
    assert run.outputs["pushed"] == "true"
    assert git(origin.root, "diff", "--name-only", f"main...{BRANCH}", "--", ".github") == ""


EVIL = "import pathlib; pathlib.Path('{}').touch()\n"


def test_nothing_of_the_branch_is_run(origin: Repository, platform: Platform, tmp_path: Path) -> None:
    """Its files are data: no hook, plugin, filter, module, setting of git or of the program in it takes effect."""
    trace = tmp_path / "was-run"
    evil = EVIL.format(trace)
    prepare(origin)
    for name in ("sitecustomize.py", "usercustomize.py", "mkdocs.py", "yaml.py", "promulgate/__init__.py", "hooks.py"):
        origin.write(name, evil)
    origin.write("mkdocs.yml", f"{SETTINGS}hooks: [hooks.py]\n")
    origin.write(".gitattributes", "*.md filter=evil merge=evil diff=evil\n")
    origin.write(".gitconfig", f'[filter "evil"]\n  clean = touch {trace}\n[core]\n  hooksPath = hooks\n')
    origin.write("hooks/pre-commit", f"#!/bin/sh\ntouch {trace}\n")
    origin.write("requirements.txt", "evil\n")
    (origin.root / "hooks/pre-commit").chmod(0o755)
    origin.commit("Evil")
    merge_another(origin, "เว็บไซต์ใช้คุกกี้ที่จำเป็น", "The website uses necessary cookies")
    run = record(platform)
    assert run.passed, [step.output for step in run.steps]
    assert not trace.exists()


@pytest.mark.parametrize(
    "branch", ["a;touch${IFS}x", "$(touch${IFS}x)", "`touch${IFS}x`", "x'\"|&<>", "main2#%0Aerror"]
)
def test_names_of_branches_are_only_names(origin: Repository, platform: Platform, branch: str) -> None:
    prepare(origin)
    origin.git("branch", "--move", BRANCH, branch)
    origin.git("checkout", "--quiet", "main")
    run = start_recording(platform, branch)
    assert run.outputs["pushed"] == "true", [step.output for step in run.steps]
    assert "Record the version" in git(origin.root, "log", "-1", "--format=%s", branch)
    assert not (platform.workspace / "branch" / "x").exists()


def test_a_branch_that_can_not_be_written_to_is_no_newer_edit(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    origin.write(".git/hooks/update", "#!/bin/sh\nexit 1\n")
    (origin.root / ".git/hooks/update").chmod(0o755)
    origin.git("checkout", "--quiet", "main")
    run = record(platform)
    assert not run.passed
    assert "can't be written to" in run.steps[-1].output


def test_the_program_that_records_comes_from_the_branch_that_is_merged_into() -> None:
    checkouts = [step for step in load("record.yml")["jobs"]["record"]["steps"] if "checkout@" in step.get("uses", "")]
    assert [step["with"]["path"] for step in checkouts] == ["tool", "branch"]
    assert checkouts[0]["with"]["ref"] == "refs/heads/${{ github.base_ref || github.event.repository.default_branch }}"


def test_a_run_that_has_pushed_is_not_cancelled_before_it_starts_the_check() -> None:
    assert load("record.yml")["concurrency"]["cancel-in-progress"] is False


def test_the_main_branch_itself_is_never_recorded_on() -> None:
    condition = load("record.yml")["jobs"]["record"]["if"]
    assert "github.ref_name != github.event.repository.default_branch" in condition
