"""Where files may stand: what stands elsewhere would be read by nobody and published nowhere, unnoticed.

Links and submodules are refused because what they show is not what was committed; names that differ by case or by
Unicode spelling alone because some machines keep only one of the files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promulgate.errata import ERRATA_FILE
from promulgate.errors import Bilingual, ConfigurationError
from promulgate.front_matter import VERSION_PATTERN
from promulgate.records import RECORD_FILE, RECORDS, folder_of
from promulgate.settings import POLICY_ID_PATTERN, RESERVED_POLICY_IDS
from promulgate.tree import FILES, GLOSSARY, POLICIES, Irregular, Tree

_TEXT = re.compile(rf"{POLICIES}/([^/]+)/([^/]+)\.md")
_RECORD_FILE = re.compile(rf"{RECORDS}/([^/]+)/([^/]+)/([^/]+)")
_OFFICE_FILES = (".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf")
_ERRATA = re.compile(rf"{RECORDS}/([^/]+)/{re.escape(ERRATA_FILE)}")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A file that may not stand where it does: its path, why, and what to do."""

    path: str
    message: Bilingual
    hint: Bilingual


def misplaced(tree: Tree, languages: Sequence[str]) -> tuple[Misplaced, ...]:
    """Every file of `tree` that may not stand where it does, in order of path; `languages` are those of the site."""
    found = {path: _irregular(path, kind) for path, kind in tree.irregular.items()}
    for path in tree.files:
        problem = _misnamed(path) or _out_of_place(path, languages)
        if problem is not None:
            found[path] = problem
    for path, other in _colliding([*tree.files, *tree.irregular]):
        found[path] = _collision(path, other)
    return tuple(found[path] for path in sorted(found))


def unlisted(tree: Tree) -> tuple[Misplaced, ...]:
    """Files in the folders of readable records that those records do not name."""
    listed = {
        folder_of(policy, folder.record.version): folder.record.languages
        for policy, folders in tree.records()[0].items()
        for folder in folders
    }
    found = []
    for path in sorted(tree.files):
        folder, _, name = path.rpartition("/")
        language = name.removeprefix("changes.").removesuffix(".md")
        if folder in listed and name != RECORD_FILE and language not in listed[folder]:
            found.append(Misplaced(path, *_NOT_NAMED))
    return tuple(found)


def refuse_irregular(tree: Tree) -> None:
    """Raise ConfigurationError for the first link, submodule or special file: what it holds can't be shown."""
    for path, kind in tree.irregular.items():
        problem = _irregular(path, kind)
        raise ConfigurationError(f"{path}: {problem.message.th} / {problem.message.en}")


