"""The workflows themselves: the very steps of their files, run in clones of a real repository."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from tests.platform import PROJECT, JobRun, Platform, git, load
from tests.support import SETTINGS, Repository

pytestmark = pytest.mark.slow

DAY = "2099-01-01"
BRANCH = "change"
MERGED = "refs/pull/12/merge"


@pytest.fixture
def origin(published: Repository) -> Repository:
    """Privacy 1.0 in force on main, and a branch for a change."""
    published.git("checkout", "--quiet", "-b", BRANCH)
    return published


@pytest.fixture
def platform(origin: Repository, tmp_path: Path) -> Platform:
    return Platform(origin, tmp_path / "platform")


def prepare(origin: Repository, *, thai: str = "60 วัน", english: str = "60 days") -> None:
    """Version 1.1 with a longer time, written but not recorded."""
    origin.write_policy("1.1", DAY)
    origin.replace("policies/th/privacy.md", "30 วัน", thai)
    origin.replace("policies/en/privacy.md", "30 days", english)
    origin.commit("Longer")


def open_pull_request(origin: Repository, branch: str = BRANCH, number: int = 12) -> None:
    """What the platform does: a ref to the merge of the branch into main."""
    origin.git("checkout", "--quiet", "--detach", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge", branch)
    origin.git("update-ref", f"refs/pull/{number}/merge", "HEAD")
    origin.git("checkout", "--quiet", "main")


def payload(*, draft: bool = False, repository: str = "company/policies") -> dict[str, Any]:
    head = {"ref": BRANCH, "repo": {"full_name": repository}}
    return {"number": 12, "pull_request": {"draft": draft, "head": head}}


def check(platform: Platform, *, draft: bool = False, repository: str = "company/policies") -> JobRun:
    return platform.run(
        *("check.yml", "check"),
        ref=MERGED,
        payload=payload(draft=draft, repository=repository),
        environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
    )


def record(platform: Platform) -> JobRun:
    return platform.run(
        *("record.yml", "record"),
        ref=MERGED,
        payload=payload(),
        environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
        context={"github.head_ref": BRANCH, "github.base_ref": "main"},
    )


def _confirm(origin: Repository, platform: Platform) -> bool:
    """Paste the lines of the summary at the top of the file that was not changed, as the web editor would."""
    open_pull_request(origin)
    lines = html.unescape(check(platform).summary.partition("<pre>")[2].partition("</pre>")[0])
    origin.git("checkout", "--quiet", BRANCH)
    origin.replace("policies/en/privacy.md", "\n---\n\n#", f"\n{lines}\n---\n\n#")
    origin.commit("Confirm")
    return lines.startswith("acknowledged:\n")


def notes(run: JobRun, kind: str) -> list[str]:
    return [line for line in run.step("Check").output.splitlines() if line.startswith(f"::{kind} ")]


def test_a_good_pull_request_passes_and_shows_what_it_does(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    origin.record_and_commit()
    open_pull_request(origin)
    run = check(platform)
    assert run.passed, [step.output for step in run.steps]
    assert notes(run, "error") == []
    assert run.summary.startswith("# ผ่านการตรวจ · Check passed")
    assert "~~30~~**60**" in run.summary
    assert {path.name for path in (platform.temporary / "reports").iterdir()} == {
        *("check.json", "check.sarif", "check.junit.xml")
    }
    assert (platform.temporary / "preview" / "th" / "privacy" / "1.1" / "index.html").is_file()


def test_a_diverging_pull_request_is_told_on_both_sides(origin: Repository, platform: Platform) -> None:
    prepare(origin, english="90 days")
    open_pull_request(origin)
    run = check(platform)
    assert not run.passed
    numbers = [line for line in notes(run, "error") if "60" in line and "90" in line]
    assert {line.partition("file=")[2].partition(",")[0] for line in numbers} == {
        *("policies/th/privacy.md", "policies/en/privacy.md")
    }
    assert "https://forge.example/company/policies/edit/change/policies/en/privacy.md" in run.summary
    assert (platform.temporary / "preview" / "th" / "privacy" / "index.html").is_file()


def test_a_draft_with_one_language_written_is_not_complete_yet(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    origin.git("checkout", "--quiet", "main", "--", "policies/en/privacy.md")
    origin.commit("Only Thai so far")
    open_pull_request(origin)
    run = check(platform, draft=True)
    assert not run.passed
    assert notes(run, "error") == []
    assert notes(run, "notice") != []
    assert run.summary.startswith("# ยังไม่ครบ · Not complete yet")


def test_the_check_of_a_fork_needs_nothing_from_the_repository(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    origin.record_and_commit()
    open_pull_request(origin)
    run = check(platform, repository="someone/policies")
    assert run.passed
    assert load("check.yml")["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets." not in str(load("check.yml"))
    assert platform.asked == []


def test_a_fork_is_told_what_a_maintainer_does(origin: Repository, platform: Platform) -> None:
    own = "github.event.pull_request.head.repo.full_name == github.repository"
    assert own in load("record.yml")["jobs"]["record"]["if"]
    prepare(origin)
    open_pull_request(origin)
    run = check(platform, repository="someone/policies")
    assert not run.passed
    assert run.summary.startswith("# ครบแล้ว รอผู้ดูแล · Complete, waiting for a maintainer")
    assert "```\ngit fetch origin pull/12/head:outside-12\ngit push origin outside-12\n```" in run.summary
    assert "outside-12" in notes(run, "notice")[0]


def test_a_typo_is_confirmed_with_the_lines_the_summary_gives(origin: Repository, platform: Platform) -> None:
    origin.write_policy("1.1", DAY)
    origin.replace("policies/th/privacy.md", "เว็บไซต์ใช้คุกกี้", "เว็บไซด์ใช้คุกกี้")
    origin.commit("Thai only")
    assert _confirm(origin, platform)
    assert record(platform).outputs["pushed"] == "true"
    open_pull_request(origin)
    assert check(platform).passed


def test_an_edit_of_text_in_force_is_refused(origin: Repository, platform: Platform) -> None:
    origin.replace("policies/th/privacy.md", "30 วัน", "60 วัน")
    origin.commit()
    open_pull_request(origin)
    for draft in (False, True):
        run = check(platform, draft=draft)
        assert not run.passed
        assert "[record-fixed]" in notes(run, "error")[0]
        assert "1.0" in notes(run, "error")[0]


def test_an_edit_of_text_in_force_becomes_a_new_version_by_the_form(origin: Repository, platform: Platform) -> None:
    """As the message says: run on the branch of the pull request, it keeps the edit."""
    for language, old, new in (("th", "30 วัน", "60 วัน"), ("en", "30 days", "60 days")):
        origin.replace(f"policies/{language}/privacy.md", old, new)
        origin.commit()
    run = platform.run(
        *("revise.yml", "revise"),
        ref=BRANCH,
        event="workflow_dispatch",
        inputs={"policy": "privacy", "kind": "correction", "effective": DAY, "from": ""},
        environment={"GITHUB_REF_NAME": BRANCH},
        context={"github.ref_name": BRANCH},
    )
    assert run.passed, [step.output for step in run.steps]
    origin.git("checkout", "--quiet", "--force", BRANCH)
    assert "60 วัน" in origin.read("policies/th/privacy.md")
    for language in ("th", "en"):
        origin.replace(f"policies/{language}/privacy.md", 'summary: ""', "summary: 60")
    origin.commit("Summaries")
    assert record(platform).outputs["pushed"] == "true"
    open_pull_request(origin)
    assert check(platform).passed


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


def start_recording(platform: Platform, branch: str = BRANCH) -> JobRun:
    """By hand, or by the run that a merge started."""
    return platform.run(
        *("record.yml", "record"),
        ref=branch,
        event="workflow_dispatch",
        environment={"GITHUB_REF_NAME": branch},
        context={"github.ref_name": branch},
    )


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


def test_a_squash_merge_gives_the_same_verdict(origin: Repository, platform: Platform) -> None:
    prepare(origin)
    origin.record_and_commit()
    origin.git("checkout", "--quiet", "main")
    origin.git("merge", "--quiet", "--squash", BRANCH)
    origin.commit("Squashed")
    origin.git("checkout", "--quiet", "-B", BRANCH)
    origin.write("README.md", "More")
    origin.commit("No policy changes")
    open_pull_request(origin)
    run = check(platform)
    assert run.passed, run.step("Check").output
    assert "No policy text changes." in run.summary


def test_two_green_pull_requests_that_diverge_together_are_stopped_in_the_queue(
    origin: Repository, platform: Platform
) -> None:
    """One adds a language to the site, the other a version that lacks it: only the merge of both shows it."""
    prepare(origin)
    origin.record_and_commit()
    open_pull_request(origin)
    assert check(platform).passed
    origin.git("checkout", "--quiet", "-b", "language", "main")
    origin.write("mkdocs.yml", SETTINGS.replace("[th, en]", "[th, en, ja]"))
    origin.commit("Japanese")
    open_pull_request(origin, "language", 13)
    second = platform.run(
        *("check.yml", "check"), ref="refs/pull/13/merge", payload=payload(), environment={"GITHUB_BASE_REF": "main"}
    )
    assert second.passed, second.step("Check").output
    origin.git("checkout", "--quiet", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Japanese", "language")
    open_pull_request(origin, BRANCH, 14)
    queued = platform.run(
        *("check.yml", "check"),
        ref="refs/pull/14/merge",
        event="merge_group",
        payload={"merge_group": {"base_sha": origin.git("rev-parse", "main")}},
    )
    assert not queued.passed
    assert any("[language-missing]" in line for line in notes(queued, "error"))


def test_the_form_opens_a_draft_to_write_in(origin: Repository, platform: Platform) -> None:
    run = platform.run(
        *("revise.yml", "revise"),
        ref="main",
        event="workflow_dispatch",
        inputs={"policy": "privacy", "kind": "แก้ไขในสาระสำคัญ · material", "effective": DAY, "from": ""},
        environment={"GITHUB_REF_NAME": "main"},
        context={"github.ref_name": "main"},
    )
    assert run.passed, [step.output for step in run.steps]
    assert len(platform.asked) == 1
    assert platform.asked[0].startswith("pr create --draft --repo company/policies --head revise-7 --title นโยบาย")
    text = git(origin.root, "show", "revise-7:policies/th/privacy.md")
    assert f'version: "2.0"\neffective: {DAY}\nmaterial: true\nsummary: ""\n' in text
    body = (platform.temporary / "body.md").read_text(encoding="utf-8")
    assert "https://forge.example/company/policies/edit/revise-7/policies/th/privacy.md" in body
    assert "1 มกราคม พ.ศ. 2642" in body
    assert "Ready for review" in body


def test_the_form_writes_into_the_pull_request_at_hand(announced: Repository, platform: Platform) -> None:
    """A fix before an announced version: the later one is brought back on the same branch, to be confirmed."""
    announced.git("checkout", "--quiet", "-B", BRANCH)
    assert announced.run("revise", "privacy", "--from", "1.0", "--effective", "2098-01-01").status == 0
    announced.replace("policies/th/privacy.md", 'summary: ""', "summary: แก้คำผิด")
    announced.replace("policies/en/privacy.md", 'summary: ""', "summary: A correction.")
    announced.replace("policies/th/privacy.md", "ใช้คุกกี้", "ใช้คุกกี้เท่าที่จำเป็น")
    announced.replace("policies/en/privacy.md", "uses cookies", "uses necessary cookies")
    announced.commit("Correct")
    assert record(platform).outputs["pushed"] == "true"
    open_pull_request(announced)
    blocked = check(platform)
    assert any("[record-previous]" in line and "revise" in line for line in notes(blocked, "error"))
    run = platform.run(
        *("revise.yml", "revise"),
        ref=BRANCH,
        event="workflow_dispatch",
        inputs={"policy": "privacy", "kind": "correction", "effective": "", "from": "1.1"},
        environment={"GITHUB_REF_NAME": BRANCH},
        context={"github.ref_name": BRANCH},
    )
    assert run.passed, [step.output for step in run.steps]
    assert platform.asked == ["workflow run record.yml --repo company/policies --ref change"]
    assert record(platform).outputs["pushed"] == "true"
    open_pull_request(announced)
    assert check(platform).passed


def test_a_form_filled_in_wrongly_says_what_is_wrong(origin: Repository, platform: Platform) -> None:
    run = platform.run(
        *("revise.yml", "revise"),
        ref="main",
        event="workflow_dispatch",
        inputs={"policy": "privcy; touch x", "kind": "correction", "effective": "", "from": ""},
        environment={"GITHUB_REF_NAME": "main"},
        context={"github.ref_name": "main"},
    )
    assert not run.passed
    assert "privacy" in run.steps[-1].output
    assert platform.asked == []


def test_the_action_is_the_gate_for_another_repository(origin: Repository, platform: Platform) -> None:
    prepare(origin, english="90 days")
    action = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
    step = next(step for step in action["runs"]["steps"] if step["name"] == "Check")
    summary = platform.folder / "summary.md"
    result = platform.shell(
        step["run"],
        origin.root,
        {"BASE": "main", "REPORTS": str(platform.folder / "r"), "GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert result.status == 1
    assert "::error file=policies/" in result.output
    assert summary.read_text(encoding="utf-8").startswith("# ต้องแก้ไข")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that shows this folder."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def build(platform: Platform, *, as_of: str = "", site: str = "", commit: str = "") -> JobRun:
    return platform.run(
        *("publish.yml", "build"),
        ref="main",
        event="schedule",
        inputs={"as_of": as_of},
        needs={"published": {"site": site, "commit": commit}},
    )


@pytest.fixture
def announced(origin: Repository) -> Repository:
    """Version 1.1 announced on main."""
    prepare(origin)
    origin.record_and_commit()
    origin.git("checkout", "--quiet", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge", BRANCH)
    return origin


@pytest.mark.parametrize(("as_of", "days"), [("2098-12-31T23:59:59", "30 days"), (DAY, "60 days")])
def test_a_scheduled_version_takes_its_place_on_its_day(
    announced: Repository, platform: Platform, as_of: str, days: str
) -> None:
    run = build(platform, as_of=as_of)
    assert run.passed, [step.output for step in run.steps]
    page = (platform.workspace / "site" / "en" / "privacy" / "index.html").read_text(encoding="utf-8")
    assert f"keeps data for {days}." in page


def test_a_version_takes_effect_although_the_newest_commit_can_not_be_built(
    announced: Repository, platform: Platform, tmp_path: Path
) -> None:
    good = announced.git("rev-parse", "main")
    build(platform)
    announced.write("changelog/privacy/1.1/th.md", "ถูกแก้")
    announced.commit("Damage a record")
    with served(platform.workspace / "site") as site:
        run = build(platform, as_of=DAY, site=site.rstrip("/"), commit=good)
    assert run.passed, [step.output for step in run.steps]
    assert run.outputs["steps.newest.outcome"] == "failure"
    page = (platform.workspace / "site" / "en" / "privacy" / "index.html").read_text(encoding="utf-8")
    assert "keeps data for 60 days." in page


def test_a_commit_that_is_none_of_ours_is_never_built(announced: Repository, platform: Platform) -> None:
    announced.write("changelog/privacy/1.1/th.md", "ถูกแก้")
    announced.commit("Damage a record")
    run = build(platform, site="http://127.0.0.1:9", commit="0" * 40)
    assert not run.passed


def test_the_published_site_is_asked_which_commit_it_shows(announced: Repository, platform: Platform) -> None:
    assert build(platform).passed
    with served(platform.workspace / "site") as site:
        platform.answers(f"echo {site}")
        run = platform.run("publish.yml", "published", ref="main", event="push")
        assert run.passed, run.steps[0].output
        assert (run.outputs["site"], run.outputs["commit"]) == (site.rstrip("/"), announced.git("rev-parse", "main"))
    (platform.folder / "nothing").mkdir()
    with served(platform.folder / "nothing") as site:
        platform.answers(f"echo {site}")
        run = platform.run("publish.yml", "published", ref="main", event="push")
        assert run.passed
        assert "commit" not in run.outputs
    run = platform.run("publish.yml", "published", ref="main", event="push")
    assert not run.passed  # no answer is no reason to forget what was published


def test_the_deployed_copy_is_compared_file_by_file(announced: Repository, platform: Platform) -> None:
    built = build(platform)
    assert built.passed
    assert built.outputs["digest"].startswith("sha256:")
    site, artifact = platform.workspace / "site", platform.temporary / "artifact.tar"
    platform.answers(f'mkdir artifact && cp "{artifact}" artifact/artifact.tar')
    with served(site) as address:
        verify = partial(
            platform.run,
            *("publish.yml", "verify"),
            ref="main",
            event="push",
            needs={"build": {"commit": built.outputs["commit"]}, "deploy": {"site": address}},
            instead={"WAITS": "0"},
        )
        same = verify()
        assert same.passed, same.steps[0].output
        page = site / "en" / "privacy" / "index.html"
        page.write_text(page.read_text(encoding="utf-8").replace("30 days", "31 days"), encoding="utf-8")
        other = verify()
    assert not other.passed
    assert "en/privacy/index.html" in other.steps[0].output


def test_a_failed_run_opens_one_issue(platform: Platform) -> None:
    run = platform.run("publish.yml", "report", ref="main", event="schedule", needs={"build": {"newest": "failure"}})
    assert run.passed, run.steps[0].output
    assert [call.split(" --")[0] for call in platform.asked] == ["issue list", "issue create"]
    platform.answers('case "$2" in list) echo 5;; esac')
    platform.run("publish.yml", "report", ref="main", event="schedule", needs={"build": {"newest": "failure"}})
    assert platform.asked[-1].startswith("issue comment 5 --")


def test_a_stale_site_is_noticed(announced: Repository, platform: Platform) -> None:
    assert build(platform).passed
    site = platform.workspace / "site"
    with served(site) as address:
        platform.answers(f"echo {address}")
        fresh = platform.run("monitor.yml", "monitor", ref="main", event="schedule")
        assert fresh.passed, fresh.steps[0].output
        file = site / "api" / "policies.json"
        words = file.read_text(encoding="utf-8")
        file.write_text(words.replace('"in_force": "1.0"', '"in_force": "0.9"'), encoding="utf-8")
        stale = platform.run("monitor.yml", "monitor", ref="main", event="schedule")
    assert not stale.passed
    assert "the site shows version 0.9, but 1.0 is in force" in stale.steps[0].output
