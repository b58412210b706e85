"""The words of a pull request for a new version: what was prepared, and what is left for people to do."""

from __future__ import annotations

from collections.abc import Mapping

from promulgate.errors import Bilingual
from promulgate.model import Place
from promulgate.redline.markdown_words import escaped
from promulgate.report.links import Links
from promulgate.rules.wording import language_name

_MATERIAL = Bilingual("แก้ไขในสาระสำคัญ", "a material change")
_NOT_MATERIAL = Bilingual("แก้ไขที่ไม่กระทบสาระสำคัญ", "not a material change")


def letter(
    titles: Mapping[str, str], version: str, day: Bilingual, paths: Mapping[str, str], *, material: bool, links: Links
) -> str:
    """Title on the first line, then the body as Markdown.

    `titles` and `paths` of the files to edit are by language, `day` is the day it takes effect in words, `links` lead
    to the branch the new version is on.
    """
    names = " · ".join(titles.values())
    kind = _MATERIAL if material else _NOT_MATERIAL
    files = [_file(language, path, links) for language, path in paths.items()]
    return "\n".join(
        (
            f"{names}: ฉบับ {version} · version {version}",
            "",
            f"เตรียมฉบับ {version} ไว้ทุกภาษาแล้ว มีผลใช้บังคับวันที่ {day.th} ({kind.th})",
            "",
            "1. แก้ข้อความและเขียนสรุปการเปลี่ยนแปลง (บรรทัด `summary:`) ในทุกไฟล์: "
            f"{' · '.join(file.th for file in files)} "
            "บันทึกลงในสาขานี้ (Commit directly) ทีละไฟล์ได้ ระหว่างนี้ผลการตรวจจะขึ้นว่า “ยังไม่ครบ”",
            "2. ดูว่ายังขาดอะไรที่แท็บ **Checks** → **check** → **Summary**",
            "3. เมื่อครบแล้ว กด **Ready for review** แล้วรอผู้ตรวจทานอนุมัติ",
            "",
            f"Version {version} is prepared in every language. It takes effect on {day.en} ({kind.en}).",
            "",
            "1. Edit the words and write what changed (the line `summary:`) in every file: "
            f"{' · '.join(file.en for file in files)}. Commit directly to this branch, one file at a time; until "
            "all is done the check says “not complete yet”.",
            "2. What is still missing stands under **Checks** → **check** → **Summary**.",
            "3. When it is complete, press **Ready for review** and wait for approval.",
            "",
        )
    )


def _file(language: str, path: str, links: Links) -> Bilingual:
    editor = links.to_editor(Place(language, path, 1))
    name = language_name(language)
    if not editor:
        return Bilingual(f"`{path}`", f"`{path}`")
    return Bilingual(f"[{escaped(name.th)}]({editor})", f"[{escaped(name.en)}]({editor})")
