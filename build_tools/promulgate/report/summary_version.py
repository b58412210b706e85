"""One version in the summary of a check: its dates, what readers will see, its sections, its redlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from promulgate.dates import format_date
from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, SUMMARY
from promulgate.overview import SectionOverview, SectionState, VersionOverview
from promulgate.redline.markdown import legend, redline_markdown
from promulgate.redline.markdown_words import escaped, safe_start
from promulgate.rules.wording import language_name
from promulgate.settings import Settings

_STATES = {
    SectionState.SAME: Bilingual("ไม่มีการเปลี่ยนแปลง", "No change"),
    SectionState.CHANGED_IN_ALL: Bilingual("แก้ไขทุกภาษา", "Changed in every language"),
    SectionState.CHANGED_IN_SOME: Bilingual("แก้ไขเฉพาะ", "Changed in"),
    SectionState.NEW: Bilingual("หัวข้อใหม่", "New"),
    SectionState.GONE: Bilingual("ตัดออก", "Removed"),
}
_NAMES = {
    SUMMARY: Bilingual("สรุปการเปลี่ยนแปลง", "Summary of changes"),
    PREAMBLE: Bilingual("ชื่อนโยบายและส่วนนำ", "Title and introduction"),
}


def version_parts(version: VersionOverview, settings: Settings, now: datetime) -> Iterator[str]:
    """The parts of the summary that speak of one version, as Markdown."""
    titles = " · ".join(escaped(text.title) for text in version.texts.values())
    yield f"## {titles}: ฉบับ {version.version} · version {version.version}"
    if not version.fixed:
        yield _dates(version, settings, now)
    yield "### สิ่งที่ผู้อ่านจะเห็น · What readers will see"
    seen = _seen(version, settings, now)
    yield f"{escaped(seen.th)}<br>\n{escaped(seen.en)}"
    for language, text in version.texts.items():
        words = text.metadata.summary
        if words and not version.fixed:
            yield f"> {_language(language)}: {safe_start(escaped(words))}"
    yield "### หัวข้อ · Sections"
    yield _sections(version)
    yield f"### สิ่งที่เปลี่ยนแปลง · What changes{_against(version)}"
    yield from _redlines(version)


def _dates(version: VersionOverview, settings: Settings, now: datetime) -> str:
    data = version.first.metadata
    zone = settings.time_zone
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    announced = (
        f"เมื่อรวมการแก้ไขนี้ หากเป็นวันนี้: {format_date(midnight, 'th', zone)} · "
        f"when this is merged, if today: {format_date(midnight, 'en', zone)}"
    )
    effective = " · ".join(format_date(version.effective, language, zone) for language in ("th", "en"))
    needed = (
        f"ต้องมีอย่างน้อย {version.needed_days} วัน · {version.needed_days} needed"
        if version.needed_days
        else "ไม่บังคับ · none needed"
    )
    kind = "แก้ไขในสาระสำคัญ · material change" if data.material else "แก้ไขที่ไม่กระทบสาระสำคัญ · not material"
    rows = [
        ("ประกาศ · Announced", announced),
        ("มีผลใช้บังคับ · Effective", effective),
        ("แจ้งล่วงหน้า · Notice", f"{version.notice_days} วัน · days ({needed})"),
        ("ลักษณะ · Kind", kind),
    ]
    if data.withdrawn:
        rows = [("ประกาศการยกเลิก · Withdrawn", announced), ("เดิมจะมีผลใช้บังคับ · Would have taken effect", effective)]
    cells = (f'<tr><th align="left">{name}</th><td>{words}</td></tr>' for name, words in rows)
    return "\n".join(("<table>", *cells, "</table>"))


def _seen(version: VersionOverview, settings: Settings, now: datetime) -> Bilingual:
    data, zone = version.first.metadata, settings.time_zone
    if version.fixed:
        return Bilingual(
            f"ไม่มีอะไรเปลี่ยนแปลง ผู้อ่านยังเห็นฉบับ {version.version} ตามข้อความที่เผยแพร่ไว้ เพราะฉบับนี้แก้ไขไม่ได้แล้ว",
            f"Nothing new: readers go on seeing version {version.version} as it was published, "
            "since it can't be changed any more",
        )
    day = Bilingual(format_date(version.effective, "th", zone), format_date(version.effective, "en", zone))
    name, current = version.version, version.in_force
    until = (
        Bilingual(f"จนถึงวันนั้นยังใช้ฉบับ {current}", f"until then version {current} binds")
        if current
        else Bilingual("ก่อนหน้านั้นยังไม่มีฉบับใดใช้บังคับ", "before that no version binds")
    )
    if data.withdrawn:
        reasons = {language: text.metadata.withdrawn for language, text in version.texts.items()}
        why = Bilingual(reasons.get("th", data.withdrawn), reasons.get("en", data.withdrawn))
        return Bilingual(
            f"ฉบับ {name} แสดงว่ายกเลิกก่อนมีผลใช้บังคับ พร้อมเหตุผล “{why.th}” และฉบับ {current or '–'} ใช้ต่อไป",
            f"Version {name} is shown as withdrawn before it took effect, with the reason “{why.en}”; "
            f"version {current or '–'} stays in force",
        )
    if version.effective > now:
        end = Bilingual(" และนโยบายสิ้นสุดลงในวันนั้น", ", and the policy ends that day") if data.ends else Bilingual("", "")
        return Bilingual(
            f"ตั้งแต่เผยแพร่: ฉบับ {name} แสดงว่าจะมีผลใช้บังคับในวันที่ {day.th}{end.th} ({until.th})",
            f"From publication on: version {name} is shown as taking effect on {day.en}{end.en} ({until.en})",
        )
    if data.imported:
        return Bilingual(
            f"ฉบับ {name} แสดงในประวัติตั้งแต่วันที่ {day.th} ว่านำเข้าระบบย้อนหลัง",
            f"Version {name} is shown in the history from {day.en} on, as brought in later",
        )
    return Bilingual(
        f"ทันทีที่เผยแพร่: ฉบับ {name} เป็นฉบับที่ใช้บังคับ" + (f" แทนฉบับ {current}" if current else ""),
        f"As soon as it is published: version {name} is the one in force"
        + (f", in place of {current}" if current else ""),
    )


def _sections(version: VersionOverview) -> str:
    """Every section with its state; those in which nothing changed are folded."""
    changed = [section for section in version.sections if section.state is not SectionState.SAME]
    same = [section for section in version.sections if section.state is SectionState.SAME]
    parts = [_section_table(version, changed)] if changed else []
    if same:
        label = f"ไม่มีการเปลี่ยนแปลง {len(same)} หัวข้อ · No change in {len(same)} sections"
        parts += [f"<details>\n<summary>{label}</summary>", _section_table(version, same), "</details>"]
    return "\n\n".join(parts)


def _section_table(version: VersionOverview, sections: Sequence[SectionOverview]) -> str:
    heads = " | ".join(_language(language) for language in version.texts)
    rows = [
        f"| {' | '.join(_cell(section, language) for language in version.texts)} | {_state(version, section)} |"
        for section in sections
    ]
    return "\n".join([f"| {heads} | สถานะ · State |", "|---" * (len(version.texts) + 1) + "|", *rows])


def _cell(section: SectionOverview, language: str) -> str:
    if section.id in _NAMES:
        return _NAMES[section.id].in_language(language)
    return safe_start(escaped(section.titles[language])) or "–"


def _state(version: VersionOverview, section: SectionOverview) -> str:
    if section.id == SUMMARY and not version.amends:
        return _summary_state(version)
    words = _STATES[section.state]
    if section.state is SectionState.CHANGED_IN_SOME:
        names = [language_name(language) for language in section.changed]
        thai, english = ", ".join(name.th for name in names), ", ".join(name.en for name in names)
        return f"**{words.th}{thai} · {words.en} {english} only**"
    return f"{words.th} · {words.en}"


def _summary_state(version: VersionOverview) -> str:
    """Every version has a summary of its own, so what counts is whether it is written."""
    missing = [language_name(language) for language, text in version.texts.items() if not text.metadata.summary]
    if not missing:
        return "เขียนแล้วทุกภาษา · Written in every language"
    thai, english = ", ".join(name.th for name in missing), ", ".join(name.en for name in missing)
    return f"**ยังไม่ได้เขียน{thai} · Not written yet in {english}**"


def _against(version: VersionOverview) -> str:
    if not version.against:
        return " (ฉบับแรก · first version)"
    if version.fixed:
        return f" (เทียบกับฉบับ {version.against} ที่เผยแพร่แล้ว · against {version.against} as published)"
    if version.amends:
        return f" (เทียบกับฉบับ {version.against} ที่ประกาศไว้ · against {version.against} as announced)"
    return f" (เทียบกับฉบับ {version.against} · against {version.against})"


def _redlines(version: VersionOverview) -> Iterator[str]:
    for language, redline in version.redlines.items():
        yield "\n\n".join(
            (
                f"<details open>\n<summary><b>{_language(language)}</b></summary>",
                legend(language),
                redline_markdown(redline, language, level=4).rstrip("\n"),
                "</details>",
            )
        )


def _language(language: str) -> str:
    name = language_name(language)
    return escaped(name.th if name.th == name.en else f"{name.th} · {name.en}")
