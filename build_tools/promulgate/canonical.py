"""What a text says, apart from how it was typed: the canonical form, and the fingerprint of a section.

Cosmetic edits (white space, wrapping, line ends, bold and italics, the style of quotation marks, the two spellings of
SARA AM, zero-width characters) leave the canonical form as it is. Digits, list markers, negation and link targets
change it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from promulgate.model import PREAMBLE, SUMMARY, Block, Section, Text

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_THAI_SPACE = re.compile("(?<=[\u0e00-\u0e7f]) | (?=[\u0e00-\u0e7f])")
_TONE = "[\u0e48-\u0e4b]"
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


def spelling(words: str) -> str:
    """Words as they look, whatever characters spell them: NFC, SARA AM composed, no invisible characters."""
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    folded = re.sub(f"\u0e4d({_TONE}?)\u0e32", "\\1\u0e33", folded)
    return re.sub(f"({_TONE})\u0e4d\u0e32", "\\1\u0e33", folded)


def normalise(words: str) -> str:
    """Words in one spelling, for comparing only: as `spelling`, and straight quotes, single ordinary spaces."""
    return re.sub(r"\s+", " ", spelling(words).translate(_QUOTES)).strip()


def _unspaced(words: str) -> str:
    """Normal words without the spaces beside Thai letters: a line wrapped there shows a space and says nothing new."""
    return _THAI_SPACE.sub("", normalise(words))


def canonical_block(block: Block) -> str:
    """One line that says all a reader gets from a block: what it is, where it stands, its number, words and targets."""
    place = ">".join(block.containers)
    targets = " ".join([*(link.target for link in block.links), *(image.source for image in block.images)])
    notes = " ".join(block.footnotes)
    return "\t".join((block.kind, place, block.marker, f"{block.row}", _unspaced(block.text), targets, notes))


def canonical_section(section: Section) -> str:
    """The canonical form of a section: its heading, then its blocks."""
    heading = f"{section.level}\t{_unspaced(section.title)}"
    return "\n".join((heading, *(canonical_block(block) for block in section.blocks)))


def section_forms(text: Text) -> dict[str, str]:
    """The canonical form of every section of a text by id, the title with the preamble, and the summary."""
    forms = {section.id: canonical_section(section) for section in text.sections}
    forms[PREAMBLE] = f"{_unspaced(text.title)}\n{forms[PREAMBLE]}"
    forms[SUMMARY] = _unspaced(text.metadata.summary)
    return forms


def fingerprint(language: str, form: str) -> str:
    """Short name of a canonical form: `th-3f2a9c1e`. The language in front keeps YAML from reading it as a number."""
    return f"{language}-{hashlib.sha256(form.encode()).hexdigest()[:8]}"
