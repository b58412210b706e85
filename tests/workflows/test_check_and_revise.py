"""The gate and the form: the very steps of their files, run in clones of a real repository."""

from __future__ import annotations

import html

import pytest
import yaml

from tests.platform import PROJECT, Platform, git, load
from tests.support import SETTINGS, Repository
from tests.workflows.stage import (
    BRANCH,
    DAY,
    check,
    notes,
    open_pull_request,
    payload,
    prepare,
    record,
)

pytestmark = pytest.mark.slow


def _confirm(origin: Repository, platform: Platform) -> bool:
    """Paste the lines of the summary at the top of the file that was not changed, as the web editor would."""
    open_pull_request(origin)
    lines = html.unescape(check(platform).summary.partition("<pre>")[2].partition("</pre>")[0])
    origin.git("checkout", "--quiet", BRANCH)
    origin.replace("policies/en/privacy.md", "\n---\n\n#", f"\n{lines}\n---\n\n#")
    origin.commit("Confirm")
    return lines.startswith("acknowledged:\n")


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
