"""How findings speak: languages, sections and blocks by names a lawyer knows, Thai first."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, Block, BlockKind, Container, Section, Text

THE_SUMMARY = Bilingual("สรุปการเปลี่ยนแปลง", "the summary of changes")
_EXCERPT = 48
_LANGUAGES = {"th": Bilingual("ภาษาไทย", "Thai"), "en": Bilingual("ภาษาอังกฤษ", "English")}
_KINDS = {
    BlockKind.PARAGRAPH: Bilingual("ย่อหน้า", "paragraph"),
    BlockKind.LIST_ITEM: Bilingual("ข้อย่อย", "list item"),
    BlockKind.TABLE_CELL: Bilingual("แถวของตาราง", "table row"),
    BlockKind.FOOTNOTE: Bilingual("เชิงอรรถ", "footnote"),
    BlockKind.TERM: Bilingual("คำที่นิยาม", "defined term"),
    BlockKind.DEFINITION: Bilingual("บทนิยาม", "definition"),
    BlockKind.CODE: Bilingual("ข้อความแบบโค้ด", "code block"),
    BlockKind.HEADING: Bilingual("หัวข้อ", "heading"),
}


@functools.cache
def language_name(code: str) -> Bilingual:
    """The language called `code`: “ภาษาไทย”, “Thai”; the code itself where no name is known."""
    if code in _LANGUAGES:
        return _LANGUAGES[code]
    from babel import Locale

    base = re.split("[-_]", code)[0]
    thai, english = (Locale(reader).languages.get(base, code) for reader in ("th", "en"))
    return Bilingual(f"ภาษา{thai}", english)


def section_title(section: Section) -> Bilingual:
    """A section by its title; the text before the first heading by what it is."""
    if section.id == PREAMBLE:
        return Bilingual("ข้อความก่อนหัวข้อแรก", "the text before the first heading")
    return Bilingual(f"หัวข้อ “{section.title}”", f"“{section.title}”")


def title_of_pair(first_text: Text, first: Section, second_text: Text, second: Section) -> Bilingual:
    """One section in two languages: its Thai title in Thai messages, its English title in English ones."""
    sections = ((first_text, first), (second_text, second))
    by_language = {re.split("[-_]", text.language)[0]: section for text, section in sections}
    return Bilingual(
        section_title(by_language.get("th", first)).th,
        section_title(by_language.get("en", first)).en,
    )


def title_for_readers(texts: Mapping[str, Text], text: Text, section: Section) -> Bilingual:
    """A section of `text` by its title in each reader's language, as far as another of `texts` has the section."""
    for other in texts.values():
        there = other.section(section.id)
        if other is not text and there is not None:
            return title_of_pair(text, section, other, there)
    return section_title(section)


def excerpt(words: str) -> str:
    """The first words, in quotation marks, cut where the eye expects it."""
    short = words.strip()
    if len(short) > _EXCERPT:
        short = short[:_EXCERPT]
        space = short.rfind(" ", _EXCERPT // 2)
        short = (short[:space] if space > 0 else short.rstrip("เแโใไ")) + "…"
    return f"“{short}”"


def excerpt_of(block: Block) -> str:
    """The first words of a block; a picture by its alternative text or source."""
    if not block.text and block.images:
        return excerpt(block.images[0].alternative or block.images[0].source)
    return excerpt(block.text.replace("\n", " "))


def kind_of(block: Block) -> Bilingual:
    """What a block is called, in Thai and in English."""
    if block.kind is BlockKind.PARAGRAPH:
        if block.images and not block.text:
            return Bilingual("รูปภาพ", "image")
        if Container.QUOTE in block.containers:
            return Bilingual("ข้อความอ้าง", "quoted paragraph")
        if block.containers and block.containers[-1] is not Container.FOOTNOTES:
            return Bilingual("ย่อหน้าในข้อย่อย", "paragraph of a list item")
    if block.kind is BlockKind.LIST_ITEM and lists_around(block) > 1:
        return Bilingual("ข้อย่อยชั้นใน", "nested list item")
    return _KINDS[block.kind]


def lists_around(block: Block) -> int:
    """In how many lists, one within the other, a block stands."""
    return sum(container in (Container.BULLETED_LIST, Container.NUMBERED_LIST) for container in block.containers)
