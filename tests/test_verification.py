"""What `verify` says, statement by statement: of records, of a branch's history, of a site, of what was published."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from promulgate.archive import Archive
from promulgate.archive_reader import read_archive
from promulgate.errors import UsageError
from promulgate.recording import files_of, prepare_record
from promulgate.records import RecordFolder, RecordState, write_record
from promulgate.settings import Settings
from promulgate.site import Site
from promulgate.site.api import api_files
from promulgate.tree import Tree
from promulgate.verification import (
    API,
    Statement,
    read_published,
    verify_history,
    verify_previous,
    verify_records,
    verify_site,
)
from tests.support import text

SETTINGS = Settings()
NOW = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
ERRATA = "changelog/privacy/errata.yml"
CORRECTION = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ก\n    en: A\n'
ANOTHER = '  - version: "2.0"\n    date: 2026-11-03\n    th: ข\n    en: B\n'
BODIES = {
    "th": "# นโยบาย\n\nบริษัทเก็บข้อมูลไว้ {} วัน\n",
    "en": "# Policy\n\nThe company keeps data for {} days.\n",
}


def folder(version: str, effective: str, days: int, before: tuple[RecordFolder, ...] = (), *more: str) -> RecordFolder:
    """The record of a version whose texts say so many days."""
    texts = {
        language: text(language, body.format(days), *more, version=version, effective=effective)
        for language, body in BODIES.items()
    }
    return prepare_record(texts, before, (), SETTINGS)


FIRST = folder("1.0", "2019-09-30", 30)
SECOND = folder("2.0", "2022-06-01", 60, (FIRST,))
WITHDRAWN = folder("2.1", "2026-12-01", 70, (FIRST, SECOND), "withdrawn: called off")
UPCOMING = folder("3.0", "2030-01-01", 90, (FIRST, SECOND))
FOLDERS = (FIRST, SECOND, WITHDRAWN, UPCOMING)


def tree(*folders: RecordFolder, errata: str = CORRECTION) -> Tree:
    files = {path: source for one in folders for path, source in files_of(one).items()}
    return Tree({**files, **({ERRATA: errata.encode()} if errata else {})})


def archive(*folders: RecordFolder, errata: str = CORRECTION) -> Archive:
    return read_archive(tree(*folders, errata=errata), SETTINGS)


def site_of(one: Archive, now: datetime = NOW) -> dict[str, bytes]:
    """The files of a site that `verify` looks at."""
    files = {file.address: file.content for file in api_files(Site(one, now))}
    for policy in one.policies:
        for version in policy.versions:
            for language, sealed in version.folder.texts.items():
                files[f"{language}/{policy.id}/{version.name}.md"] = sealed
    return files


def published(one: Archive, now: datetime = NOW) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(site_of(one, now)[API])
    return document


def told(statements: tuple[Statement, ...], *, holding: bool = False) -> list[tuple[str, str, str, str, str]]:
    """The statements that do not hold (or all), with both sentences."""
    return [
        (one.policy, one.version, one.path, one.message.th, one.message.en)
        for one in statements
        if holding or not one.holds
    ]


def forged(one: RecordFolder, days: int) -> RecordFolder:
    """The version with another number of days in both texts, and every hash in its record made to agree."""
    record = one.record
    previous = tuple(other for other in FOLDERS if other.record.version == record.previous)
    more = ("withdrawn: called off",) if record.withdrawn else ()
    return folder(record.version, record.effective.date().isoformat(), days, previous, *more)


class TestRecords:
    """`verify_records`."""

    def test_every_version_is_stated(self) -> None:
        statements = verify_records(tree(*FOLDERS), SETTINGS)
        assert all(one.holds for one in statements)
        assert told(statements, holding=True) == [
            (
                *("privacy", version, f"changelog/privacy/{version}/record.yml"),
                f"ไฟล์ ข้อความ และวันที่ตรงตามที่บันทึกไว้ มีผลตั้งแต่ {moment}",
                f"bytes, words and dates are as recorded, binding from {moment}",
            )
            for version, moment in (
                ("1.0", "2019-09-30T00:00:00+07:00"),
                ("2.0", "2022-06-01T00:00:00+07:00"),
                ("2.1", "2026-12-01T00:00:00+07:00"),
                ("3.0", "2030-01-01T00:00:00+07:00"),
            )
        ]

    def test_a_damaged_record_is_named_and_the_others_are_stated_all_the_same(self) -> None:
        files = dict(tree(*FOLDERS).files)
        files["changelog/privacy/2.0/th.md"] += b"\n"
        statements = verify_records(Tree(files), SETTINGS)
        assert [(one.version, one.path) for one in statements if not one.holds] == [
            ("2.0", "changelog/privacy/2.0/th.md")
        ]
        assert [one.version for one in statements if one.holds] == ["1.0", "2.1", "3.0"]

    def test_files_that_belong_nowhere_are_named(self) -> None:
        files = {**tree(FIRST).files, "policies/th/notes.txt": b"x", "changelog/privacy/1.0/de.md": b"x"}
        failed = told(verify_records(Tree(files), SETTINGS))
        assert [(path, policy, version) for policy, version, path, _, _ in failed] == [
            ("policies/th/notes.txt", "", ""),
            ("changelog/privacy/1.0/de.md", "", ""),
        ]

    @pytest.mark.parametrize(
        ("old", "new", "path", "words"),
        [
            ('"2.0"', '"2.5"', "en.md", ("ข้อความเป็นของฉบับ 2.5", "the text is of version 2.5")),
            (
                "2022-06-01",
                "2022-06-02",
                "en.md",
                ("ข้อความระบุวันที่ 2022-06-02", "the text says it binds from 2022-06-02"),
            ),
            (
                *("2022-06-01", "2022-06-01T09:00", "en.md"),
                ("ข้อความระบุวันที่ 2022-06-01T09:00", "the text says it binds from 2022-06-01T09:00"),
            ),
            (
                *("for 60 days", "for 99 days", "en.md"),
                ("ข้อความที่แสดงไม่ตรงกับที่บันทึกไว้", "the page shows other words than were recorded"),
            ),
        ],
    )
    def test_a_text_that_hashes_as_recorded_must_also_say_what_was_recorded(
        self, old: str, new: str, path: str, words: tuple[str, str]
    ) -> None:
        changed = SECOND.texts["en"].replace(old.encode(), new.encode())
        assert changed != SECOND.texts["en"]
        failed = told(verify_records(tree(FIRST, _with_text(SECOND, "en", changed)), SETTINGS))
        assert failed == [("privacy", "2.0", f"changelog/privacy/2.0/{path}", *words)]

    def test_words_the_page_would_not_show_are_named(self) -> None:
        sealed = SECOND.texts["en"] + b"\n[note]: http://x.example/y\n"
        shown = text("en", BODIES["en"].format(60), version="2.0", effective="2022-06-01").visible
        [(_, _, path, th, en)] = told(verify_records(tree(FIRST, _with_text(SECOND, "en", sealed, shown)), SETTINGS))
        assert (path, th, en) == (
            "changelog/privacy/2.0/en.md",
            "มีข้อความที่ไม่ปรากฏบนหน้าเว็บ",
            "words of the text are nowhere on the page",
        )

    def test_a_text_that_can_no_longer_be_read_is_named(self) -> None:
        [(_, version, path, _, en)] = told(verify_records(tree(FIRST, _with_text(SECOND, "en", b"no lines")), SETTINGS))
        assert (version, path) == ("2.0", "changelog/privacy/2.0/en.md")
        assert "no lines at its top" in en

    def test_a_later_number_binds_later(self) -> None:
        late = folder("1.5", "2023-01-01", 40, (FIRST, SECOND))
        failed = told(verify_records(tree(FIRST, late, SECOND), SETTINGS))
        assert failed == [
            (
                *("privacy", "2.0", "changelog/privacy/2.0/record.yml"),
                "มีผลไม่หลังฉบับ 1.5 ที่มีเลขน้อยกว่า",
                "does not bind after version 1.5, whose number is lower",
            )
        ]

    def test_two_versions_never_bind_from_the_same_instant(self) -> None:
        twin = folder("2.0.1", "2022-06-01", 61, (FIRST,))
        assert [line[1] for line in told(verify_records(tree(FIRST, SECOND, twin), SETTINGS))] == ["2.0.1"]

    @pytest.mark.parametrize("previous", ["9.9", "3.0", "2.0"])
    def test_the_version_before_exists_and_binds_earlier(self, previous: str) -> None:
        record = replace(SECOND.record, previous=previous)
        pointing = replace(SECOND, record=record, source=write_record(record))
        failed = told(verify_records(tree(FIRST, pointing, UPCOMING), SETTINGS))
        assert failed == [
            (
                *("privacy", "2.0", "changelog/privacy/2.0/record.yml"),
                f"ฉบับก่อนหน้า {previous} ไม่ถูกต้อง",
                f"the version before it is not {previous}",
            )
        ]

    def test_corrections_that_can_t_be_read_are_no_success(self) -> None:
        [(policy, _, path, _, en)] = told(verify_records(tree(FIRST, errata="errata: [\n"), SETTINGS))
        assert (policy, path) == ("privacy", ERRATA)
        assert en.startswith("not readable")


def _with_text(one: RecordFolder, language: str, contents: bytes, shown: str = "") -> RecordFolder:
    """The version with another text, whose bytes (and words, where given) its record was made to agree with."""
    record = one.record
    recorded = replace(record.languages[language], sha256=hashlib.sha256(contents).hexdigest())
    if shown:
        recorded = replace(recorded, visible_sha256=hashlib.sha256(shown.encode()).hexdigest())
    record = replace(record, languages={**record.languages, language: recorded})
    return replace(one, record=record, source=write_record(record), texts={**one.texts, language: contents})


def state(commit: str, moment: str, one: Tree) -> RecordState:
    names = {path: hashlib.sha256(source).hexdigest() for path, source in one.files.items()}
    return RecordState(
        commit * 40,
        datetime.fromisoformat(moment),
        names,
        {path: source for path, source in one.files.items() if path.endswith("record.yml")},
        {path: source for path, source in one.files.items() if path == ERRATA},
    )


class TestHistory:
    """`verify_history`."""

    def test_adding_versions_and_corrections_is_fine(self) -> None:
        states = (
            state("a", "2019-10-01T00:00:00+07:00", tree(FIRST, errata="")),
            state("b", "2022-05-01T00:00:00+07:00", tree(FIRST, SECOND, errata="")),
            state("c", "2026-11-01T00:00:00+07:00", tree(*FOLDERS)),
            state("d", "2026-11-02T00:00:00+07:00", tree(*FOLDERS, errata=CORRECTION + "    de: A\n")),
        )
        assert verify_history(states[:3]) == ()
        assert [line[1] for line in told(verify_history(states))] == ["1.0"]

    def test_a_file_changed_or_deleted_is_named_with_the_commit(self) -> None:
        gone = dict(tree(FIRST, forged(SECOND, 61)).files)
        del gone["changelog/privacy/1.0/en.md"]
        states = (
            state("a", "2026-11-01T00:00:00+07:00", tree(FIRST, SECOND)),
            state("b", "2026-11-02T03:04:05+07:00", Tree(gone)),
        )
        commit = f"{'b' * 12} (2026-11-02T03:04:05+07:00)", f"{'b' * 12} of 2026-11-02T03:04:05+07:00"
        changed = (
            f"ถูกแก้ไขใน {commit[0]} หลังจากฉบับนี้แก้ไขไม่ได้แล้ว",
            f"was changed by {commit[1]}, when nothing of the version could change",
        )
        deleted = (changed[0].replace("แก้ไขใน", "ลบใน"), changed[1].replace("changed", "deleted", 1))
        assert told(verify_history(states)) == [
            ("privacy", "1.0", "changelog/privacy/1.0/en.md", *deleted),
            ("privacy", "2.0", "changelog/privacy/2.0/record.yml", *changed),
            ("privacy", "2.0", "changelog/privacy/2.0/th.md", *changed),
            ("privacy", "2.0", "changelog/privacy/2.0/en.md", *changed),
        ]

    @pytest.mark.parametrize(
        ("moment", "failures"), [("2029-12-30T23:59:59+07:00", 0), ("2029-12-31T00:00:00+07:00", 3)]
    )
    def test_an_upcoming_version_may_be_amended_until_24_hours_before_it_binds(
        self, moment: str, failures: int
    ) -> None:
        states = (
            state("a", "2026-11-01T00:00:00+07:00", tree(*FOLDERS)),
            state("b", moment, tree(FIRST, SECOND, WITHDRAWN, forged(UPCOMING, 91))),
        )
        assert len(told(verify_history(states))) == failures

    def test_a_record_that_could_not_be_read_then_proves_nothing_and_hides_nothing(self) -> None:
        broken = dict(tree(FIRST, SECOND).files)
        broken["changelog/privacy/1.0/record.yml"] = b"format: 9\n"
        states = (
            state("a", "2026-11-01T00:00:00+07:00", Tree(broken)),
            state("b", "2026-11-02T00:00:00+07:00", tree(forged(FIRST, 31), forged(SECOND, 61))),
        )
        assert {line[1] for line in told(verify_history(states))} == {"2.0"}

    @pytest.mark.parametrize("after", ["", CORRECTION.replace("en: A", "en: B")])
    def test_a_correction_is_never_changed_or_deleted(self, after: str) -> None:
        states = (
            state("a", "2026-11-01T00:00:00+07:00", tree(FIRST)),
            state("b", "2026-11-02T00:00:00+07:00", tree(FIRST, errata=after)),
        )
        assert told(verify_history(states)) == [
            (
                *("privacy", "1.0", ERRATA),
                "คำแก้ไขวันที่ 2026-11-01 เคยเผยแพร่แล้ว แต่ถูกแก้ ลบ หรือสลับลำดับ",
                "the correction of 2026-11-01 was published, and was changed, moved or deleted",
            )
        ]

    def test_corrections_that_can_t_be_read_may_be_mended(self) -> None:
        states = (
            state("a", "2026-11-01T00:00:00+07:00", tree(FIRST, errata="errata: [")),
            state("b", "2026-11-02T00:00:00+07:00", tree(FIRST)),
        )
        assert verify_history(states) == ()


class TestSite:
    """`verify_site`."""

    def test_a_faithful_copy_is_stated_version_by_version(self) -> None:
        one = archive(*FOLDERS)
        statements = verify_site(one, site_of(one))
        assert all(statement.holds for statement in statements)
        assert told(statements, holding=True) == [
            ("privacy", version, API, "เว็บไซต์เผยแพร่ตรงตามที่บันทึกไว้", "is on the site as it was recorded")
            for version in ("1.0", "2.0", "2.1", "3.0")
        ]

    @pytest.mark.parametrize(
        ("path", "contents", "version", "named", "th", "en"),
        [
            (
                *("th/privacy/1.0.md", b"other", "1.0", "th/privacy/1.0.md"),
                "ไฟล์บนเว็บไซต์ไม่ตรงกับที่บันทึกไว้",
                "the file on the site is not the one that was recorded",
            ),
            (
                *("en/privacy/2.1.md", None, "2.1", "en/privacy/2.1.md"),
                "ไฟล์นี้หายไปจากเว็บไซต์",
                "this file is gone from the site",
            ),
            (
                *("api/privacy/2.0.yml", b"other", "2.0", "api/privacy/2.0.yml"),
                "บันทึกบนเว็บไซต์ไม่ใช่บันทึกของฉบับนี้",
                "the record on the site is not that of the version",
            ),
            (
                *("api/privacy/3.0.yml", None, "3.0", "api/privacy/3.0.yml"),
                "บันทึกบนเว็บไซต์ไม่ใช่บันทึกของฉบับนี้",
                "the record on the site is not that of the version",
            ),
        ],
    )
    def test_a_file_that_is_another_or_gone_is_named(
        self, *, path: str, contents: bytes | None, version: str, named: str, th: str, en: str
    ) -> None:
        one = archive(*FOLDERS)
        site = site_of(one)
        assert path in site
        if contents is None:
            del site[path]
        else:
            site[path] = contents
        statements = verify_site(one, site)
        assert told(statements) == [("privacy", version, named, th, en)]
        assert [statement.version for statement in statements if statement.holds] == sorted(
            {"1.0", "2.0", "2.1", "3.0"} - {version}
        )

    @pytest.mark.parametrize(
        ("change", "version", "th", "en"),
        [
            (
                lambda document: document.update(archive="0" * 64),
                *("", "รหัสรวมของทุกฉบับไม่ตรงกับบันทึก", "the number over all records is not that of the records here"),
            ),
            (
                lambda document: document["policies"][0]["versions"][1].update(record_sha256="0" * 64),
                *("2.0", "เว็บไซต์เผยแพร่บันทึกอื่น", "the site publishes another record"),
            ),
            (
                lambda document: document["policies"][0]["versions"][1].update(effective="2022-06-01T00:00:00+06:00"),
                *("2.0", "เว็บไซต์ระบุวันที่มีผลอื่น", "the site gives another day of effect"),
            ),
            (
                lambda document: document["policies"][0]["versions"].pop(),
                *("3.0", "ไม่มีในเว็บไซต์", "is not on the site"),
            ),
            (
                lambda document: document["policies"][0]["versions"].append(
                    {**document["policies"][0]["versions"][0], "version": "9.0"}
                ),
                *("9.0", "ไม่มีบันทึกของฉบับนี้", "there is no record of this version"),
            ),
            (
                lambda document: document["policies"][0]["errata"].clear(),
                *("", "คำแก้ไขบนเว็บไซต์ไม่ตรงกับที่บันทึกไว้", "the site gives other corrections than were recorded"),
            ),
        ],
    )
    def test_what_the_site_says_of_itself_is_compared(self, *, change: Any, version: str, th: str, en: str) -> None:
        one = archive(*FOLDERS)
        site = site_of(one)
        document = json.loads(site[API])
        change(document)
        site[API] = json.dumps(document).encode()
        [(_, named, path, *words)] = told(verify_site(one, site))
        assert (named, path, words) == (version, API, [th, en])

    def test_a_folder_that_is_no_site_is_a_usage_error(self) -> None:
        with pytest.raises(UsageError, match=r"^the folder has no api/policies\.json: name the folder"):
            verify_site(archive(FIRST), {})

    def test_a_site_of_before_records_were_published_is_verified_by_its_texts(self) -> None:
        one = archive(FIRST, errata="")
        site = site_of(one)
        document = json.loads(site[API])
        for key in ("errata",):
            del document["policies"][0][key]
        del document["policies"][0]["versions"][0]["record"]
        site[API] = json.dumps(document).encode()
        assert told(verify_site(one, {path: site[path] for path in site if not path.endswith(".yml")})) == []


SAME = ("เหมือนที่เผยแพร่ครั้งก่อน", "is what was published before")
OTHER = ("ไม่ใช่ไฟล์ที่เผยแพร่ไปแล้ว", "is not the file that was published, and nothing of it could change")
AMENDED = ("แก้ไขก่อนมีผลใช้บังคับ", "was amended before it was to bind")
GONE = ("เคยเผยแพร่แล้ว แต่ไม่มีบันทึกของฉบับนี้อีก", "was published, and its record is gone")
VERSIONS = ("1.0", "2.0", "2.1", "3.0")


def record_of(version: str) -> tuple[str, str, str]:
    return ("privacy", version, f"changelog/privacy/{version}/record.yml")


class TestPrevious:
    """`verify_previous`: a rewritten main leaves no trace in the history, only what was published tells."""

    def test_nothing_changed(self) -> None:
        one = archive(*FOLDERS)
        statements = verify_previous(one, published(one), NOW)
        assert all(statement.holds for statement in statements)
        assert told(statements, holding=True) == [(*record_of(version), *SAME) for version in VERSIONS]

    def test_a_new_version_changes_nothing_that_was_published(self) -> None:
        before = published(archive(FIRST, SECOND))
        assert told(verify_previous(archive(*FOLDERS), before, NOW)) == []

    @pytest.mark.parametrize("number", [0, 1, 2])
    def test_a_forged_version_is_named_with_its_files(self, number: int) -> None:
        """Its record agrees with its texts in every hash, so nothing but the published JSON can tell."""
        changed = forged(FOLDERS[number], 99)
        forgery = archive(*FOLDERS[:number], changed, *FOLDERS[number + 1 :])
        assert told(verify_records(tree(*FOLDERS[:number], changed, *FOLDERS[number + 1 :]), SETTINGS)) == []
        version = VERSIONS[number]
        statements = verify_previous(forgery, published(archive(*FOLDERS)), NOW)
        assert told(statements) == [
            ("privacy", version, f"changelog/privacy/{version}/{language}.md", *OTHER) for language in ("th", "en")
        ]
        assert [line[1] for line in told(tuple(one for one in statements if one.holds), holding=True)] == [
            name for name in VERSIONS if name != version
        ]

    def test_only_the_file_that_changed_is_named(self) -> None:
        changed = _with_text(FIRST, "en", FIRST.texts["en"].replace(b"for 30", b"for 99"), "other words")
        statements = verify_previous(archive(changed, SECOND), published(archive(FIRST, SECOND)), NOW)
        assert [line[2] for line in told(statements)] == ["changelog/privacy/1.0/en.md"]

    def test_a_language_that_is_gone_is_named(self) -> None:
        record = replace(FIRST.record, languages={"th": FIRST.record.languages["th"]})
        alone = RecordFolder(record, write_record(record), {"th": FIRST.texts["th"]})
        statements = verify_previous(archive(alone), published(archive(FIRST)), NOW)
        assert told(statements) == [("privacy", "1.0", "changelog/privacy/1.0/en.md", *OTHER)]

    def test_a_change_of_the_record_alone_is_named(self) -> None:
        record = replace(FIRST.record, material=True)
        statements = verify_previous(
            archive(replace(FIRST, record=record, source=write_record(record))), published(archive(FIRST)), NOW
        )
        assert told(statements) == [(*record_of("1.0"), *OTHER)]

    def test_a_version_and_a_policy_that_are_gone_are_named(self) -> None:
        before = published(archive(*FOLDERS))
        assert told(verify_previous(archive(FIRST, SECOND, WITHDRAWN), before, NOW)) == [(*record_of("3.0"), *GONE)]
        empty = Archive(SETTINGS, ())
        failed = told(verify_previous(empty, before, NOW))
        assert failed[:-1] == [(*record_of(version), *GONE) for version in VERSIONS]
        assert failed[-1][:3] == ("privacy", "1.0", ERRATA)

    @pytest.mark.parametrize(
        ("then", "now", "fine"),
        [
            ("2026-11-22T12:00:00+07:00", "2029-12-30T23:59:59+07:00", True),
            ("2026-11-22T12:00:00+07:00", "2029-12-31T00:00:00+07:00", False),
            ("2029-12-30T23:59:59+07:00", "2026-11-22T12:00:00+07:00", True),
            ("2029-12-31T00:00:00+07:00", "2026-11-22T12:00:00+07:00", False),
            ("2030-01-01T00:00:00+07:00", "2026-11-22T12:00:00+07:00", False),
        ],
    )
    def test_an_upcoming_version_may_be_amended_until_24_hours_before_it_binds(
        self, then: str, now: str, *, fine: bool
    ) -> None:
        """By what was published (fixed by then?) and by the clock of today."""
        before = published(archive(*FOLDERS), datetime.fromisoformat(then))
        after = archive(FIRST, SECOND, WITHDRAWN, forged(UPCOMING, 91))
        statements = verify_previous(after, before, datetime.fromisoformat(now))
        [three] = [one for one in statements if one.version == "3.0"][:1]
        assert three.holds is fine
        if fine:
            assert (three.path, three.message.th, three.message.en) == (record_of("3.0")[2], *AMENDED)
        else:
            assert (three.path, three.message.th, three.message.en) == ("changelog/privacy/3.0/th.md", *OTHER)

    @pytest.mark.parametrize("how", ["amends", "withdrawn"])
    def test_an_amendment_made_in_time_is_fine_when_it_is_verified_late(self, how: str) -> None:
        """The record says itself that it amends or withdraws; `check` saw that it did so in time."""
        late = datetime.fromisoformat("2029-12-31T12:00:00+07:00")
        changed = forged(UPCOMING, 91)
        record = replace(
            changed.record, amends=UPCOMING.sha256 if how == "amends" else "", withdrawn=how == "withdrawn"
        )
        changed = replace(changed, record=record, source=write_record(record))
        after = archive(FIRST, SECOND, WITHDRAWN, changed)
        assert told(verify_previous(after, published(archive(*FOLDERS)), late)) == []

    def test_the_older_json_of_an_upcoming_version_does_not_bind_a_status_by_name_alone(self) -> None:
        before = published(archive(*FOLDERS))
        for status in ("in-force", "superseded", "withdrawn", "ended"):
            document = copy.deepcopy(before)
            document["policies"][0]["versions"][3]["status"] = status
            after = archive(FIRST, SECOND, WITHDRAWN, forged(UPCOMING, 91))
            assert {line[1] for line in told(verify_previous(after, document, NOW))} == {"3.0"}

    @pytest.mark.parametrize(
        ("errata", "version", "date"),
        [
            ("", "1.0", "2026-11-01"),
            (CORRECTION.replace("en: A", "en: B"), "1.0", "2026-11-01"),
            (CORRECTION.replace("2026-11-01", "2026-11-02"), "1.0", "2026-11-01"),
            (CORRECTION.replace("errata:\n", f"errata:\n{ANOTHER}"), "1.0", "2026-11-01"),
        ],
    )
    def test_a_correction_that_was_published_stays(self, errata: str, version: str, date: str) -> None:
        before = published(archive(FIRST, SECOND))
        assert told(verify_previous(archive(FIRST, SECOND, errata=errata), before, NOW)) == [
            (
                *("privacy", version, ERRATA),
                f"คำแก้ไขวันที่ {date} เคยเผยแพร่แล้ว แต่ถูกแก้ ลบ หรือสลับลำดับ",
                f"the correction of {date} was published, and was changed, moved or deleted",
            )
        ]

    def test_a_correction_that_is_added_is_fine(self) -> None:
        after, before = archive(FIRST, SECOND, errata=CORRECTION + ANOTHER), published(archive(FIRST, SECOND))
        assert told(verify_previous(after, before, NOW)) == []
        del before["policies"][0]["errata"]
        assert told(verify_previous(archive(FIRST, SECOND), before, NOW)) == []


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda document: document.pop("as_of"), "KeyError: 'as_of'"),
        (lambda document: document.update(as_of="2026-11-22T12:00:00"), "has no offset"),
        (lambda document: document.update(policies=[{"id": "x"}]), "KeyError: 'versions'"),
        (lambda document: document["policies"][0].update(errata=[1]), "TypeError"),
    ],
)
def test_what_is_no_json_of_a_site_is_refused_with_the_reason(change: Any, error: str) -> None:
    document = published(archive(FIRST))
    change(document)
    with pytest.raises(UsageError, match=r"^not the api/policies\.json of a site of promulgate: ") as caught:
        read_published(json.dumps(document).encode())
    assert error in str(caught.value)


def test_the_json_of_a_site_is_read() -> None:
    document = published(archive(FIRST))
    assert read_published(json.dumps(document).encode()) == document
    assert read_published(None) is None


def test_24_hours_are_hours_not_a_day_of_the_calendar() -> None:
    record = replace(UPCOMING.record, effective=datetime.fromisoformat("2030-01-01T15:00:00+07:00"))
    changed = replace(UPCOMING, record=record, source=write_record(record))
    moment = record.effective - timedelta(hours=24)
    states = (
        state("a", "2026-11-01T00:00:00+07:00", tree(FIRST, SECOND, changed)),
        state("b", (moment - timedelta(seconds=1)).isoformat(), tree(FIRST, SECOND)),
    )
    assert verify_history(states) == ()
    assert len(verify_history((states[0], replace(states[1], moment=moment)))) == 3
