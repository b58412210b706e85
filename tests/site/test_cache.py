"""What the cache keeps can make a build faster, and nothing else of it different."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from promulgate import cache
from promulgate.archive import Archive, order_versions
from promulgate.cache import Cache
from promulgate.errata import Erratum
from promulgate.kept_texts import decode, encode
from promulgate.markdown import read_text
from promulgate.publication import load_archive_of_head
from promulgate.settings import Settings
from promulgate.site import Site, archive_pages
from promulgate.site.dependencies import Dependencies
from promulgate.site.document import document
from promulgate.site.look import Look
from tests.site.policies import NOTICE, fill
from tests.support import Repository, run_in, source

CORPUS = Path(__file__).parent.parent / "corpus"
THEN = "2090-06-01"


def everything(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def moments(archive: Archive) -> Iterator[Site]:
    """The same archive at instants between which something changes on some page, and at others."""
    days = [
        "2019-09-29",
        "2021-01-01",
        "2022-06-01",
        "2089-12-30",
        "2089-12-31T16:59:59",
        "2089-12-31T17:00",
        "2090-05-05",
    ]
    for day in days:
        yield Site(archive, datetime.fromisoformat(day).replace(tzinfo=UTC))
    yield Site(archive, datetime(2089, 12, 30, 3, tzinfo=UTC))
    yield Site(archive, datetime(2021, 1, 1, tzinfo=UTC), live=False)


def variants(archive: Archive) -> Iterator[Site]:
    yield from moments(archive)
    settings = dataclasses.replace(archive.settings, site_notice={"th": "อื่น", "en": "Another"})
    without_newest = [dataclasses.replace(policy, versions=policy.versions[:-1]) for policy in archive.policies]
    only_one = tuple(policy for policy in archive.policies if policy.id == "privacy")
    erratum = Erratum("1.0", date(2026, 11, 1), {"th": "ที่ถูกคือ ก", "en": "It is A."})
    corrected = [dataclasses.replace(policy, errata=(erratum,)) for policy in archive.policies]
    for other in (
        archive,
        dataclasses.replace(archive, policies=tuple(corrected)),
        dataclasses.replace(archive, settings=settings),
        dataclasses.replace(archive, policies=(without_newest[0], archive.policies[1])),
        dataclasses.replace(archive, policies=(archive.policies[0], without_newest[1])),
        dataclasses.replace(archive, policies=only_one),
    ):
        yield Site(other, datetime(2026, 1, 1, tzinfo=UTC))


def test_pages_with_the_same_key_are_the_same_page(archive: Repository) -> None:
    kept: dict[str, bytes] = {}
    again = 0
    for site in variants(load_archive_of_head(archive.root)):
        dependencies = Dependencies(site, Look())
        for planned in archive_pages(site):
            if planned.excerpt is None:
                continue
            page = planned.make()
            assert page.address == planned.address
            assert not (page.indexed and not page.canonical), "the sitemap would miss it"
            key, html = dependencies.key(planned.excerpt, planned.address), document(site, page, Look())
            again += key in kept
            assert kept.setdefault(key, html) == html, planned.address
    assert again > 20, "a key that is never the same keeps nothing"


def test_a_warm_build_is_a_cold_build_whatever_the_cache_holds(archive: Repository, tmp_path: Path) -> None:
    folder = archive.root / cache.FOLDER
    shutil.rmtree(folder, ignore_errors=True)

    def built(name: str) -> dict[str, bytes]:
        assert archive.run("build", "--as-of", THEN, "--out", str(tmp_path / name)).status == 0
        return everything(tmp_path / name)

    cold = built("cold")
    entries = sorted(path for path in folder.rglob("*") if path.is_file())
    assert len(entries) > 50
    whole = {path: path.read_bytes() for path in entries}
    for turn in range(2):
        for position, path in enumerate(entries):
            kept = whole[path]
            altered = kept[:-9] + bytes([kept[-9] ^ 1]) + kept[-8:]
            path.write_bytes(
                (kept[:-20], b"", b"<script>", whole[entries[position - 1]], altered)[(position + turn) % 5]
            )
        assert built(f"poisoned {turn}") == cold
        assert {path: path.read_bytes() for path in entries} == whole, "what was damaged was made again"
    stamps = {path: path.stat().st_mtime_ns for path in entries}
    assert built("warm") == cold
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == stamps


@pytest.mark.slow
def test_after_every_change_a_warm_build_is_a_cold_build(tmp_path: Path) -> None:
    """One repository goes on building with what it kept; each time a copy without anything kept builds the same."""
    repository = fill(Repository(tmp_path / "policies"))

    def built(root: Path, name: str, as_of: str) -> dict[str, bytes]:
        outcome = run_in(root, "build", "--drafts", "--as-of", as_of, "--out", str(tmp_path / name))
        assert outcome.status == 0, outcome.errors
        return everything(tmp_path / name)

    def record(version: str, effective: str, *more: str) -> None:
        for language in ("th", "en"):
            words = repository.read(f"policies/{language}/privacy.md").split("\n---\n", 1)[1]
            repository.write(
                f"policies/{language}/privacy.md",
                source(language, version, effective, *more, body=words.replace("90", version.replace(".", ""))),
            )
        repository.record_and_commit(f"privacy {version}")

    def edit() -> None:
        repository.replace("policies/en/cookies.md", "3 kinds", "4 kinds")

    changes: list[tuple[Callable[[], object], str]] = [
        (lambda: None, "2026-01-01"),
        (lambda: None, "2026-01-02"),
        (lambda: record("2.2", "2091-01-01"), "2026-01-02"),
        (lambda: None, "2090-06-01"),
        (lambda: repository.replace("mkdocs.yml", NOTICE["en"], "Another notice"), "2090-06-01"),
        (edit, "2090-06-01"),
    ]
    for number, (change, as_of) in enumerate(changes):
        change()
        repository.commit(f"Change {number}")
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        shutil.copytree(repository.root, tmp_path / "fresh", ignore=shutil.ignore_patterns(".cache"))
        assert built(repository.root, "warm", as_of) == built(tmp_path / "fresh", f"cold {number}", as_of), number


def test_one_new_version_makes_few_pages_anew(repository: Repository) -> None:
    for number in range(1, 7):
        repository.write_policy(f"{number}.0", f"20{10 + number}-01-01", "imported: brought in later")
        repository.record_and_commit(f"Version {number}.0")
    whole = load_archive_of_head(repository.root)
    policy = whole.policies[0]
    keys = []
    for versions in (policy.versions[:-1], policy.versions):
        texts = {version.name: version.texts for version in versions}
        ordered = order_versions(tuple(version.folder for version in versions), texts, {})
        archive = dataclasses.replace(whole, policies=(dataclasses.replace(policy, versions=ordered),))
        site = Site(archive, datetime(2026, 1, 1, tzinfo=UTC))
        dependencies = Dependencies(site, Look())
        planned = [(one.address, one.excerpt) for one in archive_pages(site)]
        keys.append({address: dependencies.key(excerpt, address) for address, excerpt in planned if excerpt})
    again = {address for address in keys[0] if keys[0][address] != keys[1][address]}
    assert {address for address in keys[0] if "5.0" in address} <= again, "its end is known now"
    further = {address for address in again if "5.0" not in address}
    assert {address.removeprefix("th-en/").removeprefix("th/").removeprefix("en/") for address in further} <= {
        "privacy/4.0/",
        "privacy/4.0/changes/",
    }, "only the version before shows anything of it"


def test_a_page_made_from_an_excerpt_is_that_made_from_the_whole(archive: Repository) -> None:
    for site in moments(load_archive_of_head(archive.root)):
        for planned in archive_pages(site):
            if planned.excerpt is None:
                continue
            assert isinstance(planned.make, partial)
            policy = site.archive.policy(planned.excerpt.own.id)
            page = planned.make.func(site, policy, *planned.make.args[2:], **planned.make.keywords)
            assert document(site, page, Look()) == document(planned.excerpt, planned.make(), Look()), planned.address


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"page"

    assert [Cache(tmp_path / "kept").kept("key", make) for _ in range(2)] == [b"page", b"page"]
    assert len(made) == 1
    assert Cache(None).kept("key", make) == b"page"
    assert len(made) == 2


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Cache(tmp_path / "file" / "below").kept("key", lambda: b"page") == b"page"


def test_what_no_build_asks_for_is_removed_once_there_is_more_of_it(tmp_path: Path) -> None:
    first = Cache(tmp_path)
    for number in range(1100):
        first.write(f"old {number}", b"old")
    second = Cache(tmp_path)
    second.write("new", b"new")
    second.tidy()
    assert [path.is_file() for path in tmp_path.glob("*/*")] == [True]
    assert second.read("new") == b"new"


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.md"))[::39], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_kept_text_is_the_text_that_was_read(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    if not words.startswith("---"):
        words = source("en", "1.0", "2026-01-01T09:30", "imported: Brought in later.", body=words)
    text = read_text("privacy", "en", "policies/en/privacy.md", words.encode())
    again = decode(encode(text), text.source)
    assert again == text
    assert again.metadata.lines == text.metadata.lines
    assert repr(again.sections) == repr(text.sections)


def test_settings_tell_themselves_apart() -> None:
    assert repr(Settings()) == repr(Settings())
    assert repr(Settings()) != repr(Settings(notice_days=1))
