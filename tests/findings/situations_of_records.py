"""Situations about published versions and about time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from promulgate.tree import Tree
from tests.findings.trees import (
    EN,
    IN_FORCE,
    RECORDS,
    TH,
    UPCOMING,
    Situation,
    changed,
    edited,
    published,
    recorded_working,
    without,
    working,
)

TEXT, DATA = f"{RECORDS}/1.0/th.md", f"{RECORDS}/1.0/record.yml"


def of_records() -> Iterator[Situation]:
    """Records that are missing, damaged, or touched."""
    base, both = published(IN_FORCE), published(IN_FORCE, UPCOMING)
    yield from _missing(base, both)
    yield from _damaged(base)
    yield from _fixed(base, both)
    yield from _out_of_order(base, both)


def _missing(base: Tree, both: Tree) -> Iterator[Situation]:
    rule = "record-missing"
    yield Situation(rule, "ฉบับใหม่ · A new version", changed(base, {**working(*UPCOMING)}), base)
    again = edited(edited(both, TH, "ใช้คุกกี้", "ย่อมใช้คุกกี้"), EN, "uses cookies", "does use cookies")
    yield Situation(rule, "แก้ไขหลังจากบันทึก · Edited after it was recorded", again, base)
    gone = changed(both, {f"{RECORDS}/2.0/changes.th.md": None})
    yield Situation(rule, "รายการเปลี่ยนแปลงหายไป · The changelog is gone", gone, base)
    data = f"{RECORDS}/2.0/record.yml"
    beside = changed(edited(both, data, "th: unchanged", "th: changed"), {**working("3.0", "2027-06-01")})
    yield Situation(rule, "ฉบับอื่นที่มาพร้อมกัน · Another version that comes with it", recorded_working(beside), base)


def _damaged(base: Tree) -> Iterator[Situation]:
    rule = "record-damaged"
    broken = changed(base, {DATA: b"format: 1\npolicy: [\n"})
    yield Situation(rule, "ข้อมูลของฉบับอ่านไม่ได้ · The data of a version can't be read", broken, base)
    names = ("record.yml", "th.md", "en.md")
    moved = changed(base, {f"{RECORDS}/1.1/{name}": base.files[f"{RECORDS}/1.0/{name}"] for name in names})
    yield Situation(rule, "โฟลเดอร์ของฉบับอื่น · The folder of another version", moved, base)
    yield Situation(rule, "ข้อมูลของฉบับหายไป · The data of a version is gone", changed(base, {DATA: None}), base)
    yield Situation(rule, "ข้อความของฉบับหายไป · The text of a version is gone", changed(base, {TEXT: None}), base)
    altered = edited(base, TEXT, "30 วัน", "60 วัน")
    yield Situation(rule, "ข้อความของฉบับถูกแก้ไข · The text of a version was edited", altered, base)


def _fixed(base: Tree, both: Tree) -> Iterator[Situation]:
    rule = "record-fixed"
    edit = ("30 วัน", "60 วัน")
    yield Situation(rule, "แก้ข้อความที่ใช้บังคับอยู่ · A text in force was edited", edited(base, TH, *edit), base)
    shorter = edited(base, EN, "The website uses cookies.\n", "")
    yield Situation(rule, "ตัดท้ายข้อความที่ใช้บังคับอยู่ · The end of a text in force was cut", shorter, base)
    late = datetime.fromisoformat("2026-12-31T12:00:00+07:00")
    title = "ฉบับที่จะมีผลในอีกไม่ถึง 24 ชั่วโมง · A version that takes effect within 24 hours"
    yield Situation(rule, title, edited(both, TH, *edit), both, late)
    called_off = published(IN_FORCE, (*UPCOMING, "withdrawn: เลื่อนออกไป"))
    yield Situation(rule, "ฉบับที่ยกเลิกแล้ว · A withdrawn version", edited(called_off, TH, *edit), called_off)
    deleted = without(both, f"{RECORDS}/1.0/")
    yield Situation(rule, "ลบฉบับที่ใช้บังคับอยู่ · A version in force was deleted", deleted, both)
    redated = edited(both, DATA, "2026-01-01", "2025-01-01")
    yield Situation(rule, "เปลี่ยนวันที่ของฉบับที่ใช้บังคับอยู่ · A version in force was dated anew", redated, both)


def _out_of_order(base: Tree, both: Tree) -> Iterator[Situation]:
    removed = changed(without(both, f"{RECORDS}/2.0/"), {**working(*IN_FORCE)})
    yield Situation("record-removed", "ลบฉบับที่ประกาศแล้ว · An announced version was deleted", removed, both)

    between = recorded_working(changed(both, {**working("1.1", "2026-12-01")}))
    title = "ฉบับที่แทรกก่อนฉบับที่ประกาศแล้ว · A version before an announced one"
    yield Situation("record-previous", title, between, both)
    announced = published(UPCOMING)
    first = recorded_working(changed(announced, {**working("1.0", "2026-12-01")}))
    title = "ฉบับที่แทรกก่อนฉบับแรก · A version before the first one"
    yield Situation("record-previous", title, first, announced)

    early = changed(both, {**working("3.0", "2026-12-01")})
    title = "ฉบับใหม่มีผลก่อนฉบับเดิม · A new version that binds before the old one"
    yield Situation("version-order", title, early, both)
    third = recorded_working(changed(both, {**working("3.0", "2026-12-15")}))
    behind = changed(third, {**working("1.0.1", "2026-12-10")})
    title = "ฉบับที่บันทึกไว้มีผลผิดลำดับ · A recorded version out of order"
    yield Situation("version-order", title, behind, both)

    title = "ไฟล์ของนโยบายที่เผยแพร่แล้วหายไป · A file of a published policy is gone"
    yield Situation("text-removed", title, changed(base, {EN: None}), base)


def of_time() -> Iterator[Situation]:
    """Versions that bind too early, or say of themselves what is not so."""
    base, both = published(IN_FORCE), published(IN_FORCE, UPCOMING)

    def new(rule: str, title: str, effective: str, *more: str, before: Tree = base) -> Situation:
        return Situation(rule, title, changed(before, {**working("2.0", effective, *more)}), before)

    def material(title: str, effective: str) -> Situation:
        given = new("notice", title, effective)
        head = given.head
        for path in (TH, EN):
            head = edited(head, path, "material: false", "material: true")
        return Situation(given.rule, title, head, base)

    yield new("backdating", "มีผลย้อนหลัง · Binding from a day that has passed", "2026-10-01")
    yield new("backdating", "มีผลย้อนหลังเพียงไม่กี่ชั่วโมง · Binding from this morning", "2026-11-01T09:00")
    title = "ย้ายวันที่ของฉบับที่ประกาศแล้วไปเป็นวันที่ผ่านมา · An announced version moved into the past"
    yield new("backdating", title, "2026-10-01", before=both)
    yield material("แจ้งล่วงหน้าไม่ครบ · Notice that is too short", "2026-11-15")
    yield material("แจ้งล่วงหน้าเพียงวันเดียว · Notice of one day", "2026-11-03")
    yield material("ไม่มีการแจ้งล่วงหน้า · No notice", "2026-11-02")
    imported = "imported: นำเข้าระบบย้อนหลัง"
    yield new("imported", "ฉบับใหม่ที่อ้างว่านำเข้าย้อนหลัง · A new version said to be an old one", "2027-01-01", imported)
    title = "ยกเลิกฉบับที่ไม่เคยประกาศ · Withdrawing what was never announced"
    yield new("withdrawn", title, "2027-01-01", "withdrawn: เลื่อนออกไป")
