"""What is found in a text, what it means, and where it stands."""

from __future__ import annotations

import dataclasses
import datetime
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS
from promulgate.values import Kind, Weight, describe, extract
from promulgate.values.cleaning import clean
from promulgate.values.contacts import address_meaning, email_meaning
from promulgate.values.describing import describe_meaning
from promulgate.values.extraction import find_values
from promulgate.values.headers import header_values, meanings_under
from promulgate.values.hints import Hints
from promulgate.values.model import Meaning, Value
from promulgate.values.scan import begin, in_order

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
DAYS = st.dates(datetime.date(1910, 1, 1), datetime.date(2099, 12, 31))

_PARTS_OF = {
    Kind.DATE: ("month-day", "year-month", "year", "month"),
    Kind.DURATION: ("always", "schedule"),
    Kind.REFERENCE: ("paragraph", "annex", "clause"),
    Kind.IDENTIFIER: ("digits",),
    Kind.NUMBER: ("ordinal",),
}
"""The sorts of meanings a kind has besides the one it is called by."""


def told(value: Value) -> str:
    """A value as `meanings.txt` tells it: its words, all its meanings, and what is unusual about it."""
    more = [value.weight.name.lower()] if value.weight is not Weight.FIRM else []
    more += ["in words"] if value.from_words else []
    more += [value.kind] if value.normal[0] not in (value.kind, *_PARTS_OF.get(value.kind, ())) else []
    more += [f"contradicts itself: {_meanings(value.contradiction)}"] if value.contradiction else []
    return f"{value.written} = {_meanings(value.readings)}" + (f" ({', '.join(more)})" if more else "")


def _meanings(meanings: tuple[Meaning, ...]) -> str:
    return " | ".join(" ".join(str(part) or "–" for part in meaning) for meaning in meanings)


def meanings_in_file() -> list[tuple[str, str, str]]:
    """Language, text and the values told, as each line of the file has them."""
    lines = (Path(__file__).parent / "meanings.txt").read_text(encoding="utf-8").splitlines()
    return [
        (language.strip(), text.strip(), values.strip()) for language, text, values in (x.split("|||") for x in lines)
    ]


@pytest.mark.parametrize(("language", "text", "values"), meanings_in_file())
def test_a_text_has_these_values(language: str, text: str, values: str) -> None:
    assert "; ".join(told(value) for value in extract(text, language)) == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "ส่วนหนึ่งของบริการ"),
        ("th", "อย่างใดอย่างหนึ่ง ข้อใดข้อหนึ่ง"),
        ("th", "ห้ามมิให้ผู้ใดซึ่งสามารถระบุตัวบุคคลได้เปิดเผย"),
        ("th", "คู่สัญญาทั้งสองฝ่าย"),
        ("th", "ความเสี่ยงที่เกี่ยวพันกัน"),
        ("en", "help one another, no one, on the one hand"),
        ("en", "You may contact a third party for the first time."),
        ("en", "in a month's time, every year"),
    ],
)
def test_words_that_are_no_numbers_weigh_nothing(language: str, text: str) -> None:
    assert [value for value in extract(text, language) if value.weight >= Weight.SOFT] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "thirty (60) days"), ("en", "five percent (6%)"), ("th", "สามสิบ (60) วัน"), ("th", "1,000 บาท (สองพันบาท)")],
)
def test_words_against_digits_are_a_contradiction(language: str, text: str) -> None:
    assert [bool(value.contradiction) for value in extract(text, language)] == [True]


@pytest.mark.parametrize("text", ["พ.ศ. 2019", "ค.ศ. 2562", "B.E. 2562 (2018)", "1 มกราคม พ.ศ. 2019"])
def test_a_year_against_its_era_is_a_contradiction(text: str) -> None:
    assert [bool(value.contradiction) for value in extract(text, "th")] == [True]


def test_a_long_run_of_digits_is_no_number() -> None:
    assert [value.kind for value in extract("1" * 5000, "en")] == [Kind.IDENTIFIER]


