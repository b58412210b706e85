from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.archive import Archive, Policy, Status, Version, order_versions
from promulgate.errata import Erratum
from promulgate.errors import RecordError
from promulgate.records import (
    Record,
    RecordedAcknowledgement,
    RecordedSection,
    RecordedText,
    RecordFolder,
    folder_of,
    is_fixed,
    read_record,
    version_number,
    write_record,
)
from promulgate.settings import Settings

BANGKOK = ZoneInfo("Asia/Bangkok")


def instant(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BANGKOK)


def record(version: str = "2.1", effective: str = "2027-01-01") -> Record:
    return Record(
        policy="privacy",
        version=version,
        effective=instant(effective),
        material=False,
        prevailing="th",
        languages={"th": RecordedText("a" * 64, "b" * 64), "en": RecordedText("c" * 64, "d" * 64)},
    )


FULL = replace(
    record(),
    previous="2.0",
    urgent=True,
    sections=(RecordedSection("cookies", {"th": "changed", "en": "unchanged"}),),
    acknowledged=(RecordedAcknowledgement("cookies", "en", "th-3f2a9c1e", 'แก้คำผิด: "น้ำ"'),),
    amends="e" * 64,
)


def test_a_record_file_reads_as_a_lawyer_would_expect() -> None:
    assert write_record(FULL).decode() == (
        "format: 1\n"
        "policy: privacy\n"
        'version: "2.1"\n'
        'effective: "2027-01-01T00:00:00+07:00"\n'
        "material: false\n"
        "urgent: true\n"
        'previous: "2.0"\n'
        "prevailing: th\n"
        "languages:\n"
        f"  th:\n    sha256: {'a' * 64}\n    visible_sha256: {'b' * 64}\n"
        f"  en:\n    sha256: {'c' * 64}\n    visible_sha256: {'d' * 64}\n"
        "sections:\n"
        "  - id: cookies\n    th: changed\n    en: unchanged\n"
        "acknowledged:\n"
        "  - section: cookies\n    language: en\n    changed: th-3f2a9c1e\n"
        '    reason: "แก้คำผิด: \\"น้ำ\\""\n'
        f"amends: {'e' * 64}\n"
    )


def test_a_record_is_read_back_as_it_was_written() -> None:
    assert read_record("record.yml", write_record(FULL)) == FULL


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_reason_survives(reason: str) -> None:
    item = RecordedAcknowledgement("cookies", "en", "th-3f2a9c1e", reason)
    assert read_record("r", write_record(replace(FULL, acknowledged=(item,)))).acknowledged == (item,)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format: 1", "format: 2", "reads format 1"),
        ('version: "2.1"', 'version: "two"', "not a version number"),
        ("+07:00", "", "no offset"),
        ("a" * 64, "a" * 63, "not a SHA-256"),
        ("material: false", "material: no", "neither true nor false"),
        ("prevailing: th", "prevailing: de", "prevailing language has no text"),
        ("policy: privacy\n", "", "'policy' is missing"),
        ("sections:", "sections: [", "can't be read"),
    ],
)
def test_a_record_that_is_not_one_is_refused_by_name(old: str, new: str, words: str) -> None:
    source = write_record(FULL).decode()
    assert old in source
    with pytest.raises(RecordError, match=words) as caught:
        read_record("changelog/privacy/2.1/record.yml", source.replace(old, new, 1).encode())
    assert "changelog/privacy/2.1/record.yml" in str(caught.value)


def test_versions_are_ordered_as_numbers() -> None:
    versions = ["2.10", "2.0.1", "2.0", "10.0", "2.1", "2.0.10"]
    assert sorted(versions, key=version_number) == ["2.0", "2.0.1", "2.0.10", "2.1", "2.10", "10.0"]


def folder(made: Record) -> RecordFolder:
    return RecordFolder(made, write_record(made), {})


def versions(*records: Record) -> dict[str, Version]:
    folders = tuple(folder(one) for one in records)
    ordered = order_versions(folders, {one.version: {} for one in records}, {})
    return {version.name: version for version in ordered}


HISTORY = (
    record("1.0", "2019-09-30"),
    record("2.0", "2022-06-01"),
    replace(record("2.0.1", "2026-12-01"), withdrawn=True),
    record("2.1", "2027-01-01"),
)


