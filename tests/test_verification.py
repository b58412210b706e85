"""What `verify` says, statement by statement: of records, and of a branch's history."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from promulgate.records import write_record
from promulgate.tree import Tree
from promulgate.verification import (
    verify_history,
    verify_records,
)
from tests.support import text
from tests.verified_archives import (
    BODIES,
    CORRECTION,
    ERRATA,
    FIRST,
    FOLDERS,
    SECOND,
    SETTINGS,
    UPCOMING,
    WITHDRAWN,
    folder,
    forged,
    state,
    told,
    tree,
    with_text,
)


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
        failed = told(verify_records(tree(FIRST, with_text(SECOND, "en", changed)), SETTINGS))
        assert failed == [("privacy", "2.0", f"changelog/privacy/2.0/{path}", *words)]

    def test_words_the_page_would_not_show_are_named(self) -> None:
        sealed = SECOND.texts["en"] + b"\n[note]: http://x.example/y\n"
        shown = text("en", BODIES["en"].format(60), version="2.0", effective="2022-06-01").visible
        [(_, _, path, th, en)] = told(verify_records(tree(FIRST, with_text(SECOND, "en", sealed, shown)), SETTINGS))
        assert (path, th, en) == (
            "changelog/privacy/2.0/en.md",
            "มีข้อความที่ไม่ปรากฏบนหน้าเว็บ",
            "words of the text are nowhere on the page",
        )

    def test_a_text_that_can_no_longer_be_read_is_named(self) -> None:
        [(_, version, path, _, en)] = told(verify_records(tree(FIRST, with_text(SECOND, "en", b"no lines")), SETTINGS))
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
        assert en.startswith("This line can't be read")


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