@given(DAYS, st.booleans(), st.sampled_from(["", "พ.ศ. ", "ปี พ.ศ. ", "พุทธศักราช "]), st.booleans())
def test_thai_dates_round_trip(day: datetime.date, short: bool, era: str, thai_digits: bool) -> None:
    month = (SHORT_MONTHS if short else THAI_MONTHS)[day.month - 1]
    written = f"{day.day} {month} {era}{day.year + 543}"
    written = written.translate(THAI_DIGITS) if thai_digits else written
    (value,) = extract(f"ตั้งแต่วันที่ {written} เป็นต้นไป", "th")
    assert value.normal == ("date", day.year, day.month, day.day)
    assert value.written == written


@given(DAYS, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}th {m} {y}", "{d} {s} {y}", "{d}th day of {m}, {y}"]))
def test_english_dates_round_trip(day: datetime.date, form: str) -> None:
    name = ENGLISH_MONTHS[day.month - 1]
    written = form.format(d=day.day, m=name, s=name[:3], y=day.year)
    (value,) = extract(f"It applies from {written} on.", "en")
    assert value.normal == ("date", day.year, day.month, day.day)


@given(DAYS)
def test_iso_dates_round_trip(day: datetime.date) -> None:
    (value,) = extract(f"({day.isoformat()})", "fr")
    assert value.normal == ("date", day.year, day.month, day.day)


@given(st.integers(0, 10**9), st.booleans(), st.booleans())
def test_grouping_and_the_script_of_digits_change_nothing(number: int, grouped: bool, thai: bool) -> None:
    written = f"{number:,}" if grouped else f"{number}"
    written = written.translate(THAI_DIGITS) if thai else written
    (value,) = extract(f"ไม่เกิน {written} บาท", "th")
    assert value.normal == ("money", "THB", number)


@given(
    st.text(alphabet="0123456789๓๐ .,/-()วันบาทมตรhourdays$%ก:@\u200b", max_size=60), st.sampled_from(["th", "en", "de"])
)
def test_values_stand_where_they_say_and_never_overlap(text: str, language: str) -> None:
    values = extract(text, language)
    assert [text[value.start : value.end] for value in values] == [value.written for value in values]
    ends = [0, *(value.end for value in values)]
    assert all(end <= value.start for end, value in zip(ends, values, strict=False))


@given(st.text(alphabet="30 วันtaysเดอน", max_size=40))
def test_invisible_characters_change_no_meaning(text: str) -> None:
    plain = [value.readings for value in extract(text, "th")]
    assert [value.readings for value in extract("\u200b".join(text), "th")] == plain


def test_values_are_described_in_the_language_of_the_reader() -> None:
    (value,) = extract("thirty (30) days", "en")
    assert (describe(value, "th"), describe(value, "en")) == ("30 วัน", "30 days")
    assert re.search("ดอลลาร์", describe(extract("USD 5", "en")[0], "th"))


MEANINGS: list[tuple[Meaning, str, str]] = [
    (("duration", "day", Fraction(1)), "1 วัน", "1 day"),
    (("duration", "business-day", Fraction(15)), "15 วันทำการ", "15 business days"),
    (("percentage", Fraction(15, 2)), "ร้อยละ 7.5", "7.5 per cent"),
    (("money", "THB", Fraction(1000)), "1,000 บาท", "THB 1,000"),
    (("money", "XAU", Fraction(2)), "2 XAU", "XAU 2"),
    (("time", 510), "08.30 น.", "08:30"),
    (("paragraph", "last"), "วรรคท้าย", "last paragraph"),
    (("paragraph", 2), "วรรค 2", "paragraph 2"),
    (("unit", "percentage"), "ร้อยละ", "per cent"),
    (("unit", "business-day"), "วันทำการ", "business day"),
    (("unit", "acre"), "acre", "acre"),
    (("duration", "quarter", Fraction(2)), "2 quarter", "2 quarters"),
    (("number", Fraction(1, 3)), "1/3", "1/3"),
    (("schedule", 24, 7), "วันละ 24 ชั่วโมง สัปดาห์ละ 7 วัน", "24 hours a day, 7 days a week"),
    (("always",), "ตลอด 24 ชั่วโมงทุกวัน", "24 hours a day, 7 days a week"),
    (("date", 2024, 3, 5), "5 มีนาคม พ.ศ. 2567", "5 March 2024"),
    (("month-day", 3, 5), "5 มีนาคม", "5 March"),
    (("year-month", 2024, 3), "มีนาคม พ.ศ. 2567", "March 2024"),
    (("month", 3), "เดือนมีนาคม", "March"),
    (("year", 2024), "พ.ศ. 2567", "year 2024"),
    (("number", Fraction(1234)), "1,234", "1,234"),
    (("reference", 26, 2, "a"), "26.2a", "26.2a"),
    (("address", "", "example.com", "/a", "b=c", "d"), "example.com/a?b=c#d", "example.com/a?b=c#d"),
    (("address", "mailto", "", "a", "", ""), "mailto:a", "mailto:a"),
    (("address", "", "", "", "", ""), "/", "/"),
]


