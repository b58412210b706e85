"""Defects in numbers as lawyers write them: words, brackets, ordinals, fractions, ranges, times, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tests.mutation.mutant import Change, Pair, operator, replace_each


def both_known(pair: Pair) -> bool:
    """Whether both languages are ones whose words the gate knows."""
    return {pair.text.language, pair.other.language} == {"th", "en"}


def replace_words(pair: Pair, words: Mapping[str, Mapping[str, str]], *, after: str = "") -> Iterator[Change]:
    """Each of the words of the changed language replaced by its own, one at a time, between Thai and English."""
    if not both_known(pair):
        return
    table = words[pair.text.language]
    bounds = (r"\b", r"\b") if pair.text.language == "en" else ("", "")
    alternatives = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    yield from replace_each(pair, f"{after}{bounds[0]}(?:{alternatives}){bounds[1]}", lambda match: table[match[0]])


_ENGLISH = re.findall(
    r"\w+",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million",
)
_THAI_DIGITS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_NUMBER = (
    r"(?<!ส)(?<!เรียบ)(?:หนึ่ง|เอ็ด|สอง|ยี่(?=สิบ)|สาม(?!ารถ|ัญ)|(?<!เ)สี่|ห้า(?!ม|ง(?!วด))|หก|เจ็ด|แปด|เก้า|สิบ"
    r"|ร้อย(?!ละ)|(?<!ผูก)(?<!สัม)พัน(?!ธ)|หมื่น|แสน|ล้าน(?!นา))+"
)


@operator("number words")
def any_number_word(pair: Pair) -> Iterator[Change]:
    if not both_known(pair):
        return
    if pair.text.language == "en":
        pattern = rf"\b(?:{'|'.join(_ENGLISH)})\b"
        yield from replace_each(pair, pattern, lambda match: _ENGLISH[(_ENGLISH.index(match[0]) + 1) % len(_ENGLISH)])
    else:
        yield from replace_each(pair, _THAI_NUMBER, lambda match: _another_thai(match[0]))


def _another_thai(number: str) -> str:
    for word in _THAI_DIGITS:
        if word in number:
            other = _THAI_DIGITS[(_THAI_DIGITS.index(word) + 1) % 9]
            return number.replace(word, other, 1)
    if "สิบ" in number:
        return "เก้า" + number if number.startswith("สิบ") else number.replace("ยี่สิบ", "สามสิบ")
    return {"ล้าน": "แสน", "แสน": "หมื่น", "หมื่น": "พัน", "พัน": "ร้อย", "ร้อย": "พัน"}.get(number, "สอง" + number)


@operator("numbers")
def bracketed_number(pair: Pair) -> Iterator[Change]:
    # Two digits and more: `(1)` is most often the number of a clause.
    yield from replace_each(pair, r"(?<=[^\W\d] \()\d{2,3}(?=\))", lambda match: str(int(match[0]) + 10))


@operator("numbers")
def decimal_number(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<![\w.:/])\d+\.\d+(?=%| ?(?:per cent|บาท|$|\|))|(?<=ร้อยละ )\d+\.\d+"
    yield from replace_each(pair, pattern, lambda match: match[0][:-1] + str((int(match[0][-1]) + 1) % 10))


@operator("sums")
def percent_times_ten(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<=ร้อยละ )\d+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?(?=%| per cent)"
    yield from replace_each(pair, pattern, lambda match: _times_ten(match[0]))


def _times_ten(number: str) -> str:
    whole, dot, rest = number.partition(".")
    return whole + "0" if not dot else whole + rest[0] + ("." + rest[1:] if rest[1:] else "")


_ORDINALS = {
    "en": {
        "first": "second",
        "second": "third",
        "third": "fourth",
        "fourth": "fifth",
        "fifth": "sixth",
    },
    "th": {
        "งวดแรก": "งวดที่สอง",
        "ปีแรก": "ปีที่สอง",
        "ครั้งแรก": "ครั้งที่สอง",
        "ส่วนแรก": "ส่วนที่สอง",
        "ที่หนึ่ง": "ที่สอง",
        "ที่สอง": "ที่สาม",
        "ที่สาม": "ที่สี่",
        "ที่สี่": "ที่ห้า",
        "ที่ห้า": "ที่หก",
    },
}


@operator("number words")
def other_ordinal(pair: Pair) -> Iterator[Change]:
    yield from replace_words(pair, _ORDINALS)


_FRACTIONS = {
    "en": {
        "one third": "one quarter",
        "two thirds": "three quarters",
        "one quarter": "one fifth",
        "three quarters": "two thirds",
        "one half": "one third",
        "half": "a third",
        "one fifth": "one quarter",
        "twice": "three times",
        "one and a half": "two and a half",
        "three times": "four times",
    },
    "th": {
        "หนึ่งในสาม": "หนึ่งในสี่",
        "สองในสาม": "สามในสี่",
        "หนึ่งในสี่": "หนึ่งในห้า",
        "สามในสี่": "สองในสาม",
        "กึ่งหนึ่ง": "หนึ่งในสาม",
        "ครึ่งหนึ่ง": "หนึ่งในสาม",
        "หนึ่งในห้า": "หนึ่งในสี่",
        "สองเท่า": "สามเท่า",
        "หนึ่งเท่าครึ่ง": "สองเท่าครึ่ง",
        "สามเท่า": "สี่เท่า",
    },
}


@operator("number words")
def other_fraction(pair: Pair) -> Iterator[Change]:
    yield from replace_words(pair, _FRACTIONS)


@operator("numbers")
def range_end(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<=[\d][–-])\d{1,3}(?![\d\w–-]|[.:]\d)|(?<![\w.–-])\d{1,3}(?=[–]\d{1,3}\b(?!–))"
    yield from replace_each(pair, pattern, lambda match: str(int(match[0]) + 1))


@operator("numbers")
def other_time(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<![\d.,:])\d{1,2}(?=[.:]\d\d ?(?:น\.|[ap]\.?m\b|[–-]\d))|(?<![\d.,:])\d{1,2}(?= [ap]\.?m\b)"
    yield from replace_each(pair, pattern, lambda match: str(int(match[0]) % 12 + 1))


_WORD_UNITS = {
    "th": {"วันทำการ": "วัน", "วัน": "เดือน", "ชั่วโมง": "วัน", "เดือน": "ปี", "ปี": "เดือน", "นาที": "ชั่วโมง", "สัปดาห์": "เดือน"},
    "en": {
        "business days": "days",
        "days": "months",
        "day": "month",
        "hours": "days",
        "hour": "day",
        "months": "years",
        "month": "year",
        "years": "months",
        "year": "month",
        "minutes": "hours",
        "weeks": "months",
        "week": "month",
    },
}


@operator("numbers")
def other_unit_of_word(pair: Pair) -> Iterator[Change]:
    last = "|".join(_ENGLISH) if pair.text.language == "en" else "|".join((*_THAI_DIGITS, "สิบ"))
    space = " " if pair.text.language == "en" else ""
    yield from replace_words(
        pair, _WORD_UNITS, after="(?:" + "|".join(f"(?<={w}{space})" for w in last.split("|")) + ")"
    )


_MEASURES = {
    "th": {
        "กิโลเมตร": "เมตร",
        "กม.": "ม.",
        "กิโลกรัม": "กรัม",
        "กก.": "กรัม",
        "เซนติเมตร": "เมตร",
        "ตารางเมตร": "ตารางวา",
        "มิลลิลิตร": "ลิตร",
    },
    "en": {
        "kilometres": "metres",
        "km": "m",
        "kilograms": "grams",
        "kg": "g",
        "centimetres": "metres",
        "square metre": "square foot",
        "millilitres": "litres",
    },
}


@operator("numbers")
def other_measure(pair: Pair) -> Iterator[Change]:
    yield from replace_words(pair, _MEASURES)


@operator("numbers")
def long_number(pair: Pair) -> Iterator[Change]:
    """One digit of a registration, licence, parcel or standard's number."""
    pattern = r"(?<![\w,.+@/-])(?=[\d-]*\d{4})\d[\d-]{4,}\d(?![\w,.@-]|/\d)|(?<=ISO )\d{4,5}|(?<=27001:20)\d\d"
    yield from replace_each(pair, pattern, lambda match: match[0][:-1] + str((int(match[0][-1]) + 1) % 10))
