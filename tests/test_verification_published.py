"""What `verify` says, statement by statement: of a site, and of what was published before."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from promulgate.archive import Archive
from promulgate.errors import UsageError
from promulgate.records import RecordFolder, write_record
from promulgate.verification import (
    API,
    read_published,
    verify_previous,
    verify_records,
    verify_site,
)
from tests.verified_archives import (
    ANOTHER,
    CORRECTION,
    ERRATA,
    FIRST,
    FOLDERS,
    NOW,
    SECOND,
    SETTINGS,
    UPCOMING,
    WITHDRAWN,
    archive,
    forged,
    published,
    site_of,
    told,
    tree,
    with_text,
)


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
        changed = with_text(FIRST, "en", FIRST.texts["en"].replace(b"for 30", b"for 99"), "other words")
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
