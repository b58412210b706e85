"""From a difference of values to a finding, for the rules that each speak of one kind of value."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Text
from promulgate.rules.places import place_of, place_of_block
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import Mismatch, Passage, Sort, mismatches
from promulgate.rules.wording import language_name
from promulgate.values import Difference, Kind, Value, describe

LABELS = {
    Kind.NUMBER: Bilingual("ตัวเลขไม่ตรงกัน", "Numbers differ"),
    Kind.MEASURE: Bilingual("หน่วยไม่ตรงกัน", "Units differ"),
    Kind.DATE: Bilingual("วันที่หรือปีไม่ตรงกัน", "Dates differ"),
    Kind.TIME: Bilingual("เวลาไม่ตรงกัน", "Times of day differ"),
    Kind.DURATION: Bilingual("ระยะเวลาไม่ตรงกัน", "Periods of time differ"),
    Kind.PERCENTAGE: Bilingual("อัตราร้อยละไม่ตรงกัน", "Percentages differ"),
    Kind.MONEY: Bilingual("จำนวนเงินไม่ตรงกัน", "Sums of money differ"),
    Kind.PHONE: Bilingual("หมายเลขโทรศัพท์ไม่ตรงกัน", "Telephone numbers differ"),
    Kind.EMAIL: Bilingual("ที่อยู่อีเมลไม่ตรงกัน", "E-mail addresses differ"),
    Kind.ADDRESS: Bilingual("ลิงก์หรือที่อยู่เว็บไม่ตรงกัน", "Links or web addresses differ"),
    Kind.REFERENCE: Bilingual("การอ้างมาตราหรือข้อไม่ตรงกัน", "References to sections or clauses differ"),
    Kind.IDENTIFIER: Bilingual("เลขทะเบียนหรือรหัสไม่ตรงกัน", "Registration numbers or codes differ"),
}
_PRECEDENCE = (
    *(Kind.EMAIL, Kind.ADDRESS, Kind.PHONE, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION, Kind.TIME, Kind.DATE),
    *(Kind.REFERENCE, Kind.IDENTIFIER, Kind.MEASURE, Kind.NUMBER),
)
"""Of two values of different kinds, the finding speaks of the kind that comes first here."""
_DESCRIBED = (Kind.NUMBER, Kind.DATE, Kind.TIME, Kind.DURATION, Kind.PERCENTAGE, Kind.MONEY)


def findings_about(rule: Rule, subject: Subject, *kinds: Kind) -> Iterator[Finding]:
    """One finding of `rule` for each difference of values of `kinds`."""
    for first, second in subject.pairs():
        for mismatch in mismatches(first, second):
            if not mismatch.difference.same_amount and kind_of(mismatch.difference) in kinds:
                yield finding_for(rule, first, second, mismatch)


def kind_of(difference: Difference) -> Kind:
    """The kind of value a difference is about."""
    return min((value.kind for value in difference.present), key=_PRECEDENCE.index)


def finding_for(rule: Rule, first: Text, second: Text, mismatch: Mismatch) -> Finding:
    """The finding, at the text that prevails, with the place in the other as its counterpart."""
    difference = mismatch.difference
    other = mismatch.other if mismatch.sort is Sort.ELSEWHERE and mismatch.other else mismatch.pair
    place = place_in(mismatch.pair.first, difference.first)
    label, title = LABELS[kind_of(difference)], mismatch.pair.title
    said = _what_is_said(first, second, mismatch)
    return rule.finding(
        first,
        Bilingual(f"{label.th}ใน{title.th}: {said.th}", f"{label.en} in {title.en}: {said.en}"),
        _hint(first, second, mismatch),
        section=mismatch.pair.section,
        line=place.line,
        column=place.column,
        counterpart=place_in(other.second, difference.second),
        values=tuple(value.written for value in difference.present),
    )


def place_in(passage: Passage, value: Value | None) -> Place:
    """Where a value stands in the source; without a value, where its passage begins."""
    if value is not None:
        return place_of(passage.text, value.written, passage.lines, block=passage.block, start=value.start)
    if passage.block is not None:
        return place_of_block(passage.text, passage.block)
    return Place(passage.text.language, passage.text.path, max(1, passage.lines[0]))


def said(value: Value) -> Bilingual:
    """A value in its own words, and in normal form where that says more."""
    words = []
    for language in ("th", "en"):
        normal = describe(value, language) if value.kind in _DESCRIBED else ""
        words.append(f"“{value.written}”" + (f" ({normal})" if normal and normal != value.written else ""))
    return Bilingual(words[0], words[1])


def _what_is_said(first: Text, second: Text, mismatch: Mismatch) -> Bilingual:
    difference = mismatch.difference
    ours, theirs = language_name(first.language), language_name(second.language)
    if mismatch.sort is Sort.ELSEWHERE and difference.first and difference.second:
        one, other = said(difference.first), said(difference.second)
        return Bilingual(
            f"{ours.th} {one.th} แต่{theirs.th} {other.th} อยู่คนละตำแหน่งกัน",
            f"{ours.en} says {one.en}, but in {theirs.en} {other.en} stands in another place",
        )
    if difference.first and difference.second:
        one, other = said(difference.first), said(difference.second)
        exchanged = mismatch.sort is Sort.EXCHANGED
        return Bilingual(
            f"{ours.th} {one.th} {theirs.th} {other.th}" + " สองค่านี้สลับตำแหน่งกัน" * exchanged,
            f"{ours.en} says {one.en}, {theirs.en} says {other.en}" + "; the two are exchanged" * exchanged,
        )
    one = said(difference.present[0])
    having, lacking = (ours, theirs) if difference.first else (theirs, ours)
    return Bilingual(
        f"{having.th} {one.th} แต่{lacking.th}ไม่มีค่าที่ตรงกัน",
        f"{having.en} says {one.en}, {lacking.en} has nothing that matches",
    )


def _hint(first: Text, second: Text, mismatch: Mismatch) -> Bilingual:
    prevailing = language_name(first.language)
    if mismatch.difference.first is None or mismatch.difference.second is None:
        ours, theirs = prevailing, language_name(second.language)
        lacking, having = (theirs, ours) if mismatch.difference.first else (ours, theirs)
        return Bilingual(
            f"เพิ่มใน{lacking.th} หรือลบออกจาก{having.th} ทั้งนี้ ให้ถือ{prevailing.th}เป็นหลัก",
            f"Add it in {lacking.en} or delete it in {having.en}; {prevailing.en} prevails.",
        )
    if mismatch.sort is not Sort.DIFFERS:
        return Bilingual(
            f"จัดลำดับให้ตรงกันทั้งสองภาษา ทั้งนี้ ให้ถือ{prevailing.th}เป็นหลัก",
            f"Give both languages the same order; {prevailing.en} prevails.",
        )
    return Bilingual(f"แก้ไขให้ตรงกัน ทั้งนี้ ให้ถือ{prevailing.th}เป็นหลัก", f"Correct one of them; {prevailing.en} prevails.")
