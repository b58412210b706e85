"""Places where the page shows something else than the source seems to mean.

Each has a rule of its own with its own advice. What follows from it, a list item that is "missing" because it became
running text, is no second defect, so the rules about structure leave such sections alone.
"""

from __future__ import annotations

from promulgate.model import BlockKind, Text
from promulgate.rules import list_by_accident, list_glued, list_indent, table_cells, table_unread
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at, source_of


@once_per_text
def misread_sections(text: Text) -> frozenset[str]:
    """Ids of the sections in which something is read otherwise than it was meant."""
    lines = [
        *list_glued.places(text),
        *list_indent.places(text),
        *list_by_accident.places(text),
        *table_cells.places(text),
        *table_unread.places(text),
        *(block.line for section in text.sections for block in section.blocks if block.kind is BlockKind.HEADING),
    ]
    return frozenset(section_at(text, line).id for line in lines)


def is_unreadable(text: Text) -> bool:
    """Whether the order of sections itself is in doubt: nothing sensible can be said by comparing such a text."""
    return bool(source_of(text).unclosed)
