from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.archive import Status, Version, order_versions
from promulgate.errors import RecordError
from promulgate.records import (
    Record,
    RecordedAcknowledgement,
    RecordedSection,
    RecordedText,
    RecordFolder,
    is_fixed,
    read_record,
    version_number,
    write_record,
)

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
