"""Recorded versions and working texts of a small policy, as a tree has them; without git or files."""

from __future__ import annotations

from promulgate.model import Text
from promulgate.recording import files_of, prepare_record
from promulgate.records import RecordFolder
from promulgate.settings import Settings
from tests.support import source, text

SETTINGS = Settings()
BODIES = {
    "th": "# นโยบาย\n\n## ก {#a}\n\nเก็บข้อมูล 30 วัน\n\n## ข {#b}\n\nใช้คุกกี้\n",
    "en": "# Policy\n\n## A {#a}\n\nWe keep data for 30 days.\n\n## B {#b}\n\nWe use cookies.\n",
}
CHANGED = {language: body.replace("30", "60") for language, body in BODIES.items()}

Bodies = dict[str, str]


def texts(version: str, effective: str, *more: str, bodies: Bodies | None = None) -> dict[str, Text]:
    """The texts of a version."""
    words = bodies or BODIES
    return {each: text(each, words[each], *more, version=version, effective=effective) for each in ("th", "en")}


def folder(
    version: str, effective: str, *more: str, bodies: Bodies | None = None, before: tuple[RecordFolder, ...] = ()
) -> RecordFolder:
    """The record of a version, made after those before it."""
    return prepare_record(texts(version, effective, *more, bodies=bodies), before, (), SETTINGS)


def files(*folders: RecordFolder) -> dict[str, bytes]:
    """The files of records, by path."""
    return {path: words for one in folders for path, words in files_of(one).items()}


def working(version: str, effective: str, policy: str = "privacy", bodies: Bodies | None = None) -> dict[str, bytes]:
    """Working texts of a version, by path."""
    return {
        f"policies/{language}/{policy}.md": source(language, version, effective, body=body).encode()
        for language, body in (bodies or BODIES).items()
    }


FIRST = folder("1.0", "2019-09-30")
SECOND = folder("2.0", "2027-06-01", bodies=CHANGED, before=(FIRST,))