def _colliding(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of paths, the later one first, that differ by case or Unicode spelling alone; folders count as well."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        parts = path.split("/")
        for length in range(1, len(parts) + 1):
            name = "/".join(parts[:length])
            other = seen.setdefault(_folded(name), name)
            if other != name:
                yield path, other
                break


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _misnamed(path: str) -> Misplaced | None:
    if all(character.isprintable() and not 0xDC80 <= ord(character) <= 0xDCFF for character in path):
        return None
    return Misplaced(
        _printable(path),
        Bilingual("ชื่อไฟล์มีอักขระที่อ่านไม่ได้หรือมองไม่เห็น", "The file's name has characters that can't be read or seen"),
        Bilingual("เปลี่ยนชื่อไฟล์ให้ใช้เฉพาะ a–z ตัวเลข และ -", "Rename the file, using only a–z, digits and -."),
    )


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8").encode("unicode_escape").decode("ascii")


def _out_of_place(path: str, languages: Sequence[str]) -> Misplaced | None:
    if path in (*FILES, GLOSSARY):
        return None
    return _text_problem(path, languages) if path.startswith(f"{POLICIES}/") else _record_problem(path)


def _text_problem(path: str, languages: Sequence[str]) -> Misplaced | None:
    match = _TEXT.fullmatch(path)
    if path.lower().endswith(_OFFICE_FILES):
        return Misplaced(path, *_NO_PLAIN_TEXT)
    if match is None:
        return Misplaced(
            path,
            Bilingual(
                f"ไฟล์นี้อยู่ในโฟลเดอร์ {POLICIES} แต่ไม่ใช่ข้อความของนโยบาย จึงไม่มีผู้ใดได้อ่าน",
                f"This file is in the folder {POLICIES} but is no text of a policy: nobody would get to read it",
            ),
            Bilingual(
                f"ย้ายไฟล์ไปที่ {POLICIES}/<ภาษา>/<ชื่อนโยบาย>.md หรือย้ายออกจากโฟลเดอร์ {POLICIES}",
                f"Move it to {POLICIES}/<language>/<policy>.md, or out of the folder {POLICIES}.",
            ),
        )
    if match[1] not in languages:
        return Misplaced(
            path,
            Bilingual(
                f"เว็บไซต์ไม่มีภาษา “{match[1]}” ข้อความในไฟล์นี้จึงไม่ถูกเผยแพร่",
                f"The site has no language “{match[1]}”: the words of this file would not be published",
            ),
            Bilingual(
                f"ย้ายไฟล์ไปไว้ในโฟลเดอร์ของภาษา {', '.join(languages)} หรือเพิ่มภาษานี้ใน mkdocs.yml",
                f"Move it to the folder of {' or '.join(languages)}, or add the language to mkdocs.yml.",
            ),
        )
    if POLICY_ID_PATTERN.fullmatch(match[2]) is None or match[2] in RESERVED_POLICY_IDS:
        return Misplaced(
            path,
            Bilingual(
                f"ชื่อนโยบาย “{match[2]}” ใช้เป็นที่อยู่บนเว็บไม่ได้",
                f"“{match[2]}” can't be the name of a policy: it would be part of its address",
            ),
            Bilingual(
                "เปลี่ยนชื่อไฟล์ให้ใช้เฉพาะ a–z ตัวเลข และ - เช่น privacy.md "
                f"(ชื่อที่สงวนไว้: {', '.join(sorted(RESERVED_POLICY_IDS))})",
                "Rename the file, using only a–z, digits and -, like privacy.md "
                f"(not one of: {', '.join(sorted(RESERVED_POLICY_IDS))}).",
            ),
        )
    return None


def _record_problem(path: str) -> Misplaced | None:
    match = _RECORD_FILE.fullmatch(path)
    known = _ERRATA.fullmatch(path) is not None or (
        match is not None
        and POLICY_ID_PATTERN.fullmatch(match[1]) is not None
        and VERSION_PATTERN.fullmatch(match[2]) is not None
        and (match[3] == RECORD_FILE or match[3].endswith(".md"))
    )
    if known:
        return None
    return Misplaced(
        path,
        Bilingual(
            f"ไฟล์นี้ไม่ใช่ส่วนของฉบับใด แต่อยู่ในโฟลเดอร์ {RECORDS}",
            f"This file is part of no version, but stands in the folder {RECORDS}",
        ),
        Bilingual(f"ย้ายไฟล์ออกจากโฟลเดอร์ {RECORDS}", f"Move it out of the folder {RECORDS}."),
    )


def _irregular(path: str, kind: Irregular) -> Misplaced:
    what = {
        Irregular.LINK: Bilingual("เป็นลิงก์ไปยังไฟล์อื่น", "it is a link to another file"),
        Irregular.SUBMODULE: Bilingual("เป็นคลังเอกสารอีกแห่งหนึ่ง (submodule)", "it is another repository (a submodule)"),
        Irregular.SPECIAL: Bilingual("ไม่ใช่ไฟล์ธรรมดา", "it is not an ordinary file"),
    }[kind]
    return Misplaced(
        path,
        Bilingual(f"ใช้ไฟล์นี้ไม่ได้ เพราะ{what.th}", f"This file can't be used: {what.en}"),
        Bilingual("แทนที่ด้วยไฟล์ธรรมดา หรือลบออก", "Put an ordinary file in its place, or delete it."),
    )


def _collision(path: str, other: str) -> Misplaced:
    return Misplaced(
        path,
        Bilingual(
            f"ชื่อนี้ต่างจาก {other} เพียงตัวพิมพ์เล็กใหญ่หรือวิธีเข้ารหัส บางเครื่องจะเก็บได้เพียงไฟล์เดียว",
            f"This name differs from {other} only in case or in how its letters are encoded: "
            "some machines keep only one of the two",
        ),
        Bilingual("เปลี่ยนชื่อหรือลบไฟล์หนึ่งในสอง", "Rename or delete one of the two."),
    )


_NO_PLAIN_TEXT = (
    Bilingual(
        "ไฟล์ Word หรือ PDF เป็นข้อความของนโยบายไม่ได้ ข้อความในไฟล์นี้จะไม่ถูกตรวจและไม่ถูกเผยแพร่",
        "A file of a word processor or a PDF can't be the text of a policy: it is neither checked nor published",
    ),
    Bilingual(
        f"ลบไฟล์นี้ แล้ววางข้อความลงในไฟล์ .md ของนโยบาย ({POLICIES}/<ภาษา>/<ชื่อนโยบาย>.md) แบบไม่มีรูปแบบ (Ctrl+Shift+V)",
        f"Delete it, and paste its words into the policy's own file ({POLICIES}/<language>/<policy>.md) without their "
        "formatting (Ctrl+Shift+V).",
    ),
)
_NOT_NAMED = (
    Bilingual(
        "ไฟล์นี้อยู่ในโฟลเดอร์ของฉบับ แต่ไม่ใช่ส่วนของฉบับนั้น",
        "This file is in the folder of a version, but is no part of it",
    ),
    Bilingual("ลบไฟล์นี้", "Delete the file."),
)
