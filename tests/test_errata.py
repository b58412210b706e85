"""Corrections of what was said about a version are added, never changed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from promulgate.errata import Erratum, errata_path, errata_problems, read_errata
from promulgate.errors import Bilingual, Problem, SourceError
from promulgate.publication import load_archive_of_head
from promulgate.site import Site, archive_pages, front_pages
from tests.support import Repository

PATH = "changelog/privacy/errata.yml"
FIRST = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ที่ถูกคือ ก\n    en: It is A.\n'
SECOND = '  - version: "1.0"\n    date: 2026-11-02\n    th: ที่ถูกคือ ข\n    en: It is B.\n'


@pytest.fixture
def corrected(published: Repository) -> Repository:
    published.write(PATH, FIRST)
    published.commit("A correction")
    return published


def test_a_correction_stands_beside_its_version(corrected: Repository) -> None:
    policy = load_archive_of_head(corrected.root).policies[0]
    [erratum] = policy.errata_of("1.0")
    assert (erratum.day.isoformat(), dict(erratum.words)) == ("2026-11-01", {"th": "ที่ถูกคือ ก", "en": "It is A."})
    assert policy.errata_of("2.0") == ()
    assert corrected.run("check").status == 0


def test_readers_see_it_on_the_page_of_the_version(corrected: Repository) -> None:
    site = Site(load_archive_of_head(corrected.root), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    pages = {
        page.address: str(page.body)
        for page in [*front_pages(site), *(planned.make() for planned in archive_pages(site))]
    }
    for address in ("en/privacy/", "en/privacy/1.0/"):
        assert "Correction of" in pages[address]
        assert "It is A." in pages[address]
    assert "ที่ถูกคือ ก" in pages["th/privacy/1.0/"]


def test_another_correction_is_added_at_the_end(corrected: Repository) -> None:
    corrected.write(PATH, FIRST + SECOND)
    assert corrected.run("check").status == 0
    assert [type(one) for one in read_errata(PATH, corrected.read(PATH).encode())] == [Erratum, Erratum]


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("format: 1\nerrata: []\n", 1, "can't be changed, deleted or moved"),
        (FIRST.replace("It is A", "It is Z"), 3, "can't be changed, deleted or moved"),
        (FIRST.replace("2026-11-01", "2025-11-01"), 3, "can't be changed, deleted or moved"),
        (FIRST.replace("errata:\n", f"errata:\n{SECOND}"), 3, "can't be changed, deleted or moved"),
        (FIRST + SECOND.replace("1.0", "9.9"), 7, "There is no version 9.9"),
        (FIRST + SECOND.replace("    en: It is B.\n", ""), 7, "missing in: en"),
        (FIRST + SECOND.replace("2026-11-02", "2569-11-02"), 7, "needs version and date"),
        (FIRST + SECOND.replace("It is B.", "[B]"), 7, "plain words"),
        (FIRST + SECOND.replace("It is B.", "It is B #2"), 7, "plain words"),
        (FIRST + "  - &a x\n", 7, "This line can't be read"),
        ("errata: []\n", 1, "no list of corrections"),
    ],
)
def test_a_published_correction_stays_and_a_new_one_is_whole(
    corrected: Repository, source: str, line: int, words: str
) -> None:
    corrected.write(PATH, source)
    outcome = corrected.run("check")
    assert outcome.status == 1
    assert f"{PATH}:{line}: " in outcome.output
    assert words in outcome.output


def test_the_file_as_a_whole_stays(corrected: Repository) -> None:
    (corrected.root / PATH).unlink()
    outcome = corrected.run("check")
    assert outcome.status == 1
    assert f"{PATH}:1: " in outcome.output


MEND = Bilingual(
    "แต่ละรายการมี version: date: (ปี ค.ศ.-เดือน-วัน) และข้อความธรรมดาของทุกภาษา ภาษาละหนึ่งบรรทัด",
    "Each entry has version:, date: (like 2026-11-22) and plain words in every language, one line each.",
)
PUT_BACK = Bilingual(
    "คืนรายการเดิม แล้วเพิ่มรายการใหม่ต่อท้ายไฟล์", "Put the old entries back as they were and add a new one at the end."
)
WHEN = ("ต้องมี version และ date (ปี ค.ศ.)", "It needs version and date, like 2026-11-22")
PLAIN = ("คำแก้ไขต้องเป็นข้อความธรรมดา", "A correction is plain words, one entry a language")
SHAPE = ("ไฟล์นี้ไม่ใช่รายการคำแก้ไขรูปแบบ 1", "The file is no list of corrections of format 1")


def entry(*lines: str) -> str:
    return "format: 1\nerrata:\n  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (b"\xff\xfe", 1, ("ไฟล์ไม่ได้บันทึกเป็น UTF-8", "The file is not saved as UTF-8")),
        ("a: [", 1, ("อ่านบรรทัดนี้ไม่ได้", "This line can't be read")),
        ("", 1, SHAPE),
        ("- a\n", 1, SHAPE),
        ("format: 2\nerrata: []\n", 1, SHAPE),
        ("format: 1\nerrata: none\n", 1, SHAPE),
        ("format: 1\n", 1, SHAPE),
        ("format: 1\nerrata: []\nmore: x\n", 1, SHAPE),
        ("format: 1\nerrata:\n  - words\n", 3, WHEN),
        (entry("date: 2026-11-01", "th: ก"), 3, WHEN),
        (entry('version: "1.0"', "th: ก"), 3, WHEN),
        (entry('version: "1.0"', "date: tomorrow", "th: ก"), 3, WHEN),
        (entry('version: "1.0"', "date: 2026-11-01T09:00", "th: ก"), 3, PLAIN),
        (entry('version: "1.0"', "date: 2026-11-01", "th: [ก]"), 3, PLAIN),
        (entry('version: "1.0"', "date: 2026-11-01", "th: ก #ข"), 3, PLAIN),
        (entry('version: "1.0"', "date: 2026-11-01", f"th: {'ก' * 4001}"), 3, PLAIN),
        (
            *(entry('version: "1.0"', "date: 2026-11-01", "th: a\u200bb"), 3),
            ("มีอักขระที่มองไม่เห็น (U+200B)", "An invisible character stands here (U+200B)"),
        ),
    ],
)
def test_a_mistake_is_told_in_both_languages_at_its_line(
    source: str | bytes, line: int, words: tuple[str, str]
) -> None:
    with pytest.raises(SourceError) as caught:
        read_errata(PATH, source if isinstance(source, bytes) else source.encode())
    assert caught.value.path == PATH
    [problem] = caught.value.problems
    assert problem == Problem("errata", line, 1, problem.message, MEND)
    assert (problem.message.th, problem.message.en) == words


def test_corrections_are_read_as_they_are_written() -> None:
    long = "ก" * 4000
    source = entry('version: "1.0"', "date: 2026-11-01", f"th: ' {long} '", "en: A") + SECOND
    assert read_errata(PATH, source.encode()) == (
        Erratum("1.0", date(2026, 11, 1), {"th": long, "en": "A"}),
        Erratum("1.0", date(2026, 11, 2), {"th": "ที่ถูกคือ ข", "en": "It is B."}),
    )
    assert read_errata(PATH, entry('version: "1.0"', "date: 2026-11-01").encode())[0].words == {}
    assert read_errata(PATH, None) == ()
    assert errata_path("privacy") == PATH
    assert Erratum("1.0", date(2026, 11, 1), {"th": "ก"}).published() == {
        "version": "1.0",
        "date": "2026-11-01",
        "words": {"th": "ก"},
    }


def problems(head: str | None, base: str | None) -> list[tuple[int, str, str]]:
    own, before = (None if one is None else one.encode() for one in (head, base))
    found = errata_problems(PATH, own, before, ("1.0", "2.0"), ("th", "en"))
    assert all((one.rule, one.column) == ("errata", 1) for one in found)
    assert all(one.hint == (PUT_BACK if "เผยแพร่แล้ว" in one.message.th else MEND) for one in found)
    return [(one.line, one.message.th, one.message.en) for one in found]


def test_what_is_on_the_base_stays_and_what_is_added_is_whole() -> None:
    gone = (
        "คำแก้ไขของฉบับ 1.0 เมื่อวันที่ 1 พฤศจิกายน พ.ศ. 2569 เผยแพร่แล้ว จึงแก้ ลบ หรือสลับลำดับไม่ได้",
        "The correction of version 1.0, made on 1 November 2026, was published: it can't be changed, deleted or moved",
    )
    assert problems(FIRST, None) == []
    assert problems(FIRST + SECOND, FIRST) == []
    assert problems(FIRST, FIRST) == []
    assert problems(None, None) == []
    assert problems(None, FIRST) == [(1, *gone)]
    assert problems(FIRST.replace("It is A", "It is C"), FIRST + SECOND) == [(3, *gone)]
    assert problems(FIRST, "not: readable") == []
    assert problems(FIRST, FIRST + SECOND)[0][0] == 1
    assert problems("not: readable", FIRST) == [(1, *SHAPE)]
    unknown = FIRST.replace("1.0", "9.9") + SECOND.replace("    en: It is B.\n", "").replace("    th: ที่ถูกคือ ข\n", "")
    assert problems(unknown, None) == [
        (3, "ไม่มีฉบับ 9.9", "There is no version 9.9"),
        (7, "คำแก้ไขนี้ยังไม่มีภาษา th, en", "The correction is missing in: th, en"),
    ]
    assert problems(FIRST + SECOND.replace("It is B.", "' '"), None) == [
        (7, "คำแก้ไขนี้ยังไม่มีภาษา en", "The correction is missing in: en")
    ]


def test_programs_and_the_feed_are_told(corrected: Repository) -> None:
    import json

    from promulgate.site.api import api_files
    from promulgate.site.feed import feed

    site = Site(load_archive_of_head(corrected.root), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    told = {file.address: file.content for file in api_files(site)}
    expected = [{"version": "1.0", "date": "2026-11-01", "words": {"th": "ที่ถูกคือ ก", "en": "It is A."}}]
    assert json.loads(told["api/policies.json"])["policies"][0]["errata"] == expected
    assert json.loads(told["api/privacy.json"])["errata"] == expected
    assert told["api/privacy/1.0.yml"] == (corrected.root / "changelog/privacy/1.0/record.yml").read_bytes()
    for language, title in (
        ("th", "นโยบายความเป็นส่วนตัว: แก้คำผิดในข้อมูลของฉบับ 1.0"),
        ("en", "Privacy policy: correction of what"),
    ):
        atom = feed(site, language).content.decode()
        assert f"urn:promulgate:corrected:privacy:1.0:1:{language}" in atom
        assert title in atom
        assert expected[0]["words"][language] in atom  # type: ignore[index]
