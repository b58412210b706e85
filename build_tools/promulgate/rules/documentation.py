"""The documentation of the rules, made from their docstrings, and the examples in them, ready to be run.

A rule's docstring has one form:

    One sentence: what the rule finds.

    ไทย: the same for lawyers.

    Why: what would happen without it (the word may be left out).

    PASS:
        th:
            body
        en:
            body
    FAIL:
        …

An example names one body per language, without front matter and title; `glossary:` gives a glossary, and a language
with `before` (`th before:`) what stood there on the base. A rule that can't be shown by two bodies says in words what
passes and fails, on the line of `PASS:` and `FAIL:`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from promulgate.errors import Bilingual
from promulgate.model import Severity

_PART = re.compile(r"^(PASS|FAIL):[ ]*(.*)$", re.MULTILINE)
_KEY = re.compile(r"^    ([a-z][\w -]*):$", re.MULTILINE)
_SEVERITY = {
    Severity.ERROR: ("ต้องแก้ไข", "error"),
    Severity.WARNING: ("ควรทบทวน", "warning"),
    Severity.OFF: ("ปิด", "off"),
}


class Documented(Protocol):
    """What has a docstring of this form: a rule about texts or about a policy as a whole."""

    @property
    def id(self) -> str:
        """The id of the rule."""
        ...

    @property
    def severity(self) -> Severity:
        """Its default severity."""
        ...

    @property
    def documentation(self) -> str:
        """Its docstring."""
        ...

    @property
    def guards_records(self) -> bool:
        """Whether settings can't weaken it."""
        ...


OTHER_MESSAGES = {
    "front-matter": Bilingual(
        "บรรทัดระหว่าง `---` ที่ส่วนบนของไฟล์อ่านไม่ได้ หรือมีค่าที่ใช้ไม่ได้ เช่น วันที่เป็นปี พ.ศ.",
        "the lines between `---` at the top of a file can't be read, or one of them has no valid value",
    ),
    "conflict": Bilingual(
        "ยังเลือกข้อความไม่เสร็จ เครื่องหมาย `<<<<<<<` หรือ `>>>>>>>` ยังเหลืออยู่ในไฟล์",
        "a conflict is not resolved: a line `<<<<<<<` or `>>>>>>>` is still in the file",
    ),
    "title": Bilingual("ไฟล์ต้องมีชื่อนโยบายหนึ่งชื่อ ขึ้นต้นด้วย `# `", "a file has exactly one title, on a line `# …`"),
    "encoding": Bilingual("ไฟล์ไม่ได้บันทึกเป็น UTF-8", "the file is not saved as UTF-8"),
    "hygiene": Bilingual("มีอักขระที่หน้าเว็บแสดงไม่ได้", "a character stands in the file that no page can show"),
    "size": Bilingual(
        "ไฟล์ใหญ่หรือซ้อนกันลึกเกินกว่าที่นโยบายใดจำเป็น", "the file is larger or nested deeper than any policy needs"
    ),
    "layout": Bilingual(
        "ไฟล์อยู่ผิดที่ จึงไม่ถูกตรวจและไม่ถูกเผยแพร่ เช่น ไฟล์ Word ในโฟลเดอร์ `policies`",
        "the file stands where nothing reads it, like a file of a word processor under `policies`",
    ),
    "record-unlisted": Bilingual(
        "มีไฟล์เกินมาในโฟลเดอร์ของฉบับ ซึ่งไม่ใช่ส่วนของฉบับนั้น", "a file in the folder of a version is no part of that version"
    ),
    "errata": Bilingual(
        "รายการแก้คำผิดของฉบับที่เผยแพร่แล้วอ่านไม่ได้ หรือรายการเดิมถูกแก้หรือลบ",
        "the list of corrections can't be read, or an entry that was there was changed or deleted",
    ),
}
"""Names of findings that belong to no rule, and what they mean."""


@dataclass(frozen=True, slots=True)
class Example:
    """What passes or fails: bodies by language, or a sentence where bodies can't show it."""

    sentence: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Documentation:
    """The docstring of a rule, taken apart."""

    rule: str
    severity: Severity
    guards_records: bool
    summary: str
    thai: str
    why: str
    passes: Example
    fails: Example


