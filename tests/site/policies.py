"""A repository with several policies and every kind of version, for the tests of the site."""

from __future__ import annotations

from tests.support import Repository, source

NOTICE = {"th": "เว็บไซต์ทดสอบ", "en": "A site for tests"}
SETTINGS = f"""\
site_name: Policies
site_url: https://policies.example/law/
docs_dir: docs
theme:
  name: material
  font: false
plugins:
  - promulgate:
      languages: [th, en]
      prevailing: th
      time_zone: Asia/Bangkok
      notice_days: 0
      site_name:
        th: ศูนย์รวมนโยบาย
        en: Policy centre
      site_notice:
        th: {NOTICE["th"]}
        en: {NOTICE["en"]}
"""

PAGES = (
    "",
    *(
        f"{language}/{rest}"
        for language in ("th", "en")
        for rest in (
            "",
            "privacy/",
            "privacy/1.0/",
            "privacy/2.0/",
            "privacy/2.0.1/",
            "privacy/2.1/",
            "privacy/2.1/changes/",
            "privacy/compare/1.0/2.1/",
            "privacy/history/",
            "history/",
            "search/",
            "verify/",
        )
    ),
    "th-en/privacy/",
    "th-en/privacy/2.1/changes/",
    "404.html",
    "en/guide/",
)
"""Every kind of page of the site that `fill` makes."""

_PRIVACY = {
    "th": """\
# นโยบายความเป็นส่วนตัว

บริษัทคุ้มครองข้อมูลส่วนบุคคลของท่าน อ่าน[นโยบายคุกกี้](cookies.md#kinds) และ [English](../en/privacy.md)

## การเก็บข้อมูล {#collection}

บริษัทเก็บข้อมูลไว้ DAYS วัน[^note]

1. ชื่อ

    - ชื่อเล่น
    - ชื่อเดิม

2. ที่อยู่

### ตาราง {#periods}

| ข้อมูล | ระยะเวลา | ฐาน | หมายเหตุ |
|---|--:|---|---|
| ชื่อ | 30 วัน | สัญญา | ไม่มี |

## สิทธิ {#rights}

ท่านมีสิทธิขอเข้าถึงข้อมูลส่วนบุคคล ดู[การเก็บข้อมูล](#collection)

[^note]: นับแต่วันที่ได้รับ
""",
    "en": """\
# Privacy policy

The company protects your personal data. Read the [cookie policy](cookies.md#kinds) and [ไทย](../th/privacy.md)

## Collection {#collection}

The company keeps data for DAYS days.[^note]

1. name

    - nickname
    - former name

2. address

### Table {#periods}

| data | period | basis | remark |
|---|--:|---|---|
| name | 30 days | contract | none |

## Rights {#rights}

You have the right to access personal data, see [collection](#collection).

[^note]: Counted from the day of receipt.
""",
}
LONG_SENTENCE = (
    *("เพื่อ", "ให้", "ความยินยอม", "ของ", "ท่าน", "เป็น", "ไป", "โดย", "อิสระ "),
    *("บริษัท", "ขอ", "ความยินยอม", "แยก", "จาก", "เรื่อง", "อื่น", "และ", "ท่าน", "ถอน", "ความยินยอม"),
    *("ได้", "ทุกเมื่อ ", "ตาม", "วิธี", "ที่", "ระบุ", "ไว้", "ท้ายสุด"),
)
"""A sentence too long to be shown whole in a list of search results, word by word."""
_COOKIES = {
    "th": f"""\
# นโยบายคุกกี้

คุกกี้คือข้อมูล [นโยบายความเป็นส่วนตัว](privacy.md)

## ชนิด {{#kinds}}

คุกกี้ COUNT ชนิด ได้แก่คุกกี้ที่จำเป็น {"".join(LONG_SENTENCE)}
""",
    "en": """\
# Cookie policy

Cookies are data. [Privacy policy](privacy.md).

## Kinds {#kinds}

COUNT kinds, the necessary cookies. So that your consent is free, the company asks for it apart from other matters, and
you may withdraw it at any time in the way stated at the very end.
""",
}
IMPORTED = {"th": "imported: นำเข้าระบบย้อนหลัง", "en": "imported: Brought in later."}
WITHDRAWN = {"th": "withdrawn: ไม่จำเป็นแล้ว", "en": "withdrawn: No longer needed."}


def fill(repository: Repository) -> Repository:
    """Privacy 1.0 superseded, 2.0 in force, 2.0.1 withdrawn, 2.1 upcoming; cookies 1.0 superseded, 2.0 in force."""
    repository.write("mkdocs.yml", SETTINGS)
    repository.write("docs/th/guide.md", "# คู่มือ\n\n## สำหรับผู้อ่าน\n\nวิธีอ่าน\n")
    repository.write("docs/en/only-here.md", "---\ntitle: Only here\n---\n\nIn English only.\n")
    _privacy(repository, "1.0", "2019-09-30", "30", IMPORTED)
    _cookies(repository, "1.0", "2022-06-01", "2", IMPORTED)
    _privacy(repository, "2.0", "2022-06-01", "60", IMPORTED)
    _cookies(repository, "2.0", "2024-01-01", "3", IMPORTED)
    _privacy(repository, "2.0.1", "2089-01-01", "70", {})
    _privacy(repository, "2.0.1", "2089-01-01", "70", WITHDRAWN)
    _privacy(repository, "2.1", "2090-01-01", "90", {})
    return repository


def _privacy(repository: Repository, version: str, effective: str, days: str, more: dict[str, str]) -> None:
    _version(repository, "privacy", _PRIVACY, "DAYS", version, effective, days, more)


def _cookies(repository: Repository, version: str, effective: str, count: str, more: dict[str, str]) -> None:
    _version(repository, "cookies", _COOKIES, "COUNT", version, effective, count, more)


def _version(  # noqa: PLR0917 - one value per part of a version
    repository: Repository,
    policy: str,
    bodies: dict[str, str],
    blank: str,
    version: str,
    effective: str,
    number: str,
    more: dict[str, str],
) -> None:
    for language, body in bodies.items():
        lines = [more[language]] if more else []
        words = source(language, version, effective, *lines, body=body.replace(blank, number))
        repository.write(f"policies/{language}/{policy}.md", words)
    repository.record_and_commit(f"{policy} {version}")
