"""The lines between `---` at the top of a policy source: read strictly, every mistake named at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from promulgate import strict_yaml
from promulgate.dates import BUDDHIST_ERA_OFFSET, FIRST_BUDDHIST_YEAR, LocalTime, parse_local_time
from promulgate.errors import Bilingual, Problem, SourceError
from promulgate.invisible import is_hidden
from promulgate.model import Acknowledgement, Metadata, RuleException
from promulgate.strict_yaml import Node

VERSION_PATTERN = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})(?:\.(0|[1-9][0-9]{0,3}))?")
SECTION_ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FINGERPRINT_PATTERN = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*-[0-9a-f]{8}")
MAXIMUM_SENTENCE = 4000
_KEYS = (
    *("version", "effective", "material", "summary", "acknowledged", "exceptions"),
    *("imported", "urgent", "withdrawn", "ends"),
)
_RULE = "front-matter"
_PLACEHOLDER = Metadata("0.0", LocalTime(date(1970, 1, 1)), False, "")


def split(path: str, source: str) -> tuple[str, str, int]:
    """Divide a source with plain line ends into front matter, body, and the 1-based line the body starts on.

    Raises SourceError when the file does not start with a `---` line or the second one is missing.
    """
    lines = source.split("\n")
    if lines[0].rstrip() != "---":
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
        raise SourceError(path, _text_before_header(first) if "---" in lines[1:30] else _no_header(first))
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1
    raise SourceError(path, _UNCLOSED)


def parse(path: str, header: str) -> Metadata:
    """Read the front matter (without its `---` lines; its first line is line 2 of the file).

    Raises SourceError with every problem found.
    """
    try:
        root = strict_yaml.load(header)
    except strict_yaml.StrictYamlError as error:
        line = header.split("\n")[error.line - 1 : error.line]
        raise SourceError(path, (_unreadable(error.line + 1, error.column, str(error), *line),)) from error
    if root is None or not isinstance(root.value, dict):
        raise SourceError(path, (_unreadable(2, 1, _NO_ENTRIES),))
    reader = _Reader(root.value, header)
    metadata = reader.metadata()
    if reader.problems:
        raise SourceError(path, tuple(sorted(reader.problems, key=lambda problem: problem.line)))
    return metadata


class _Reader:
    """Reads the keys one by one and collects what is wrong with them."""

    def __init__(self, entries: dict[str, Node], header: str) -> None:
        self.entries = entries
        self.header = header
        self.problems: list[Problem] = []

    def metadata(self) -> Metadata:
        for key, node in self.entries.items():
            if key not in _KEYS:
                self.problem(
                    node,
                    f"ไม่รู้จักรายการ “{key}” ที่ส่วนบนของไฟล์",
                    f"“{key}” is not a known entry at the top of the file",
                    f"ลบบรรทัดนี้หรือแก้ชื่อรายการ ชื่อที่ใช้ได้: {', '.join(_KEYS)}",
                    f"Delete the line or mend its name. Known entries: {', '.join(_KEYS)}.",
                )
        return Metadata(
            version=self.version(),
            effective=self.effective(),
            material=self.boolean("material"),
            summary=self.sentence("summary"),
            acknowledged=tuple(self.acknowledgements()),
            exceptions=tuple(self.exceptions()),
            imported=self.reason("imported"),
            urgent=self.reason("urgent"),
            withdrawn=self.reason("withdrawn"),
            ends=self.boolean("ends"),
            lines={key: node.line + 1 for key, node in self.entries.items()},
        )

    def problem(self, node: Node | None, th: str, en: str, hint_th: str, hint_en: str) -> None:
        line = node.line + 1 if node else 1
        self.problems.append(Problem(_RULE, line, 1, Bilingual(th, en), Bilingual(hint_th, hint_en)))

    def version(self) -> str:
        node = self.entries.get("version")
        if node is not None and isinstance(node.value, str) and VERSION_PATTERN.fullmatch(node.value):
            return node.value
        self.problem(
            node,
            "ไม่มีเลขฉบับ" if node is None else "เลขฉบับไม่ถูกต้อง",
            "The version number is missing" if node is None else "The version number is not valid",
            'เขียนบรรทัด version: "2.1" ที่ส่วนบนของไฟล์',
            'Write a line like version: "2.1" at the top of the file.',
        )
        return _PLACEHOLDER.version

    def effective(self) -> LocalTime:
        node = self.entries.get("effective")
        reason = Bilingual("ไม่มีวันที่มีผลใช้บังคับ", "The day it takes effect is missing")
        written = ""
        if node is not None:
            written = node.value if isinstance(node.value, str) else ""
            try:
                return parse_local_time(written)
            except ValueError as error:
                reason = Bilingual(_day_is_wrong(written), f"The day it takes effect is not valid: {error}")
        meant = _day_of_the_common_era(written)
        hint = Bilingual(
            "เขียนบรรทัด effective: 2027-01-01 (ปี ค.ศ.-เดือน-วัน)",
            "Write a line like effective: 2027-01-01 (year of the common era, month, day).",
        )
        if meant:
            hint = Bilingual(
                f"เปลี่ยนบรรทัดนี้เป็นปี ค.ศ.\neffective: {meant}", f"Write the year of the common era:\neffective: {meant}"
            )
        self.problem(node, reason.th, reason.en, hint.th, hint.en)
        return _PLACEHOLDER.effective

    def boolean(self, key: str) -> bool:
        node = self.entries.get(key)
        if node is None or node.value == "false":
            return False
        if node.value != "true":
            self.problem(
                node,
                f"“{key}” ต้องเป็น true หรือ false",
                f"“{key}” must be true or false",
                f"เขียน {key}: true หรือ {key}: false",
                f"Write {key}: true or {key}: false.",
            )
        return node.value == "true"

    def sentence(self, key: str) -> str:
        node = self.entries.get(key)
        if node is None:
            return ""
        if isinstance(node.value, str) and len(node.value) <= MAXIMUM_SENTENCE:
            self.refuse_hidden_words(key, node)
            return " ".join(node.value.split())
        self.problem(
            node,
            f"“{key}” ต้องเป็นข้อความ ยาวไม่เกิน {MAXIMUM_SENTENCE} อักขระ",
            f"“{key}” must be plain words, at most {MAXIMUM_SENTENCE} characters",
            "เขียนเป็นข้อความธรรมดา",
            "Write it as plain words.",
        )
        return ""

    def refuse_hidden_words(self, key: str, node: Node) -> None:
        """Refuse what would publish other words than an editor shows: a comment, an escaped invisible character."""
        if node.comment:
            self.problem(
                node,
                f"ข้อความหลังเครื่องหมาย # ใน “{key}” จะหายไป",
                f"The words after # in “{key}” would vanish",
                f"เขียนข้อความในบรรทัดใหม่ใต้ {key}: >- โดยเยื้องสองช่อง หรือใส่เครื่องหมายคำพูด",
                f"Put the words on the next line under {key}: >- (indented by two spaces), or into quotation marks.",
            )
        hidden = [character for character in str(node.value) if is_hidden(character) and character not in self.header]
        if hidden:
            self.problem(
                node,
                f"“{key}” มีอักขระที่มองไม่เห็น (U+{ord(hidden[0]):04X}) เขียนด้วยเครื่องหมาย \\",
                f"“{key}” has an invisible character (U+{ord(hidden[0]):04X}), written with a \\",
                "ลบรหัสนี้แล้วพิมพ์เป็นข้อความธรรมดา",
                "Delete it and type plain words.",
            )

    def reason(self, key: str) -> str:
        words = self.sentence(key)
        node = self.entries.get(key)
        if node is not None and (not words or words in ("true", "false")):
            self.problem(
                node,
                f"“{key}” ต้องบอกเหตุผลให้ผู้อ่านทราบ",
                f"“{key}” must tell readers the reason in words",
                f"เขียนเหตุผลหลัง {key}: หรือลบบรรทัดนี้",
                f"Write the reason after {key}: or delete the line.",
            )
        return words

    def entries_of(self, key: str, wanted: tuple[str, ...]) -> Iterator[tuple[Node, dict[str, str], list[str]]]:
        """The well-formed entries of a list of mappings: the node, its words by key, and its `values` if it has any."""
        node = self.entries.get(key)
        if node is None:
            return
        for item in node.value if isinstance(node.value, list) else [node]:
            mapping = item.value if isinstance(item.value, dict) else {}
            words = {name: child.value for name, child in mapping.items() if isinstance(child.value, str)}
            lists = {name: child.value for name, child in mapping.items() if isinstance(child.value, list)}
            values = [str(value.value) for value in lists.pop("values", []) if isinstance(value.value, str)]
            wants_values = {"values"} if key == "exceptions" else set()
            if lists or set(words) != set(wanted) or set(mapping) - set(wanted) - wants_values:
                self.problem(
                    item,
                    f"รายการใน “{key}” ไม่ครบหรือมีส่วนที่ไม่รู้จัก",
                    f"An entry of “{key}” is incomplete or has parts that are not known",
                    f"แต่ละรายการต้องมี {', '.join(wanted)}",
                    f"Each entry has exactly: {', '.join(wanted)}.",
                )
                continue
            yield item, words, values

    def refuse_hidden_reason(self, entry: Node) -> None:
        """The same for the reason of an entry in a list."""
        if isinstance(entry.value, dict):
            self.refuse_hidden_words("reason", entry.value["reason"])

    def acknowledgements(self) -> Iterator[Acknowledgement]:
        for node, words, _ in self.entries_of("acknowledged", ("section", "changed", "reason")):
            self.refuse_hidden_reason(node)
            if FINGERPRINT_PATTERN.fullmatch(words["changed"]) and words["reason"].strip():
                yield Acknowledgement(words["section"], words["changed"], words["reason"].strip(), node.line + 1)
                continue
            self.problem(
                node,
                "การยืนยันว่าไม่ต้องแปลไม่ถูกต้อง",
                "This confirmation that no translation is needed is not valid",
                "คัดลอกบรรทัดจากข้อความที่ระบบตรวจพิมพ์ให้ และเขียนเหตุผล",
                "Paste the lines exactly as the check printed them, and give a reason.",
            )

    def exceptions(self) -> Iterator[RuleException]:
        for node, words, values in self.entries_of("exceptions", ("rule", "section", "reason")):
            self.refuse_hidden_reason(node)
            if words["reason"].strip():
                yield RuleException(
                    words["rule"], words["section"], tuple(values), words["reason"].strip(), node.line + 1
                )
                continue
            self.problem(
                node,
                "ข้อยกเว้นต้องบอกเหตุผล",
                "An exception must give its reason",
                "เขียนเหตุผลหลัง reason:",
                "Write the reason after reason:.",
            )


def _day_is_wrong(written: str) -> str:
    """In Thai: what is wrong with a day, naming the common-era year where a Buddhist-era one was written."""
    year = re.match("[0-9]{4}(?=-)", written)
    if year is not None and int(year[0]) >= FIRST_BUDDHIST_YEAR:
        return f"วันที่มีผลใช้บังคับเขียนเป็นปี พ.ศ. {year[0]} ต้องเขียนเป็นปี ค.ศ. {int(year[0]) - BUDDHIST_ERA_OFFSET}"
    return "วันที่มีผลใช้บังคับไม่ถูกต้อง (ต้องเป็นปี ค.ศ.-เดือน-วัน ที่มีจริงในปฏิทิน)"


def _day_of_the_common_era(written: str) -> str:
    """The day that was meant by one with a year of the Buddhist era; empty if it is none."""
    year = written[:4]
    if not (year.isascii() and year.isdigit()) or int(year) < FIRST_BUDDHIST_YEAR:
        return ""
    meant = f"{int(year) - BUDDHIST_ERA_OFFSET}{written[4:]}"
    try:
        parse_local_time(meant)
    except ValueError:
        return ""
    return meant


_NO_ENTRIES = "no entries"
_DETAILS = (
    ("mapping values are not allowed", Bilingual("มีเครื่องหมาย : อยู่ในข้อความ", "a colon stands in the words")),
    ("could not find expected ':'", Bilingual("ขาดเครื่องหมาย : หลังชื่อรายการ", "the colon after the name is missing")),
    ("found unexpected end of stream", Bilingual("ไม่มีเครื่องหมายคำพูดปิด", "a quotation mark is not closed")),
    ("found character '\\t'", Bilingual("มีแท็บ ให้ใช้เว้นวรรคแทน", "there is a tab; use spaces")),
    ("the key", Bilingual("มีรายการชื่อเดียวกันสองบรรทัด", "the same entry stands there twice")),
    (_NO_ENTRIES, Bilingual("ไม่มีบรรทัดในรูป “ชื่อ: ค่า”", "there are no lines “name: value”")),
    ("an anchor", _SIGN := Bilingual("ค่าขึ้นต้นด้วยเครื่องหมาย & * หรือ !", "a value starts with one of the signs & * !")),
    ("an alias", _SIGN),
    ("a tag", _SIGN),
)
"""What the YAML reader says, in words for people."""
_PLAIN_ENTRY = re.compile(r"([a-z_]+): +([^\s'\"|>&*!%@`\[{].*?)\s*")


def _unreadable(line: int, column: int, detail: str, written: str = "") -> Problem:
    known = next((words for start, words in _DETAILS if detail.startswith(start)), Bilingual("", ""))
    thai = f": {known.th}" if known.th else ""
    hint = Bilingual(
        "แก้บรรทัดนี้ให้อยู่ในรูป “ชื่อ: ค่า” หากค่ามีเครื่องหมาย : หรือขึ้นต้นด้วยเครื่องหมาย ให้ใส่เครื่องหมายคำพูด",
        "Mend the line to the form “name: value”; put the value in quotation marks if it contains a colon or "
        "starts with a sign.",
    )
    entry = _PLAIN_ENTRY.fullmatch(written)
    if entry and ":" in entry[2]:
        value = entry[2].replace("\\", "\\\\").replace('"', '\\"')
        hint = Bilingual(f'{hint.th}\n{entry[1]}: "{value}"', f'{hint.en}\n{entry[1]}: "{value}"')
    return Problem(
        _RULE,
        line,
        column,
        Bilingual(f"อ่านส่วนบนของไฟล์ไม่ได้{thai}", f"The lines at the top of the file can't be read: {known.en or detail}"),
        hint,
    )


def _header_problem(line: int, th: str, en: str) -> Problem:
    hint = Bilingual(
        'เริ่มไฟล์ด้วยบรรทัด --- ตามด้วย version: "1.0" และ effective: 2027-01-01 แล้วปิดด้วยบรรทัด ---',
        'Start the file with a line ---, then version: "1.0" and effective: 2027-01-01, then a closing line ---.',
    )
    return Problem(_RULE, line, 1, Bilingual(th, en), hint)


def _no_header(line: int) -> tuple[Problem, ...]:
    return (
        _header_problem(
            line,
            "ไฟล์นี้ไม่มีบรรทัดที่ส่วนบนซึ่งบอกเลขฉบับและวันที่มีผลใช้บังคับ",
            "This file has no lines at its top that give the version and the day it takes effect",
        ),
    )


def _text_before_header(line: int) -> tuple[Problem, ...]:
    return (
        _header_problem(
            line,
            "มีข้อความอยู่ก่อนส่วนบนของไฟล์ ข้อความนี้จะหายไปจากหน้าเว็บ",
            "Words stand before the first line ---: they would not be on the page",
        ),
    )


_UNCLOSED = (
    _header_problem(
        1,
        "ส่วนบนของไฟล์ไม่มีบรรทัดปิด ---",
        "The lines at the top of the file are not closed by a second --- line",
    ),
)
