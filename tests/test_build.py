"""`promulgate build` and `promulgate log`: what is published, on any day, and what is never touched by a failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import BODIES, Outcome, Repository

NOW = "2026-11-22T12:00"


@pytest.fixture
def announced(published: Repository) -> Repository:
    """Version 1.0 in force, 1.1 announced for 1 January 2027."""
    published.write_policy("1.1", "2027-01-01")
    for language, (old, new) in {"th": ("30 วัน", "60 วัน"), "en": ("30 days", "60 days")}.items():
        published.replace(f"policies/{language}/privacy.md", old, new)
    assert published.run("record", "--as-of", NOW).status == 0
    published.commit("Announce 1.1")
    return published


def build(repository: Repository, *more: str, as_of: str = NOW) -> Outcome:
    outcome = repository.run("build", "--as-of", as_of, *more)
    assert outcome.status == 0, outcome.errors
    return outcome


def page(repository: Repository, address: str) -> str:
    """A page as a reader sees it: what keeps a date on one line is a space."""
    return repository.read(f"site/{address}/index.html").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        ("2026-12-31T23:59:59+07:00", "30 days"),
        ("2026-12-31T16:59:59Z", "30 days"),
        ("2027-01-01T00:00:00+07:00", "60 days"),
        ("2026-12-31T17:00:00Z", "60 days"),
    ],
)
def test_the_page_of_a_policy_shows_what_binds_at_that_instant(announced: Repository, as_of: str, days: str) -> None:
    build(announced, as_of=as_of)
    assert f"keeps data for {days}." in page(announced, "en/privacy")


@pytest.mark.slow
def test_the_machine_s_own_time_zone_does_not_matter(announced: Repository) -> None:
    sites = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        environment = {**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path), "SOURCE_DATE_EPOCH": "0"}
        subprocess.run(
            [sys.executable, "-m", "promulgate", "build", "--as-of", "2027-01-01"],
            cwd=announced.root,
            env=environment,
            check=True,
            capture_output=True,
        )
        sites.append(page(announced, "th/privacy"))
    assert sites[0] == sites[1]


def test_the_stamp_is_in_the_calendar_of_the_language(announced: Repository) -> None:
    build(announced)
    thai, english = page(announced, "th/privacy"), page(announced, "en/privacy")
    assert "มีผลใช้บังคับตั้งแต่วันที่" in thai
    assert '<time datetime="2019-09-30T00:00:00+07:00">30 กันยายน พ.ศ. 2562</time>' in thai
    assert '<time datetime="2019-09-30T00:00:00+07:00">30 September 2019</time>' in english


def test_every_version_has_its_own_address_and_says_its_status(announced: Repository) -> None:
    build(announced)
    assert "takes effect on" in page(announced, "en/privacy/1.1")
    build(announced, as_of="2027-02-01")
    old = page(announced, "en/privacy/1.0")
    assert "30 days" in old
    assert "1.1" in old
    assert "no longer in force" in old


def test_uncommitted_changes_are_named_as_drafts_and_not_published(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    published.replace("policies/en/privacy.md", "30 days", "90 days")
    outcome = build(published)
    assert "policies/en/privacy.md: ฉบับร่าง ยังไม่เผยแพร่ / a draft, not published" in outcome.errors
    assert "90 days" not in page(published, "en/privacy")
    assert not (published.root / "site/en/privacy/1.1").exists()


def test_committed_texts_without_a_record_are_drafts_too(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    published.commit()
    assert "a draft, not published" in build(published).errors


def test_a_failed_build_leaves_the_old_site_untouched(published: Repository) -> None:
    build(published)
    before = {path: path.read_bytes() for path in (published.root / "site").rglob("*") if path.is_file()}
    published.replace("changelog/privacy/1.0/en.md", "30 days", "60 days")
    published.commit()
    outcome = published.run("build")
    assert outcome.status == 1
    assert "changelog/privacy/1.0/en.md" in outcome.errors
    after = {path: path.read_bytes() for path in (published.root / "site").rglob("*") if path.is_file()}
    assert after == before
    assert [path.name for path in published.root.glob(".site.*")] == [".site.lock"]


def test_a_folder_that_is_no_site_is_never_replaced(published: Repository) -> None:
    published.write("docs2/important.txt", "keep me")
    outcome = published.run("build", "--out", "docs2")
    assert outcome.status == 2
    assert published.read("docs2/important.txt") == "keep me"


def test_nothing_recorded_yet_cannot_be_built(repository: Repository) -> None:
    repository.write_policy("1.0", "2027-01-01")
    repository.commit()
    outcome = repository.run("build")
    assert (outcome.status, "promulgate record" in outcome.errors) == (2, True)


def test_a_shallow_clone_is_never_given_an_answer(announced: Repository, tmp_path: Path) -> None:
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", f"file://{announced.root}", str(tmp_path / "half")], check=True
    )
    half = object.__new__(Repository)
    half.root = tmp_path / "half"
    for command in ("check", "build", "log", "record"):
        outcome = half.run(command)
        assert (command, outcome.status, "git fetch --unshallow" in outcome.errors) == (command, 2, True)


def test_outside_a_repository_one_sentence_says_so(tmp_path: Path) -> None:
    empty = object.__new__(Repository)
    empty.root = tmp_path
    outcome = empty.run("build")
    assert (outcome.status, outcome.errors.count("\n")) == (2, 1)
    assert "not in a git repository" in outcome.errors


def test_plain_mkdocs_builds_the_same_pages(announced: Repository) -> None:
    build(announced)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "plain"],
        cwd=announced.root,
        env=environment,
        check=True,
        capture_output=True,
    )

    def names(folder: str) -> list[str]:
        top = announced.root / folder
        return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())

    assert names("plain") == names("site")


def test_mkdocs_fails_with_one_sentence(repository: Repository) -> None:
    repository.write_policy("1.0", "2027-01-01")
    repository.commit()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=repository.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "promulgate record" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_log_tells_versions_and_intervals_for_programs(announced: Repository) -> None:
    document = json.loads(announced.run("log", "--format", "json", "--as-of", "2027-02-01").output)
    versions = document["policies"][0]["versions"]
    assert [(item["version"], item["status"], item["effective"], item["until"]) for item in versions] == [
        ("1.0", "superseded", "2019-09-30T00:00:00+07:00", "2027-01-01T00:00:00+07:00"),
        ("1.1", "in-force", "2027-01-01T00:00:00+07:00", None),
    ]
    assert document["as_of"] == "2027-02-01T00:00:00+07:00"


def test_the_log_is_readable(announced: Repository) -> None:
    words = announced.run("log", "privacy", "--as-of", NOW).output
    assert "นโยบายความเป็นส่วนตัว / Privacy policy" in words
    assert "upcoming (ยังไม่มีผลใช้บังคับ)" in words
    assert "1 January 2027" in words


def test_an_ended_policy_keeps_its_addresses(published: Repository) -> None:
    published.write_policy("2.0", "2026-12-01", "ends: true")
    assert published.run("record", "--as-of", NOW).status == 0
    published.commit("The end")
    for language in BODIES:
        published.git("rm", "--quiet", f"policies/{language}/privacy.md")
    published.commit("No working text any more")
    build(published, as_of="2027-01-01")
    assert "30 days" in page(published, "en/privacy/1.0")
    assert page(published, "en/privacy")


def test_a_page_of_the_operator_s_leads_to_itself_in_the_other_language(published: Repository) -> None:
    published.write("docs/th/guide.md", "# คู่มือ\n")
    published.write("docs/en/only.md", "# Only in English\n")
    published.commit()
    build(published)
    assert 'href="../../th/guide/" hreflang="th"' in page(published, "en/guide")
    assert 'href="../../en/guide/" hreflang="en"' in page(published, "th/guide")
    assert 'href="../../th/" hreflang="th"' in page(published, "en/only")
