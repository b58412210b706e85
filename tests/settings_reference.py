"""The reference of settings and of the lines at the top of a policy, made from the schemas editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

_WORDS = {
    "th": (
        "ค่าตั้ง",
        "หน้านี้สร้างจากสคีมา ห้ามแก้ด้วยมือ",
        "ค่าตั้งของเว็บไซต์ (`mkdocs.yml` ใต้ `plugins: - promulgate:`)",
        "ส่วนบนของไฟล์นโยบาย",
        "| รายการ | ความหมาย |",
    ),
    "en": (
        "Settings",
        "This page is made from the schemas; do not edit it.",
        "Settings of the site (`mkdocs.yml`, under `plugins: - promulgate:`)",
        "The lines at the top of a policy",
        "| Entry | Meaning |",
    ),
}


def settings_page(language: str) -> str:
    """The page in Thai or English, as Markdown."""
    title, note, settings, top, head = _WORDS[language]
    options = _schema("settings")["$defs"]["settings"]["properties"]
    entries = _schema("front-matter")["properties"]
    lines = [f"# {title}", "", note, "", f"## {settings}", "", head, "|---|---|", *_rows(options, language)]
    lines += ["", f"## {top}", "", head, "|---|---|", *_rows(entries, language)]
    return "\n".join(lines) + "\n"


def _schema(name: str) -> Any:
    return json.loads((files("promulgate") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def _rows(entries: Mapping[str, Any], language: str) -> Iterator[str]:
    for name, entry in entries.items():
        thai, _, english = entry["description"].partition(" · ")
        yield f"| `{name}` | {thai if language == 'th' else english} |"
