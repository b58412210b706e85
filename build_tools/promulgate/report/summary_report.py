"""The whole of a check on one page, for people who have nothing but the pull request: Markdown in Thai and English.

The platform takes at most 1 MiB for the summary of a step and drops a longer one whole
(https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits), so what does
not fit is left out part by part, and each gap says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding
from promulgate.overview import VersionOverview
from promulgate.redline.markdown_words import escaped, safe_start
from promulgate.report.drafts import Weight, of_weight
from promulgate.report.github_report import COULD_NOT_RUN
from promulgate.report.links import NO_LINKS, Links
from promulgate.report.summary_findings import findings_table
from promulgate.report.summary_version import version_parts
from promulgate.report.text_report import verdict
from promulgate.settings import Settings

LIMIT = 1024 * 1024
"""Bytes the platform takes."""
_CUT = (
    "> **ส่วนนี้ยาวเกินกว่าจะแสดงในหน้านี้** ดูฉบับเต็มในไฟล์ที่แนบกับผลการตรวจ (Artifacts)\n"
    "> **This part is too long for this page.** It is complete in the files attached to this check (Artifacts)."
)


def render(
    judgement: Judgement,
    versions: Sequence[VersionOverview],
    files: Mapping[str, bytes],
    *,
    settings: Settings,
    now: datetime,
    links: Links = NO_LINKS,
    limit: int = LIMIT,
) -> str:
    """The summary: verdict, findings, and for each version of `versions` its dates, sections and what changes.

    `files` are those of the tree that was judged, by path; `now` is the instant it was judged at.
    """
    return fitted(_parts(judgement, versions, files, settings=settings, now=now, links=links, room=limit // 2), limit)


def render_failure(words: str) -> str:
    """The page of a check that could not run: the sentence that says why."""
    return f"# {COULD_NOT_RUN}\n\n{safe_start(escaped(words))}\n"


def _parts(
    judgement: Judgement,
    versions: Sequence[VersionOverview],
    files: Mapping[str, bytes],
    *,
    settings: Settings,
    now: datetime,
    links: Links,
    room: int,
) -> Iterator[str]:
    told = verdict(judgement)
    yield f"# {_heading(judgement)}"
    yield f"{told.th}<br>\n{told.en}"
    if versions or not judgement.passed:
        step = _next_step(judgement, links)
        yield f"**ขั้นต่อไป · Next**<br>\n{step.th}<br>\n{step.en}"
    for weight in (Weight.ERROR, Weight.UNFINISHED, Weight.WARNING):
        findings = of_weight(judgement, weight)
        if findings:
            yield f"## {_heading_of(weight)}"
            yield findings_table(findings, files, links, room)
    for path in judgement.unread:
        yield _unread(path)
    waiting = of_weight(judgement, Weight.WAITING)
    if waiting:
        yield f"## {_heading_of(Weight.WAITING)}"
        yield from _waiting(waiting)
    if not versions and judgement.passed:  # else a text may have changed that could not be read
        yield "ไม่มีการแก้ไขข้อความของนโยบาย<br>\nNo policy text changes."
    for version in versions:
        yield from version_parts(version, settings, now)


def _next_step(judgement: Judgement, links: Links) -> Bilingual:
    """What legal does now, in the browser."""
    if judgement.passed:
        return Bilingual(
            "หากคำขอนี้ยังเป็นฉบับร่าง ให้กด **Ready for review** แล้วรอผู้ตรวจทานอนุมัติ เมื่ออนุมัติแล้วจึงกด **Merge**",
            "Press **Ready for review** if this is still a draft, and wait for approval; then press **Merge**.",
        )
    if any(of_weight(judgement, weight) for weight in (Weight.ERROR, Weight.UNFINISHED)):
        where = Bilingual("กด “แก้ไข” ในตารางเพื่อเปิดไฟล์ ", "Press “edit” in the table to open the file, ")
        start = where if links.edit else Bilingual("", "")
        english = f"{start.en}do what “How to fix” says, and press **Commit changes** (to this branch). "
        return Bilingual(
            f"{start.th}ทำตามช่อง “วิธีแก้ไข” แล้วกด **Commit changes** (ลงในสาขานี้) ระบบจะตรวจใหม่ให้เองภายในไม่กี่นาที",
            f"{english[0].upper()}{english[1:]}It is checked again by itself within minutes.",
        )
    if judgement.outside:
        return Bilingual(
            "ผู้เสนอไม่ต้องทำอะไรอีก ผู้ดูแลเป็นผู้นำคำขอนี้เข้ามา ตามวิธีด้านล่าง",
            "Nothing more to do for whoever proposed this: a maintainer takes it over, as said below.",
        )
    return Bilingual(
        "ไม่ต้องทำอะไร รอสักครู่ ระบบกำลังบันทึกฉบับ แล้วจะตรวจใหม่ให้เอง",
        "Nothing: the version is being recorded, and is then checked again by itself.",
    )


def _waiting(findings: Sequence[Finding]) -> Iterator[str]:
    """Nothing here is for legal to mend, so each is a sentence, not a row; each advice stands there once."""
    for finding in findings:
        yield f"{_plain(finding.message.th)}<br>\n{_plain(finding.message.en)}"
    for hint in dict.fromkeys(finding.hint for finding in findings):
        thai, _, commands = hint.th.partition("\n")
        yield f"{_plain(thai)}<br>\n{_plain(hint.en.partition(chr(10))[0])}"
        if commands:
            yield f"```\n{commands}\n```"


def _plain(words: str) -> str:
    return safe_start(escaped(words))


def _unread(path: str) -> str:
    name = f"<code>{escape(path)}</code>"
    return (
        f"ระบบยังอ่านไฟล์ {name} ไม่ได้ จึงยังไม่ได้ตรวจส่วนที่เหลือของนโยบายนี้ และยังแสดงข้อแตกต่างไม่ได้ "
        "แก้ตามข้างต้นแล้วจะตรวจต่อให้เอง<br>\n"
        f"The file {name} can't be read yet, so the rest of this policy is neither checked nor compared: that follows "
        "once it is mended."
    )


def _heading(judgement: Judgement) -> str:
    if judgement.passed:
        return "ผ่านการตรวจ · Check passed"
    if of_weight(judgement, Weight.ERROR):
        return "ต้องแก้ไข · Must be fixed"
    if of_weight(judgement, Weight.UNFINISHED):
        return "ยังไม่ครบ · Not complete yet"
    if judgement.outside:
        return "ครบแล้ว รอผู้ดูแล · Complete, waiting for a maintainer"
    return "ครบแล้ว รอระบบบันทึก · Complete, waiting to be recorded"


def _heading_of(weight: Weight) -> str:
    words = {
        Weight.ERROR: Bilingual("สิ่งที่ต้องแก้ไข", "What must be fixed"),
        Weight.UNFINISHED: Bilingual("สิ่งที่ยังขาด", "What is still missing"),
        Weight.WAITING: Bilingual("รอบันทึก", "Waiting to be recorded"),
        Weight.WARNING: Bilingual("สิ่งที่ควรทบทวน", "What should be reviewed"),
    }[weight]
    return f"{words.th} · {words.en}"


def fitted(parts: Iterable[str], limit: int) -> str:
    """The parts, an empty line between them, in at most `limit` bytes; where parts had to be left out, one note."""
    note = len(_CUT.encode()) + 2
    written: list[str] = []
    size = 0
    for part in parts:
        length = len(part.encode()) + 2
        if size + length + note <= limit:
            written.append(part)
            size += length
        elif written[-1:] != [_CUT] and size + note <= limit:
            written.append(_CUT)
            size += note
    return "\n\n".join(written) + "\n"