@pytest.mark.parametrize(
    ("now", "statuses"),
    [
        ("2019-09-29T23:59:59", ["upcoming", "upcoming", "withdrawn", "upcoming"]),
        ("2019-09-30T00:00:00", ["in-force", "upcoming", "withdrawn", "upcoming"]),
        ("2022-05-31T23:59:59", ["in-force", "upcoming", "withdrawn", "upcoming"]),
        ("2022-06-01T00:00:00", ["superseded", "in-force", "withdrawn", "upcoming"]),
        ("2026-12-15T00:00:00", ["superseded", "in-force", "withdrawn", "upcoming"]),
        ("2027-01-01T00:00:00", ["superseded", "superseded", "withdrawn", "in-force"]),
    ],
)
def test_a_version_binds_from_its_instant_until_the_next_one(now: str, statuses: list[str]) -> None:
    assert [version.status(instant(now)).value for version in versions(*HISTORY).values()] == statuses


def test_the_last_version_of_a_policy_that_ended_says_so() -> None:
    found = versions(record("1.0", "2019-09-30"), replace(record("2.0", "2022-06-01"), ends=True))
    assert found["2.0"].status(instant("2022-06-01")) is Status.ENDED
    assert found["2.0"].status(instant("2022-05-31")) is Status.UPCOMING
    assert found["1.0"].status(instant("2022-06-01")) is Status.SUPERSEDED


def test_the_version_before_is_decided_by_order_of_effect_without_withdrawn_ones() -> None:
    found = versions(*HISTORY)
    assert {name: version.previous for name, version in found.items()} == {
        "1.0": "",
        "2.0": "1.0",
        "2.0.1": "2.0",
        "2.1": "2.0",
    }
    assert {name: version.superseded_by for name, version in found.items()} == {
        "1.0": "2.0",
        "2.0": "2.1",
        "2.0.1": "",
        "2.1": "",
    }


@pytest.mark.parametrize(
    ("now", "fixed"),
    [("2026-12-30T23:59:59", False), ("2026-12-31T00:00:00", True), ("2027-01-01T00:00:00", True)],
)
def test_an_upcoming_version_may_be_amended_until_24_hours_before_it_binds(now: str, fixed: bool) -> None:
    assert is_fixed(record(), instant(now)) is fixed
    assert is_fixed(replace(record(), withdrawn=True), instant(now))


class TestPolicy:
    """What a policy is made of and what it is at an instant."""

    @pytest.fixture
    def policy(self) -> Policy:
        days = (("1.0", "2019-09-30"), ("2.0", "2022-06-01"), ("2.1", "2027-01-01"), ("3.0", "2028-01-01"))
        folders = tuple(folder(record(version, effective)) for version, effective in days)
        versions = order_versions(folders, {one.record.version: {} for one in folders}, {})
        errata = tuple(Erratum(name, date(2026, 1, day), {}) for day, name in enumerate(("1.0", "2.0", "1.0"), 1))
        return Policy("privacy", versions, errata=errata)

    @pytest.mark.parametrize(
        ("now", "binding", "upcoming"),
        [
            ("2019-09-29", None, ["1.0", "2.0", "2.1", "3.0"]),
            ("2019-09-30", "1.0", ["2.0", "2.1", "3.0"]),
            ("2026-11-22", "2.0", ["2.1", "3.0"]),
            ("2029-01-01", "3.0", []),
        ],
    )
    def test_one_version_binds_and_the_others_come(
        self, policy: Policy, now: str, binding: str | None, upcoming: list[str]
    ) -> None:
        found = policy.binding(instant(now))
        assert (found.name if found else None) == binding
        assert [version.name for version in policy.upcoming(instant(now))] == upcoming

    def test_the_last_word_of_a_policy_that_ended_still_binds(self) -> None:
        last = folder(replace(record("1.0", "2019-09-30"), ends=True))
        policy = Policy("privacy", order_versions((last,), {"1.0": {}}, {}))
        found = policy.binding(instant("2026-01-01"))
        assert found is not None
        assert found.status(instant("2026-01-01")) is Status.ENDED

    def test_versions_and_corrections_are_found_by_number(self, policy: Policy) -> None:
        found = policy.version("2.0")
        assert found is not None
        assert found.effective == instant("2022-06-01")
        assert policy.version("9.9") is None
        assert [erratum.day.day for erratum in policy.errata_of("1.0")] == [1, 3]
        assert policy.errata_of("9.9") == ()

    def test_the_number_over_all_records_is_what_sha256sum_gives(self, policy: Policy) -> None:
        lines = "".join(f"{version.folder.sha256}  privacy/{version.name}\n" for version in policy.versions)
        archive = Archive(Settings(), (policy,))
        assert archive.hash == hashlib.sha256(lines.encode()).hexdigest()
        assert Archive(Settings(), ()).hash == hashlib.sha256(b"").hexdigest()
        assert archive.policy("privacy") is policy
        assert archive.policy("terms") is None


