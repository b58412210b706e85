"""The text says it takes effect on another day than the one declared for its version.

ไทย: วันที่มีผลใช้บังคับในเนื้อหาไม่ตรงกับวันที่มีผลใช้บังคับของฉบับ

Why: the site shows the declared day; a reader who finds another day in the text can't know which one binds. Only clear
statements count: this document, or its version by number, takes effect on a day. What other versions or laws do is no
matter here. Where the languages differ from each other, the rule about dates says so.

PASS: a version that takes effect on 1 June 2022 and says “This version takes effect on 1 June 2022”
FAIL: the same version, saying “This version takes effect on 1 July 2022” in every language
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Section, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.places import place_of
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_for_readers
from promulgate.values import Meaning, Value, describe, extract
from promulgate.values.describing import describe_meaning

_DOCUMENT = r"(?:นโยบาย|ประกาศ|ฉบับ|ข้อกำหนด|เงื่อนไข|ข้อตกลง|สัญญา|ระเบียบ|หนังสือ|คำประกาศ|แนวปฏิบัติ)"
_THAI = re.compile(
    rf"(?P<subject>{_DOCUMENT}[^\n.;]{{0,40}}?(?:นี้|ฉบับ(?:ที่)?\s?(?P<version>\d+(?:\.\d+)*))[^\n.;]{{0,30}}?|^\s*)"
    r"(?:จะ|ให้|ให้มี|จึง)?(?:เริ่ม)?(?:มีผล(?:ใช้)?(?:บังคับ)?(?:ใช้)?|ใช้บังคับ|เริ่มใช้)(?:ตั้งแต่|นับแต่"
    r"|นับตั้งแต่|ใน|เมื่อ|:|\s)*(?:วันที่)?\s*$"
)
_THAI_LABEL = re.compile(
    r"^\W*(?:วันที่|วัน)(?:เริ่ม)?(?:มี)?(?:ผล)?(?:ใช้)?(?:บังคับ)(?:ใช้)?"
    r"\s*(?:คือ|:|-|–)?\s*(?:วันที่)?\s*$"
)
_DOCUMENT_EN = (
    r"(?:policy|notice|statement|version|agreement|terms|document|edition|contract|rules|regulations?|conditions|"
    r"guidelines?)"
)
_ENGLISH = re.compile(
    rf"(?i)(?:\b(?:this|these|the present)\s(?:[\w-]+\s){{0,4}}?{_DOCUMENT_EN}"
    rf"|\bversion\s(?P<version>\d+(?:\.\d+)*)(?:\sof\sthis\s\w+)?|\bit)\s"
    r"(?:shall\s|will\s)?(?:takes?\seffect|(?:is|are|be|becomes?|become)\s(?:effective|in\s(?:force|effect)|valid)"
    r"|comes?\sinto\s(?:force|effect)|enters?\sinto\s(?:force|effect)|appl(?:y|ies))"
    r"\s?(?:on|from|as\sof|as\sfrom|since|with\seffect\sfrom|starting|beginning)?(?:\sand\sfrom)?(?:\sthe)?\s*$"
)
_ENGLISH_LABEL = re.compile(
    r"(?i)^\W*(?:effective(?:\sdate)?|date\sof\seffect|in\s(?:force|effect))(?:\s(?:as\sof|from|since|on))?\s?(?:is|:|-|–)?\s*$"
)
_SENTENCE_END = re.compile(r"[.;!?](?=\s)|\n")
_BEFORE_IT = re.compile(r"(?i)ฉบับ(?:ก่อน|เดิม|แรก|เก่า)|เดิม|previous|former|earlier|prior|until then")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A day on which the text says it takes effect, and where it says so."""

    section: Section
    words: str
    """Of the block it stands in."""
    value: Value
    day: Meaning
    place: Place


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for a day that differs from the declared one, with its place in the other language as counterpart."""
    stated = {language: statements(text) for language, text in subject.texts.items()}
    wrong = {
        language: [statement for statement in found if statement.day != _declared(subject.texts[language])]
        for language, found in stated.items()
    }
    days = [sorted(map(str, {statement.day for statement in found})) for found in stated.values() if found]
    if any(other != days[0] for other in days[1:]):
        return
    texts = [text for language, text in subject.texts.items() if wrong[language]]
    for index, statement in enumerate(wrong[texts[0].language] if texts else []):
        others = [wrong[text.language] for text in texts[1:]]
        counterpart = next((found[min(index, len(found) - 1)].place for found in others if found), None)
        mended = [(text, _mended(text, wrong[text.language], index)) for text in texts]
        title = title_for_readers(subject.texts, texts[0], statement.section)
        yield _finding(texts[0], statement, title, counterpart, [(text.language, words) for text, words in mended])


@once_per_text
def statements(text: Text) -> tuple[_Statement, ...]:
    """Every clear statement in a text of the day it takes effect."""
    found = []
    for section in text.sections:
        for block in section.blocks:
            for value in extract(block.text, text.language):
                if value.normal[0] == "date" and not value.ambiguous_date and _says_so(text, block.text, value):
                    place = place_of(text, value.written, (block.line, block.end_line), block=block, start=value.start)
                    found.append(_Statement(section, block.text, value, value.normal, place))
    return tuple(found)


def _says_so(text: Text, words: str, value: Value) -> bool:
    before = words[max(0, value.start - 120) : value.start]
    if value.start <= 40 and (_THAI_LABEL.match(before) or _ENGLISH_LABEL.match(before)):
        return True
    match = _THAI.search(before) or _ENGLISH.search(before)
    if match is None or _BEFORE_IT.search(match[0]):
        return False
    return match["version"] in (None, text.metadata.version)


def _mended(text: Text, found: Sequence[_Statement], index: int) -> str:
    """The sentence of a text that says when it takes effect, with the declared day in it."""
    statement = found[min(index, len(found) - 1)]
    start, end = statement.value.start, statement.value.end
    before, after = statement.words[:start], statement.words[end:]
    begins = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    ends = _SENTENCE_END.search(after)
    return f"{before[begins:]}{_day_in(text)}{after[: ends.start() + 1] if ends else after}".strip()


def _day_in(text: Text) -> str:
    """The declared day as the language of the text writes it."""
    day = text.metadata.effective.day
    if text.language in ("th", "en"):
        return describe_meaning(_declared(text), text.language)
    from babel.dates import format_date

    return format_date(day, "long", locale=text.language.replace("-", "_"))


def _declared(text: Text) -> Meaning:
    day = text.metadata.effective.day
    return ("date", day.year, day.month, day.day)


def _finding(
    text: Text, statement: _Statement, title: Bilingual, counterpart: Place | None, mended: Sequence[tuple[str, str]]
) -> Finding:
    name = language_name(text.language)
    declared = _declared(text)
    line = f"effective: {replace(text.metadata.effective, day=date(*statement.day[1:]))}"  # type: ignore[arg-type]
    thai, english = (
        "\n".join(f"{getattr(language_name(language), reader)}: {words}" for language, words in mended)
        for reader in ("th", "en")
    )
    return RULE.finding(
        text,
        Bilingual(
            f"วันที่มีผลใช้บังคับไม่ตรงกันใน{title.th}: {name.th} “{statement.value.written}” "
            f"({describe(statement.value, 'th')}) "
            f"แต่ฉบับ {text.metadata.version} ระบุไว้ว่ามีผลใช้บังคับวันที่ {describe_meaning(declared, 'th')}",
            f"The day of effect differs in {title.en}: {name.en} says “{statement.value.written}” "
            f"({describe(statement.value, 'en')}), but version {text.metadata.version} is declared to take effect on "
            f"{describe_meaning(declared, 'en')}",
        ),
        Bilingual(
            f"หากวันที่ที่ระบุไว้ถูกต้อง ให้แก้ประโยคในเนื้อหาเป็น\n{thai}\n"
            f"หากวันที่ในเนื้อหาถูกต้อง ให้แก้บรรทัดที่ส่วนบนของไฟล์ทุกภาษาเป็น\n{line}",
            f"If the declared day is right, correct the sentence in the text to\n{english}\n"
            f"If the day in the text is right, correct the line at the top of every file to\n{line}",
        ),
        section=statement.section.id,
        line=statement.place.line,
        column=statement.place.column,
        counterpart=counterpart,
        values=(statement.value.written,),
    )


RULE = Rule("effective-in-body", Severity.ERROR, check, __doc__ or "")
