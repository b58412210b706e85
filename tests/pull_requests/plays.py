"""Legal's day, played: what was done in the browser, one file at a time, and what the pull request shows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.pull_requests.policy import ENGLISH, THAI, announce, company, prepare
from tests.pull_requests.view import PullRequest, View
from tests.support import Repository

PLAYS: dict[str, tuple[str, Callable[[Stage], View]]] = {}
"""By name: what is played, in words, and the play itself."""

Change = tuple[str, str]
THAI_SUMMARY: Change = ('summary: ""', "summary: ปรับถ้อยคำให้อ่านง่ายขึ้น ไม่กระทบต่อสิทธิของท่าน")
ENGLISH_SUMMARY: Change = ('summary: ""', "summary: The wording is easier to read; your rights stay as they are.")


THAI_PERIOD: Change = ('summary: ""', "summary: บริษัทดำเนินการตามคำขอของท่านภายใน 15 วัน จากเดิม 30 วัน")
ENGLISH_PERIOD: Change = ('summary: ""', "summary: The company acts on your requests within 15 days instead of 30.")


@dataclass(slots=True)
class Stage:
    """Where a play is played: the company's repository on main, and the folder the platform works in."""

    origin: Repository
    folder: Path
    pull: PullRequest | None = None

    def open(self, *, draft: bool = False, repository: str = "company/policies") -> PullRequest:
        """Open the pull request."""
        self.pull = PullRequest(self.origin, self.folder, draft=draft, repository=repository)
        return self.pull

    def revised(self, *, draft: bool = False, effective: str = "2027-01-01", source: str = "") -> PullRequest:
        """Open the pull request as the form does: the next version is prepared in both files."""
        pull = self.open(draft=draft)
        prepare(self.origin, effective=effective, source=source)
        pull.done.append("แบบฟอร์ม revise เตรียมฉบับใหม่ไว้แล้ว · The form “revise” has prepared a new version")
        return pull


def play(words: str) -> Callable[[Callable[[Stage], View]], Callable[[Stage], View]]:
    def remember(function: Callable[[Stage], View]) -> Callable[[Stage], View]:
        PLAYS[function.__name__] = (words, function)
        return function

    return remember


def perform(name: str, folder: Path) -> tuple[Stage, View]:
    """Play one in a fresh folder."""
    stage = Stage(company(Repository(folder / "origin")), folder / "platform")
    return stage, PLAYS[name][1](stage)