@pytest.mark.parametrize(("meaning", "thai", "english"), MEANINGS, ids=lambda value: str(value[0]))
def test_every_sort_of_meaning_has_words_in_both_languages(meaning: Meaning, thai: str, english: str) -> None:
    assert (describe_meaning(meaning, "th"), describe_meaning(meaning, "en")) == (thai, english)


@pytest.mark.parametrize(
    ("language", "words", "weights"),
    [
        ("id", "dibayar sebulan sekali", [Weight.SOFT]),
        ("he", "תוך יומיים מהיום", [Weight.FIRM]),
        ("en", "one copy", [Weight.FAINT]),
        ("de", "ein Exemplar", [Weight.SILENT]),
        ("th", "สำเนาหนึ่งฉบับ", [Weight.FAINT]),
    ],
)
def test_a_single_one_says_less_than_a_number(language: str, words: str, weights: list[Weight]) -> None:
    assert [value.weight for value in extract(words, language)] == weights


ALIKE = [
    ("https://www.example.com/th/a", "http://example.com/en/a/"),
    ("www.example.com/tha/a", "example.com/ENG/a"),
    ("https://example.com/thai", "https://example.com/english"),
    ("https://th.example.com/a", "https://en.example.com/a"),
    ("https://example.com/a-th.pdf", "https://example.com/a_en-GB.pdf"),
    ("https://example.com/a.th", "https://example.com/a.en"),
    ("https://example.com/a?lang=th", "https://example.com/a?lang=en"),
    ("https://example.com/a?lang=th&b=c", "https://example.com/a?lang=pt-BR&b=c"),
    ("https://th.wikipedia.org/wiki/%E0%B8%81", "https://en.wikipedia.org/wiki/A"),
    ("https://th.wiktionary.org/wiki/%E0%B8%81", "https://en.wiktionary.org/wiki/A"),
    ("th/a.md", "en/a.md"),
    ("/th/a#b", "/en/a#b"),
    ("https://example.com/%61", "https://example.com/a"),
    ("mailto:a@example.com", "mailto:a@example.com"),
]
UNLIKE = [
    ("https://example.com/a", "https://example.com/b"),
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/a", "https://example.org/a"),
    ("https://example.com/a", "ftp://example.com/a"),
    ("https://example.com/a?b=c", "https://example.com/a?b=d"),
    ("https://example.com/a#b", "https://example.com/a#c"),
    ("https://th.example.com/a", "https://en.example.com/b"),
    ("https://example.com/deu/a", "https://example.com/th/a"),
    ("https://example.com/de/a", "https://example.com/th/a"),
    ("https://example.com/throw", "https://example.com/enrow"),
    ("https://en.wikipedia.org.example.com/a", "https://th.wikipedia.org.example.com/b"),
    ("example.com", "/example.com"),
    ("#example.com", "example.com"),
]


@pytest.mark.parametrize(("address", "other", "same"), [*((*x, True) for x in ALIKE), *((*x, False) for x in UNLIKE)])
def test_where_addresses_lead_apart_from_the_language(address: str, other: str, same: bool) -> None:
    languages = ("th", "en", "pt-BR")
    assert (address_meaning(address, languages) == address_meaning(other, languages)) is same


def test_the_language_in_an_address_counts_when_no_languages_are_given() -> None:
    assert address_meaning("https://example.com/th/a", ()) != address_meaning("https://example.com/en/a", ())


