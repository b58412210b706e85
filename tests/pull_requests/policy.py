"""A small company's policies, for playing legal: one privacy policy with a list and a table, 2.0 in force."""

from __future__ import annotations

from tests.support import Repository

NOW = "2026-11-22T12:00"
"""A Sunday at noon in Bangkok: the day on which all is played."""
THAI, ENGLISH = "policies/th/privacy.md", "policies/en/privacy.md"
FILES = {"th": THAI, "en": ENGLISH}

_BODIES = {
    "th": """\
# นโยบายความเป็นส่วนตัว

บริษัท ตัวอย่าง จำกัด (“บริษัท”) คุ้มครองข้อมูลส่วนบุคคลของท่านตามนโยบายนี้

## การเก็บข้อมูล {#collection}

บริษัทเก็บข้อมูลดังต่อไปนี้เมื่อท่านสมัครใช้บริการ

- ชื่อและนามสกุล
- ที่อยู่อีเมล
- หมายเลขโทรศัพท์

บริษัทไม่ขายข้อมูลของท่านให้แก่ผู้ใด

## ระยะเวลาเก็บรักษา {#retention}

บริษัทเก็บรักษาข้อมูลไว้ตามระยะเวลาในตารางนี้

| ข้อมูล | ระยะเวลา |
|---|---|
| ข้อมูลบัญชีผู้ใช้ | 1 ปี |
| ประวัติการติดต่อ | 90 วัน |

## สิทธิของท่าน {#rights}

ท่านมีสิทธิขอเข้าถึงและขอแก้ไขข้อมูลของท่าน

บริษัทจะดำเนินการภายใน 30 วันนับแต่วันที่ได้รับคำขอ

## คุกกี้ {#cookies}

เว็บไซต์ใช้คุกกี้เท่าที่จำเป็นต่อการให้บริการ

## ติดต่อบริษัท {#contact}

ท่านติดต่อบริษัทได้ที่ privacy@company.example
""",
    "en": """\
# Privacy policy

Example Company Limited (“the company”) protects your personal data as this policy says.

## What we collect {#collection}

The company collects the following data when you sign up.

- first and last name
- e-mail address
- telephone number

The company does not sell your data to anyone.

## How long we keep it {#retention}

The company keeps data for the periods in this table.

| Data | Period |
|---|---|
| account data | 1 year |
| messages to us | 90 days |

## Your rights {#rights}

You have the right to access and to correct your data.

The company will act within 30 days of receiving the request.

## Cookies {#cookies}

The website uses only the cookies that are necessary for the service.

## Contact {#contact}

You can reach the company at privacy@company.example
""",
}
_SUMMARIES = {
    "th": "นโยบายฉบับแรกที่เผยแพร่ด้วยระบบนี้",
    "en": "The first version published with this system.",
}


def company(repository: Repository) -> Repository:
    """Version 2.0 in force since the start of the year, on main."""
    for language, path in FILES.items():
        top = [
            'version: "2.0"',
            "effective: 2026-01-01",
            "material: false",
            f"summary: {_SUMMARIES[language]}",
            f"imported: {'นำเข้าระบบย้อนหลัง' if language == 'th' else 'Brought in later.'}",
        ]
        repository.write(path, "\n".join(["---", *top, "---", "", _BODIES[language]]))
    assert repository.run("record", "--as-of", NOW).status == 0
    repository.commit("Version 2.0")
    return repository


def announce(repository: Repository) -> Repository:
    """Version 2.1 announced on main for 1 March 2027: requests are answered within 15 days."""
    prepare(repository, effective="2027-03-01")
    repository.replace(THAI, "ภายใน 30 วัน", "ภายใน 15 วัน")
    repository.replace(ENGLISH, "within 30 days", "within 15 days")
    repository.replace(THAI, 'summary: ""', "summary: บริษัทดำเนินการตามคำขอเร็วขึ้น ภายใน 15 วัน")
    repository.replace(ENGLISH, 'summary: ""', "summary: The company acts on requests sooner, within 15 days.")
    outcome = repository.run("record", "--as-of", NOW)
    assert outcome.status == 0, outcome.output
    repository.commit("Version 2.1")
    return repository


def prepare(repository: Repository, *, effective: str = "2027-01-01", material: bool = False, source: str = "") -> None:
    """What the form does: the next version in every language, in one commit."""
    options = ["--effective", effective, *(["--material"] if material else []), *(["--from", source] if source else [])]
    outcome = repository.run("revise", "privacy", "--as-of", NOW, *options)
    assert outcome.status == 0, outcome.errors
    repository.commit("Prepare")