@play("แก้คำผิดในภาษาเดียว · Fix a typo in one language")
def typo(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(THAI, ("ดังต่อไปนี้เมื่อ", "ต่อไปนี้เมื่อ"), THAI_SUMMARY, said="ไฟล์ไทย: “ดังต่อไปนี้” เป็น “ต่อไปนี้” และเขียนสรุป")
    pull.save(ENGLISH, ENGLISH_SUMMARY, said="English file: only the summary")
    return pull.view()


@play("แก้ตัวเลขเฉพาะภาษาไทย · Change a number in Thai only")
def number_in_thai_only(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(THAI, ("ภายใน 30 วัน", "ภายใน 15 วัน"), THAI_PERIOD, said="ไฟล์ไทย: 30 วัน เป็น 15 วัน และเขียนสรุป")
    pull.save(ENGLISH, ENGLISH_PERIOD, said="English file: only the summary")
    return pull.view()


@play("แก้ตัวเลขทั้งสองภาษา · Change a number in both languages")
def number_in_both(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(THAI, ("ภายใน 30 วัน", "ภายใน 15 วัน"), THAI_PERIOD, said="ไฟล์ไทย: 30 วัน เป็น 15 วัน และเขียนสรุป")
    pull.save(
        ENGLISH,
        ("within 30 days", "within 15 days"),
        ENGLISH_PERIOD,
        said="English file: 30 days to 15 days, and the summary",
    )
    return pull.view()


@play("เพิ่มหัวข้อทั้งสองภาษา · Add a section in both languages")
def new_section(stage: Stage) -> View:
    pull = stage.revised()
    thai = "## ผู้เยาว์ {#minors}\n\nผู้มีอายุต่ำกว่า 20 ปีต้องได้รับความยินยอมจากผู้ปกครองก่อนสมัครใช้บริการ\n\n## คุกกี้ {#cookies}"
    consent = "Anyone under 20 must have a guardian's consent before signing up."
    english = f"## Minors {{#minors}}\n\n{consent}\n\n## Cookies {{#cookies}}"
    pull.save(
        THAI,
        ("## คุกกี้ {#cookies}", thai),
        ('summary: ""', "summary: เพิ่มหลักเกณฑ์สำหรับผู้มีอายุต่ำกว่า 20 ปี"),
        said="ไฟล์ไทย: เพิ่มหัวข้อ “ผู้เยาว์”",
    )
    pull.save(
        ENGLISH,
        ("## Cookies {#cookies}", english),
        ('summary: ""', "summary: Rules for people under 20 were added."),
        said="English file: the section “Minors”",
    )
    return pull.view()


@play("ลบย่อหน้าเฉพาะภาษาอังกฤษ · Delete a paragraph in English only")
def paragraph_deleted(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        ENGLISH,
        ("The company does not sell your data to anyone.\n\n", ""),
        ENGLISH_SUMMARY,
        said="English file: a paragraph deleted",
    )
    pull.save(THAI, THAI_SUMMARY, said="ไฟล์ไทย: เขียนสรุปอย่างเดียว")
    return pull.view()


@play("กำหนดวันล่วงหน้าด้วย revise แต่ยังไม่เขียนสรุป · Schedule a change with revise; the summaries are missing")
def summaries_missing(stage: Stage) -> View:
    pull = stage.open(draft=True)
    pull.origin.git("checkout", "--quiet", "main")
    form = pull.platform.run(
        *("revise.yml", "revise"),
        ref="main",
        event="workflow_dispatch",
        inputs={"policy": "privacy", "kind": "correction", "effective": "2027-02-01", "from": ""},
        environment={"GITHUB_REF_NAME": "main"},
        context={"github.ref_name": "main"},
    )
    assert form.passed, [step.output for step in form.steps]
    pull.done.append("แบบฟอร์ม revise วันที่ 2027-02-01 · The form “revise”, for 2027-02-01")
    pull.save(THAI, ("เท่าที่จำเป็นต่อการให้บริการ", "เฉพาะที่จำเป็นต่อการให้บริการ"), said="ไฟล์ไทย: แก้ประโยคเรื่องคุกกี้")
    return pull.view()


@play("ลืมว่าเป็นการแก้ไขในสาระสำคัญ · Forget that the change is material")
def material_forgotten(stage: Stage) -> View:
    pull = stage.revised(effective="2026-11-24")
    pull.save(THAI, ("| 90 วัน |", "| 2 ปี |"), THAI_SUMMARY, said="ไฟล์ไทย: 90 วัน เป็น 2 ปี")
    pull.save(ENGLISH, ("| 90 days |", "| 2 years |"), ENGLISH_SUMMARY, said="English file: 90 days to 2 years")
    return pull.view()


@play("แก้ไขเร่งด่วนขณะที่ประกาศฉบับ 2.1 ไว้แล้ว · An urgent change while 2.1 is announced")
def urgent_while_announced(stage: Stage) -> View:
    announce(stage.origin)
    pull = stage.revised(effective="2026-11-24", source="2.0")
    pull.save(THAI, ("privacy@company", "dpo@company"), THAI_SUMMARY, said="ไฟล์ไทย: ที่อยู่อีเมลใหม่ และเขียนสรุป")
    pull.save(
        ENGLISH, ("privacy@company", "dpo@company"), ENGLISH_SUMMARY, said="English file: the same, and the summary"
    )
    return pull.view()


@play("แก้ข้อความที่ใช้บังคับแล้ว · Edit a text in force")
def text_in_force(stage: Stage) -> View:
    pull = stage.open()
    pull.save(THAI, ("ภายใน 30 วัน", "ภายใน 15 วัน"), said="ไฟล์ไทย: 30 วัน เป็น 15 วัน โดยไม่ได้เตรียมฉบับใหม่")
    return pull.view()


@play("ยกเลิกฉบับที่ประกาศแล้ว · Withdraw an announced version")
def withdrawn(stage: Stage) -> View:
    announce(stage.origin)
    pull = stage.open()
    pull.save(THAI, ("\n---\n\n#", "\nwithdrawn: จะทบทวนกำหนดเวลาอีกครั้ง\n---\n\n#"), said="ไฟล์ไทย: เพิ่มบรรทัด withdrawn:")
    pull.save(
        ENGLISH,
        ("\n---\n\n#", "\nwithdrawn: The period will be considered again.\n---\n\n#"),
        said="English file: the line withdrawn:",
    )
    return pull.view()


@play("ยกเลิกนโยบาย · End a policy")
def ended(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        THAI,
        ("จำเป็นต่อการให้บริการ", "จำเป็นต่อการให้บริการ ตั้งแต่บัดนี้โปรดดูนโยบายของบริษัทแม่"),
        THAI_SUMMARY,
        ("\n---\n\n#", "\nends: true\n---\n\n#"),
        said="ไฟล์ไทย: บอกผู้อ่านว่าให้ดูที่ใด และเพิ่ม ends: true",
    )
    pull.save(
        ENGLISH,
        ("for the service.", "for the service. From now on see the policy of the parent company."),
        ENGLISH_SUMMARY,
        ("\n---\n\n#", "\nends: true\n---\n\n#"),
        said="English file: where to look from now on, and ends: true",
    )
    return pull.view()


@play("เขียนปี พ.ศ. ในวันที่มีผลใช้บังคับ · A Buddhist-era year as the day of effect")
def buddhist_year(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        THAI,
        ("effective: 2027-01-01", "effective: 2570-01-15"),
        ("นโยบายนี้", "นโยบายฉบับนี้"),
        THAI_SUMMARY,
        said="ไฟล์ไทย: เปลี่ยนวันที่เป็น 2570-01-15",
    )
    pull.save(
        ENGLISH,
        ("as this policy says", "as this policy states"),
        ENGLISH_SUMMARY,
        said="English file: one word, and the summary",
    )
    return pull.view()


@play("วางข้อความจาก Word · Paste from Word")
def pasted_from_word(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        THAI,
        (
            "ท่านมีสิทธิขอเข้าถึงและขอแก้ไขข้อมูลของท่าน",
            "ท่านมีสิทธิ\u200bขอเข้าถึง\u00a0และขอแก้ไข\u200bข้อมูลของท่าน\u00ad ตาม\u201cกฎหมาย\u201d นํามาใช้",
        ),
        THAI_SUMMARY,
        said="ไฟล์ไทย: วางประโยคจาก Word",
    )
    pull.save(
        ENGLISH,
        (
            "You have the right to access and to correct your data.",
            "You\u00a0have the right to access\u200b and to correct your data under the \u201claw\u201d.",
        ),
        ENGLISH_SUMMARY,
        said="English file: the sentence pasted from Word",
    )
    return pull.view()


@play("ตารางเสีย · Break a table")
def broken_table(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        THAI,
        ("| ข้อมูลบัญชีผู้ใช้ | 1 ปี |", "| ข้อมูลบัญชีผู้ใช้ 1 ปี |"),
        ("|---|---|\n", ""),
        THAI_SUMMARY,
        said="ไฟล์ไทย: เผลอลบเส้นแบ่งและบรรทัด |---| ของตาราง",
    )
    pull.save(ENGLISH, ENGLISH_SUMMARY, said="English file: only the summary")
    return pull.view()


@play("อัปโหลดไฟล์ Word · Upload a Word file")
def word_file(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(THAI, ("ประวัติการติดต่อ", "บันทึกการติดต่อ"), THAI_SUMMARY, said="ไฟล์ไทย: แก้ถ้อยคำ และเขียนสรุป")
    pull.save(
        ENGLISH,
        ("messages to us", "messages you sent us"),
        ENGLISH_SUMMARY,
        said="English file: the wording, and the summary",
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    pull.put("policies/th/privacy ฉบับแก้ไข.docx", file.getvalue(), said="อัปโหลด “privacy ฉบับแก้ไข.docx” ลงใน policies/th")
    return pull.view()


@play("เปลี่ยนชื่อไฟล์ · Rename a file")
def renamed(stage: Stage) -> View:
    pull = stage.open()
    pull.rename(
        THAI, "policies/th/privacy-notice.md", said="เปลี่ยนชื่อไฟล์ privacy.md เป็น privacy-notice.md (เฉพาะภาษาไทย)"
    )
    return pull.view()


@play("แก้ conflict ไม่หมด เครื่องหมายยังอยู่ · A conflict resolved wrongly: its markers are still there")
def markers_left(stage: Stage) -> View:
    pull = stage.revised()
    ours = "<<<<<<< revise-7\nเว็บไซต์ใช้คุกกี้เฉพาะที่จำเป็นต่อการให้บริการ\n=======\nเว็บไซต์ใช้คุกกี้เท่าที่จำเป็น\n>>>>>>> main"
    pull.save(
        THAI,
        ("เว็บไซต์ใช้คุกกี้เท่าที่จำเป็นต่อการให้บริการ", ours),
        THAI_SUMMARY,
        said="ไฟล์ไทย: เครื่องหมาย <<<<<<< ======= >>>>>>> ยังอยู่",
    )
    pull.save(ENGLISH, ENGLISH_SUMMARY, said="English file: only the summary")
    return pull.view()


@play("คำขอจากภายนอก · A pull request from outside")
def fork(stage: Stage) -> View:
    pull = stage.open(repository="someone/policies")
    prepare(stage.origin)
    pull.save(THAI, ("ประวัติการติดต่อ", "บันทึกการติดต่อ"), THAI_SUMMARY, said="ไฟล์ไทย: แก้ถ้อยคำ และเขียนสรุป")
    pull.save(
        ENGLISH,
        ("messages to us", "messages you sent us"),
        ENGLISH_SUMMARY,
        said="English file: the wording, and the summary",
    )
    return pull.view()


@play("แก้ไขจำนวนมาก · Many defects at once")
def many_defects(stage: Stage) -> View:
    pull = stage.revised()
    pull.save(
        THAI,
        THAI_SUMMARY,
        ("- ชื่อและนามสกุล\n", "- ชื่อและนามสกุล 5\n"),
        ("- ที่อยู่อีเมล\n", "- ที่อยู่อีเมล 6\n"),
        ("- หมายเลขโทรศัพท์\n", "- หมายเลขโทรศัพท์ 7\n"),
        ("| 1 ปี |", "| 3 ปี |"),
        ("| 90 วัน |", "| 91 วัน |"),
        ("ภายใน 30 วัน", "ภายใน 31 วัน"),
        ("privacy@company", "legal@company"),
        said="ไฟล์ไทย: แก้ตัวเลขเจ็ดแห่ง",
    )
    pull.save(ENGLISH, ENGLISH_SUMMARY, said="English file: only the summary")
    return pull.view()