def test_a_version_keeps_its_place_among_the_others() -> None:
    days = (("2.0", "2022-06-01"), ("1.0", "2019-09-30"), ("2.1", "2023-01-01"), ("3.0", "2024-01-01"))
    folders = tuple(folder(replace(record(name, day), withdrawn=name == "2.1")) for name, day in days)
    announced = {"3.0": instant("2023-06-01")}
    versions = order_versions(folders, {one.record.version: {} for one in folders}, announced)
    assert [(one.name, one.previous, one.superseded_by, one.ends, one.announced) for one in versions] == [
        ("1.0", "", "2.0", instant("2022-06-01"), None),
        ("2.0", "1.0", "3.0", instant("2024-01-01"), None),
        ("2.1", "2.0", "", None, None),
        ("3.0", "2.0", "", None, instant("2023-06-01")),
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[:0], "it is empty"),
        (lambda lines: lines[:0] + "- a\n", "it is empty"),
        (lambda lines: lines.replace("format: 1", "format: 2"), "its format is '2'; this program reads format 1"),
        (lambda lines: lines.replace("format: 1\n", ""), "its format is None; this program reads format 1"),
        (lambda lines: lines.replace("+07:00", ""), "effective has no offset"),
        (lambda lines: lines.replace('version: "2.1"', 'version: "2"'), "'2' is not a version number"),
        (lambda lines: lines.replace("prevailing: th", "prevailing: de"), "the prevailing language has no text"),
        (lambda lines: lines.replace("material: false", "material: no"), "'no' is neither true nor false"),
        (lambda lines: lines.replace("sha256: " + "a" * 64, "sha256: " + "A" * 64), f"'{'A' * 64}' is not a SHA-256"),
        (lambda lines: lines + "amends: x\n", "'x' is not a SHA-256"),
        (lambda lines: lines + "urgent: maybe\n", "'maybe' is neither true nor false"),
        (lambda lines: lines.replace("sections:\n", ""), "'sections' is missing"),
        (lambda lines: lines + "format: 1\n", "the key 'format' stands here twice"),
    ],
)
def test_what_is_wrong_with_a_record_is_said_with_its_path_and_what_to_do(change: Any, words: str) -> None:
    source = change(write_record(record()).decode()).encode()
    with pytest.raises(RecordError) as caught:
        read_record("changelog/privacy/2.1/record.yml", source)
    assert str(caught.value) == (
        f"changelog/privacy/2.1/record.yml: this record can't be read: {words}. Restore it from the main branch."
    )


def test_every_part_of_a_record_is_read_back() -> None:
    whole = replace(
        record(),
        material=True,
        previous="2.0",
        imported=True,
        urgent=True,
        withdrawn=True,
        ends=True,
        sections=(RecordedSection("cookies", {"th": "changed", "en": "same"}), RecordedSection("fees", {"th": "new"})),
        acknowledged=(RecordedAcknowledgement("cookies", "en", "th-3f2a9c1e", 'a "typo" \\ \n\u200b ก'),),
        amends="e" * 64,
    )
    assert read_record("record.yml", write_record(whole)) == whole
    for flag in ("material", "imported", "urgent", "withdrawn", "ends"):
        only = replace(record(), **{flag: True})  # type: ignore[arg-type]
        assert read_record("record.yml", write_record(only)) == only
        assert f"{flag}: true\n" in write_record(only).decode()


def test_the_files_that_prove_a_version() -> None:
    one = RecordFolder(record(), b"record", {"th": b"t", "en": b"e"}, {"th": b"c"})
    assert one.proof == {"record.yml": b"record", "th.md": b"t", "en.md": b"e"}
    assert one.sha256 == hashlib.sha256(b"record").hexdigest()
    assert folder_of("privacy", "2.0") == "changelog/privacy/2.0"