def document(rule: Documented) -> Documentation:
    """Take the docstring of a rule apart. Raises ValueError where it has not the form it must have."""
    pieces = _PART.split(textwrap.dedent(rule.documentation).strip())
    examples = {
        name: _example(words, rest) for name, words, rest in zip(*(pieces[i::3] for i in (1, 2, 3)), strict=True)
    }
    paragraphs = [" ".join(paragraph.split()) for paragraph in pieces[0].strip().split("\n\n")]
    thai = next((words.removeprefix("ไทย:").strip() for words in paragraphs if words.startswith("ไทย:")), "")
    if not thai or set(examples) != {"PASS", "FAIL"}:
        raise ValueError(f"{rule.id}: the docstring needs a first sentence, ไทย:, PASS: and FAIL:")
    others = (words for words in paragraphs[1:] if not words.startswith("ไทย:"))
    reasons = " ".join(words.removeprefix("Why:").strip() for words in others)
    return Documentation(
        rule.id, rule.severity, rule.guards_records, paragraphs[0], thai, reasons, examples["PASS"], examples["FAIL"]
    )


def _example(sentence: str, rest: str) -> Example:
    pieces = _KEY.split(rest)
    bodies = (textwrap.dedent(body).strip("\n") for body in pieces[2::2])
    return Example(sentence.strip(), dict(zip(pieces[1::2], bodies, strict=True)))


def page(rules: Iterable[Documented], language: str) -> str:
    """The page of all rules in one language, as Markdown."""
    listed = [document(rule) for rule in rules]
    thai = language == "th"
    title = "กฎการตรวจนโยบาย" if thai else "The rules of the gate"
    opening = (
        "หน้านี้สร้างจากคำอธิบายในไฟล์ของกฎแต่ละข้อ ห้ามแก้ด้วยมือ ตัวอย่างทุกข้อถูกทดสอบกับกฎจริง\n"
        "กฎที่ “ต้องแก้ไข” ทำให้รวมการแก้ไขไม่ได้ กฎที่ “ควรทบทวน” เพียงเตือน"
        if thai
        else "This page is made from the docstring of each rule's file; do not edit it. Tests run every example.\n"
        "An error blocks the merge, a warning does not. Severities are set in `mkdocs.yml` under `rules:`."
    )
    rows = [
        f"| [`{each.rule}`](#{each.rule}) | {_weight(each, language)} | {_summary(each, language)} |" for each in listed
    ]
    head = "| กฎ | ระดับ | ความหมาย |" if thai else "| rule | severity | what it finds |"
    sections = [_section(each, language) for each in listed]
    return "\n".join([f"# {title}", "", opening, "", head, "|---|---|---|", *rows, "", *sections, *_others(language)])


def _others(language: str) -> tuple[str, ...]:
    """The table of what keeps a file from being read, or stands where nothing reads it."""
    title = Bilingual("ข้อความอื่น", "Other messages").in_language(language)
    opening = Bilingual(
        "ข้อความเหล่านี้ไม่ใช่กฎที่ตั้งค่าได้ ระบบจะตรวจต่อได้ก็ต่อเมื่อแก้ไขแล้ว",
        "These are no rules with settings: nothing more can be checked before they are mended.",
    ).in_language(language)
    rows = (f"| `{name}` | {words.in_language(language)} |" for name, words in OTHER_MESSAGES.items())
    head = Bilingual("| ชื่อ | ความหมาย |", "| name | what it means |").in_language(language)
    return (f"## {title}", "", opening, "", head, "|---|---|", *rows, "")


def _summary(documentation: Documentation, language: str) -> str:
    return documentation.thai if language == "th" and documentation.thai else documentation.summary


def _weight(documentation: Documentation, language: str) -> str:
    words = _SEVERITY[documentation.severity][0 if language == "th" else 1]
    if documentation.guards_records:
        words += " (ปิดไม่ได้)" if language == "th" else " (fixed)"
    return words


def _section(documentation: Documentation, language: str) -> str:
    labels = ("ผ่าน", "ไม่ผ่าน") if language == "th" else ("Passes", "Fails")
    parts = [
        f"## {documentation.rule}",
        "",
        f"*{_weight(documentation, language)}*",
        "",
        _summary(documentation, language),
    ]
    if language != "th" and documentation.why:
        reason = documentation.why
        parts += ["", reason[0].upper() + reason[1:]]
    for label, example in zip(labels, (documentation.passes, documentation.fails), strict=True):
        parts += ["", f"**{label}**{': ' + example.sentence if example.sentence else ''}"]
        for name, body in example.parts.items():
            parts += ["", f"{name}:", "", "````markdown", body, "````"]
    return "\n".join([*parts, ""])
