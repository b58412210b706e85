"""Publishing and watching: builds, falls back, compares, complains; the site is a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.platform import JobRun, Platform
from tests.support import Repository
from tests.workflows.stage import (
    BRANCH,
    DAY,
)

pytestmark = pytest.mark.slow


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


def test_what_was_published_is_built_again_when_the_newest_commit_took_something_of_it_back(
    announced: Repository, platform: Platform
) -> None:
    """Nothing in the tree itself shows that a version is gone: the published site remembers it."""
    good = announced.git("rev-parse", "main")
    build(platform)
    announced.git("rm", "-r", "--quiet", "changelog/privacy/1.1")
    announced.git("checkout", "--quiet", f"{BRANCH}~2", "--", "policies")
    announced.commit("Forget 1.1")
    with served(platform.workspace / "site") as site:
        run = build(platform, as_of=DAY, site=site.rstrip("/"), commit=good)
    assert run.passed, [step.output for step in run.steps]
    assert run.outputs["steps.newest.outcome"] == "failure"
    assert run.outputs["commit"] == good
    page = (platform.workspace / "site" / "en" / "privacy" / "index.html").read_text(encoding="utf-8")
    assert "keeps data for 60 days." in page


def test_a_site_by_hand_shows_the_day_that_was_asked_for(announced: Repository, platform: Platform) -> None:
    run = platform.run(
        *("publish.yml", "build"),
        ref="main",
        event="workflow_dispatch",
        inputs={"as_of": "2098-12-31T23:59"},
        needs={"published": {"site": "", "commit": ""}},
    )
    assert run.passed, [step.output for step in run.steps]
    assert "30 days" in (platform.workspace / "site/en/privacy/index.html").read_text(encoding="utf-8")


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


@pytest.mark.parametrize(
    ("workflow", "title"), [("publish.yml", "could not be published"), ("monitor.yml", "is stale")]
)
def test_an_issue_says_what_it_is_about_in_both_languages(platform: Platform, workflow: str, title: str) -> None:
    run = platform.run(workflow, "report", ref="main", event="schedule", needs={"build": {"newest": "success"}})
    assert run.passed, run.steps[0].output
    assert "เว็บไซต์" in platform.asked[-1]
    assert title in platform.asked[-1]
    body = (platform.workspace / "body.md").read_text(encoding="utf-8")
    assert body == "https://forge.example/company/policies/actions/runs/77\n"


def test_a_site_nobody_built_for_two_days_is_stale(announced: Repository, platform: Platform) -> None:
    assert build(platform).passed
    site = platform.workspace / "site"
    file = site / "api" / "policies.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(document | {"as_of": "2026-01-01T00:00:00+07:00"}), encoding="utf-8")
    with served(site) as address:
        platform.answers(f"echo {address}")
        stale = platform.run("monitor.yml", "monitor", ref="main", event="schedule")
    assert not stale.passed
    assert "the site was last built on 1 January 2026" in stale.steps[0].output


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
