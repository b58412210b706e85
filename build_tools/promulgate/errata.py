"""Corrections of what was said about a version: `changelog/<policy>/errata.yml`, to which entries are only ever added.

A summary or a record that is wrong stays as it is, because it was published; the correction stands beside it.

    format: 1
    errata:
      - version: "2.0"
        date: 2026-11-22
        th: สรุปของฉบับ 2.0 ระบุวันที่ผิด ที่ถูกคือ 1 มิถุนายน พ.ศ. 2565
        en: The summary of version 2.0 gave the wrong day; it is 1 June 2022.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from promulgate import strict_yaml
from promulgate.dates import format_date, parse_local_time
from promulgate.errors import Bilingual, Problem, SourceError
from promulgate.invisible import hidden_in
from promulgate.records import RECORDS

ERRATA_FILE = "errata.yml"
"""In the folder of a policy's records."""
FORMAT = 1
RULE = "errata"
MAXIMUM_SENTENCE = 4000


@dataclass(frozen=True, slots=True)
class Erratum:
    """One correction: the version it speaks of, the day it was made, and its words by language."""

    version: str
    day: date
    words: Mapping[str, str]

    def published(self) -> dict[str, object]:
        """The correction as the JSON of the site has it."""
        return {"version": self.version, "date": self.day.isoformat(), "words": dict(self.words)}


def errata_path(policy: str) -> str:
    """Where the corrections of a policy stand in the repository."""
    return f"{RECORDS}/{policy}/{ERRATA_FILE}"


def read_errata(path: str, source: bytes | None) -> tuple[Erratum, ...]:
    """The corrections in the order they were added; none without a file. Raises SourceError at a mistake."""
    return () if source is None else tuple(erratum for _, erratum in _entries(path, source))


def errata_problems(
    path: str, head: bytes | None, base: bytes | None, versions: Sequence[str], languages: Sequence[str]
) -> tuple[Problem, ...]:
    """What keeps the corrections of a policy from being published: mistakes, and any change of what is on the base."""
    try:
        before = read_errata(path, base)
    except SourceError:
        before = ()  # what can't be read on the base may be mended
    try:
        entries = tuple(_entries(path, head)) if head is not None else ()
    except SourceError as error:
        return error.problems
    found = list(_changed(before, entries))
    for line, erratum in entries:
        if erratum.version not in versions:
            th, en = f"ไม่มีฉบับ {erratum.version}", f"There is no version {erratum.version}"
            found.append(_problem(line, th, en))
        missing = [language for language in languages if not erratum.words.get(language)]
        if missing:
            th = f"คำแก้ไขนี้ยังไม่มีภาษา {', '.join(missing)}"
            found.append(_problem(line, th, f"The correction is missing in: {', '.join(missing)}"))
    return tuple(found)


def _changed(before: tuple[Erratum, ...], entries: tuple[tuple[int, Erratum], ...]) -> Iterator[Problem]:
    for number, erratum in enumerate(before):
        if number >= len(entries) or entries[number][1] != erratum:
            line = entries[number][0] if number < len(entries) else 1
            day = datetime.combine(erratum.day, time(), _ANY_ZONE)
            th, en = (format_date(day, language, _ANY_ZONE) for language in ("th", "en"))
            yield _problem(
                line,
                f"คำแก้ไขของฉบับ {erratum.version} เมื่อวันที่ {th} เผยแพร่แล้ว จึงแก้ ลบ หรือสลับลำดับไม่ได้",
                f"The correction of version {erratum.version}, made on {en}, was published: "
                "it can't be changed, deleted or moved",
                _PUT_BACK,
            )
            return


def _entries(path: str, source: bytes) -> Iterator[tuple[int, Erratum]]:
    try:
        root = strict_yaml.load(source.decode("utf-8"))
    except strict_yaml.StrictYamlError as error:
        raise SourceError(path, (_problem(error.line, "อ่านบรรทัดนี้ไม่ได้", "This line can't be read"),)) from error
    except UnicodeDecodeError as error:
        raise SourceError(path, (_problem(1, "ไฟล์ไม่ได้บันทึกเป็น UTF-8", "The file is not saved as UTF-8"),)) from error
    entries = root.value if root is not None and isinstance(root.value, dict) else {}
    listed = entries["errata"].value if "errata" in entries else None
    if set(entries) != {"format", "errata"} or entries["format"].value != str(FORMAT) or not isinstance(listed, list):
        raise SourceError(
            path,
            (
                _problem(
                    1, f"ไฟล์นี้ไม่ใช่รายการคำแก้ไขรูปแบบ {FORMAT}", f"The file is no list of corrections of format {FORMAT}"
                ),
            ),
        )
    for node in listed:
        yield node.line, _erratum(path, node)


def _erratum(path: str, node: strict_yaml.Node) -> Erratum:
    mapping = node.value if isinstance(node.value, dict) else {}
    words = {key: item.value.strip() for key, item in mapping.items() if isinstance(item.value, str)}
    try:
        version, day = words.pop("version"), parse_local_time(words.pop("date"))
    except (KeyError, ValueError) as error:
        problem = _problem(node.line, "ต้องมี version และ date (ปี ค.ศ.)", "It needs version and date, like 2026-11-22")
        raise SourceError(path, (problem,)) from error
    plain = len(words) == len(mapping) - 2 and not any(item.comment for item in mapping.values())
    if not plain or day.clock is not None or max(map(len, words.values()), default=0) > MAXIMUM_SENTENCE:
        raise SourceError(
            path,
            (_problem(node.line, "คำแก้ไขต้องเป็นข้อความธรรมดา", "A correction is plain words, one entry a language"),),
        )
    hidden = hidden_in("".join(words.values()))
    if hidden:
        th, en = f"มีอักขระที่มองไม่เห็น ({hidden})", f"An invisible character stands here ({hidden})"
        raise SourceError(path, (_problem(node.line, th, en),))
    return Erratum(version, day.day, words)


_ANY_ZONE = ZoneInfo("UTC")
_PUT_BACK = Bilingual(
    "คืนรายการเดิม แล้วเพิ่มรายการใหม่ต่อท้ายไฟล์", "Put the old entries back as they were and add a new one at the end."
)
_MEND = Bilingual(
    "แต่ละรายการมี version: date: (ปี ค.ศ.-เดือน-วัน) และข้อความธรรมดาของทุกภาษา ภาษาละหนึ่งบรรทัด",
    "Each entry has version:, date: (like 2026-11-22) and plain words in every language, one line each.",
)


def _problem(line: int, th: str, en: str, hint: Bilingual = _MEND) -> Problem:
    return Problem(RULE, line, 1, Bilingual(th, en), hint)
