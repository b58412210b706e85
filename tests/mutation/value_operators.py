"""Defects in numbers, dates, sums, references and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS
from tests.mutation.mutant import Change, Pair, operator, replace_each

_PLAIN_NUMBER = r"(?<![\w#/.,(\-:+])(?<!\]\()\d{1,3}(?:,\d{3})*(?![\w./:\-]|,\d)"


def _plus(match: re.Match[str], by: int) -> str:
    number = int(match[0].replace(",", "")) + by
    return f"{number:,}" if "," in match[0] else str(number)


@operator("numbers")
def number_plus_one(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, _PLAIN_NUMBER, lambda match: _plus(match, 1))


@operator("numbers")
def number_minus_one(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, _PLAIN_NUMBER, lambda match: _plus(match, -1))


@operator("numbers")
def number_times_ten(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, _PLAIN_NUMBER, lambda match: match[0] + "0")


@operator("numbers")
def drop_number(pair: Pair) -> Iterator[Change]:
    # `1 ปีแรก` and `ปีแรก` say the same.
    yield from replace_each(pair, rf"(?!1 (?:ปี|เดือน|สัปดาห์|วัน)แรก){_PLAIN_NUMBER} ?", lambda _: "")


_WORDS = {
    "th": {"สิบห้า": "สิบหก", "สามสิบ": "หกสิบ", "สิบสอง": "สิบสาม", "สอง": "สาม", "สิบปี": "เก้าปี", "ห้าวัน": "หกวัน"},
    "en": {
        "fifteen": "sixteen",
        "thirty": "sixty",
        "twelve": "thirteen",
        "two": "three",
        "ten years": "nine years",
        "five": "six",
        "once a": "twice a",
    },
    "de": {"vier": "fünf"},
    "fr": {"deux": "trois"},
}


@operator("number words")
def number_word(pair: Pair) -> Iterator[Change]:
    words = _WORDS.get(pair.text.language, {})
    if (
        words
        and "en" in (pair.text.language, pair.other.language)
        and "th" in (pair.text.language, pair.other.language)
    ):
        boundary = r"\b" if pair.text.language == "en" else ""
        pattern = f"{boundary}(?:{'|'.join(sorted(words, key=len, reverse=True))}){boundary}"
        yield from replace_each(pair, pattern, lambda match: words[match[0]])


_MONTHS = {
    "th": THAI_MONTHS,
    "en": ENGLISH_MONTHS,
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}


@operator("dates")
def other_month(pair: Pair) -> Iterator[Change]:
    months = _MONTHS[pair.text.language]
    pattern = rf"(?<=\d )(?:{'|'.join(months)})"
    yield from replace_each(pair, pattern, lambda match: months[(months.index(match[0]) + 1) % 12])


@operator("dates")
def other_day(pair: Pair) -> Iterator[Change]:
    pattern = rf"\d{{1,2}}(?=\.? (?:{'|'.join(_MONTHS[pair.text.language])}))"
    yield from replace_each(pair, pattern, lambda match: str(int(match[0]) % 28 + 1))


@operator("dates")
def day_for_month(pair: Pair) -> Iterator[Change]:
    months = _MONTHS[pair.text.language]

    def exchanged(match: re.Match[str]) -> str | None:
        day, month = int(match[1]), months.index(match[3]) + 1
        return f"{month}{match[2]}{months[day - 1]}" if day <= 12 and day != month else None

    yield from replace_each(pair, rf"(\d{{1,2}})(\.? )({'|'.join(months)})", exchanged)


@operator("dates")
def year_off_by_one(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, r"(?<![\w-])(?:19|20|24|25)\d\d(?![\w-])", lambda match: str(int(match[0]) + 1))


@operator("dates")
def era_confused(pair: Pair) -> Iterator[Change]:
    if pair.text.language == "th":
        yield from replace_each(pair, r"พ\.ศ\. (?=\d{4})", lambda _: "ค.ศ. ")


@operator("sums")
def percent_for_baht(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, r"(?:ร้อยละ (\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)(?: per cent|%| %))", _as_money(pair))


def _as_money(pair: Pair) -> Callable[[re.Match[str]], str]:
    thai = pair.text.language == "th"
    return lambda match: f"{match[1] or match[2]} บาท" if thai else f"THB {match[1] or match[2]}"


@operator("sums")
def baht_for_percent(pair: Pair) -> Iterator[Change]:
    yield from replace_each(
        pair, r"(?:THB ([\d,]*\d)|([\d,]*\d) บาท)", lambda match: f"{match[1]}%" if match[1] else f"ร้อยละ {match[2]}"
    )


@operator("sums")
def other_currency(pair: Pair) -> Iterator[Change]:
    yield from replace_each(
        pair,
        r"THB(?= \d)|(?<=\d )บาท|(?<=\d )euros",
        lambda match: {"THB": "USD", "บาท": "ดอลลาร์สหรัฐ", "euros": "dollars"}[match[0]],
    )


@operator("sums")
def sum_digit(pair: Pair) -> Iterator[Change]:
    yield from replace_each(
        pair,
        r"(?<=THB )[\d,]*\d|[\d,]*\d(?= บาท)|\d+(?= euros)",
        lambda match: str((int(match[0][0]) % 9) + 1) + match[0][1:],
    )


_UNITS = {
    "th": ("วันทำการ", "วัน", "ชั่วโมง", "เดือน", "ปี"),
    "en": ("business days", "days", "hours", "months", "years"),
}


@operator("numbers")
def other_unit(pair: Pair) -> Iterator[Change]:
    # Of other languages the gate knows digits and the names of months, no units.
    if {pair.text.language, pair.other.language} != {"th", "en"}:
        return
    units = _UNITS[pair.text.language]
    pattern = (
        rf"(?<=\d )(?:{'|'.join(units)})(?!\w)" if pair.text.language != "th" else rf"(?<=\d )(?:{'|'.join(units)})"
    )
    yield from replace_each(pair, pattern, lambda match: units[(units.index(match[0]) + 1) % len(units)])


@operator("references")
def other_statute(pair: Pair) -> Iterator[Change]:
    pattern = r"(?:(?<=มาตรา )|(?<=[Ss]ection )|(?<=sections )|(?<=Art\. )|(?<=ข้อ )|(?<=clause ))\d+"
    yield from replace_each(pair, pattern, lambda match: str(int(match[0]) + 1))


@operator("references")
def other_subsection(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<=\d)\((\d)\)"
    yield from replace_each(pair, pattern, lambda match: f"({int(match[1]) + 1})")


@operator("links")
def drop_link(pair: Pair) -> Iterator[Change]:
    # Not those whose words are the address itself: readers lose nothing but a click.
    yield from replace_each(
        pair, r"(?<!!)\[([^\]^]+)\]\(([^)]*)\)", lambda match: None if match[1] in match[2] else match[1]
    )


@operator("links")
def other_link(pair: Pair) -> Iterator[Change]:
    yield from replace_each(
        pair, r"(?<=\]\()(https://[^)]*|[a-z-]+\.md)(?=\))", lambda match: match[1].replace("e", "x", 1)
    )


@operator("links")
def other_anchor(pair: Pair) -> Iterator[Change]:
    ids = [section.id for section in pair.text.sections[1:]]

    def another(match: re.Match[str]) -> str:
        return f"(#{ids[(ids.index(match[1]) + 1) % len(ids)]})"

    yield from replace_each(pair, r"\(#([a-z-]+)\)", another)


@operator("links")
def other_mail(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, r"\b([\w.]+)@", lambda match: f"{match[1]}x@")


@operator("links")
def other_phone(pair: Pair) -> Iterator[Change]:
    yield from replace_each(
        pair,
        r"(?<![\d.])(?:\+\d\d[ \d]{8,}\d|0\d{1,2}-\d{3}-\d{3,4}|1\d{3}-\d{3}-\d{3})",
        lambda match: match[0][:-1] + str((int(match[0][-1]) + 1) % 10),
    )


@operator("links")
def altered_code(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, r"`([^`]+)`", lambda match: f"`{match[1]}X`")