def test_an_e_mail_address_is_the_same_as_a_link_with_a_subject() -> None:
    meanings = {email_meaning(address) for address in ("Info@example.com", "mailto:info@Example.com?subject=Hello")}
    assert meanings == {("e-mail", "info@example.com")}


UNITS = [
    ("ค่าบริการ (บาท)", [("money", "THB")], ["(บาท) = unit THB (soft, money)"]),
    ("Rate [%]", [("percentage",)], ["[%] = unit percentage (soft, percentage)"]),
    ("ร้อยละ", [("percentage",)], []),
    ("ระยะเวลา (วันทำการ)", [("duration", "business-day")], ["(วันทำการ) = unit business-day (soft, duration)"]),
    ("Term (months or years)", [("duration", "month"), ("duration", "year")], []),
    ("Time ( hours )", [("duration", "hour")], ["( hours ) = unit hour (soft, duration)"]),
    ("อายุ", [("duration", "year")], []),
    ("Fee (¥)", [("money", "JPY"), ("money", "CNY")], ["(¥) = unit JPY | unit CNY (soft, money)"]),
    ("วันที่", [], []),
    ("Purpose", [], []),
]


@pytest.mark.parametrize(("header", "meanings", "values"), UNITS)
def test_the_header_of_a_table_names_units(header: str, meanings: list[Meaning], values: list[str]) -> None:
    assert list(meanings_under(header)) == meanings
    found = list(header_values(header))
    assert [told(value) for value in found] == values
    assert all(header[value.start : value.end] == value.written for value in found)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e48\u0e4d\u0e32", "น\u0e48ำ"),
        ("น\u0e4d\u0e48\u0e32", "น\u0e48ำ"),
        ("นา", "นา"),
        ("๓๐\u00a0วัน", "30 วัน"),
        ("３０\u2011day（ｓ）％", "30-day(ｓ)%"),
        ("30\u200b\ufeff วัน", "30 วัน"),
        ("٣٠٪", "30%"),
        ("“30” – 40…", "“30” – 40…"),
    ],
)
def test_what_is_typed_in_another_way_reads_the_same(typed: str, read: str) -> None:
    cleaned = clean(f"a {typed} b")
    assert cleaned.text == f"a {read} b"
    first, last = cleaned.span(2, 2 + len(read))
    assert cleaned.original[first:last] == typed.rstrip("\u200b")
    assert cleaned.span(2, 2) == (2, 2)
    assert cleaned.original[slice(*cleaned.span(3 + len(read), 4 + len(read)))] == "b"


TEXTS = [(language, text) for language, text, _ in meanings_in_file()]
ALL_HINTS = Hints(**{field.name: True for field in dataclasses.fields(Hints)})


@pytest.mark.parametrize("language", ["th", "en", "elsewhere"])
def test_a_hint_never_hides_a_value(language: str) -> None:
    known = ("th", "en")
    texts = [each for each in TEXTS if each[0] == language or (language not in known and each[0] not in known)]
    hidden = []
    for code, text in texts:
        scan = begin(text, code)
        find_values(scan, ALL_HINTS)
        if tuple(in_order(scan)) != extract(text, code):
            hidden.append((code, text))
    assert hidden == []


KNOWN = [(language, text) for language, text in TEXTS if language in ("th", "en")]


@given(st.lists(st.sampled_from(KNOWN), min_size=2, max_size=3), st.sampled_from([" ", ". ", " (", ", "]))
def test_sentences_side_by_side_hide_no_value_and_share_none(sentences: list[tuple[str, str]], between: str) -> None:
    language, text = sentences[0][0], between.join(text for _, text in sentences)
    scan = begin(text, language)
    find_values(scan, ALL_HINTS)
    values = extract(text, language)
    assert tuple(in_order(scan)) == values
    assert [text[value.start : value.end] for value in values] == [value.written for value in values]
    assert all(one.end <= other.start for one, other in pairwise(values))


def test_both_meanings_of_a_contradiction_are_told() -> None:
    (value,) = extract("thirty (60) days", "en")
    assert describe(value, "th") == "30 วัน หรือ 60 วัน"
    assert describe(value, "en") == "30 days or 60 days"
