"""A redline as JSON, for programs. Its schema is `schemas/redline.schema.json`; `format` names the version of it."""

from __future__ import annotations

import json
from typing import Any

from promulgate.model import Block
from promulgate.redline.model import (
    BlockChange,
    Change,
    LinkChange,
    Piece,
    PieceKind,
    Redline,
    RowChange,
    SectionChange,
)

FORMAT = 1


def redline_json(redline: Redline) -> str:
    """The redline as JSON text: the same bytes for the same redline. Ends with a line feed."""
    return json.dumps(redline_data(redline), ensure_ascii=False, indent=2) + "\n"


def redline_data(redline: Redline) -> dict[str, Any]:
    """The redline as plain values. Whatever is empty is left out, but for the lists a reader of it walks along."""
    return {
        "format": FORMAT,
        "policy": redline.policy,
        "language": redline.language,
        "old_version": redline.old_version,
        "new_version": redline.new_version,
        "first": redline.first,
        "sections": [_section(section) for section in redline.sections],
    }


def _section(section: SectionChange) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": section.id,
        "kinds": [kind.value for kind in section.kinds],
        "title": [_piece(piece) for piece in section.title],
    }
    if section.old is not None:
        data["old"] = {"level": section.old.level, "position": section.old_position}
    if section.new is not None:
        data["new"] = {"level": section.new.level}
    if section.old_parent or section.new_parent:
        data["parents"] = {"old": section.old_parent, "new": section.new_parent}
    if section.renumbered:
        data["renumbered"] = [
            {"anchor": item.anchor, "old": list(item.old), "new": list(item.new)} for item in section.renumbered
        ]
    data["changes"] = [_change(change) for change in section.changes]
    return data


def _change(change: Change) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": change.kind.value}
    if isinstance(change, RowChange):
        data["cells"] = [_block_change(cell) for cell in change.cells]
    else:
        data = _block_change(change)
    if change.other_section:
        data["other"] = {"section": change.other_section, "anchor": change.other_anchor}
    return data


def _block_change(change: BlockChange) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": change.kind.value}
    if change.old:
        data["old"] = [_block(block) for block in change.old]
    if change.new:
        data["new"] = [_block(block) for block in change.new]
    data["pieces"] = [_piece(piece) for piece in change.pieces]
    if change.links:
        data["links"] = [_link(link) for link in change.links]
    if change.too_different:
        data["too_different"] = True
    return data


def _block(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": block.kind.value, "anchor": block.anchor, "line": block.line}
    if block.containers:
        data["containers"] = [container.value for container in block.containers]
    if block.marker:
        data["marker"] = block.marker
    return data


def _piece(piece: Piece) -> list[str]:
    """A piece as `[kind, words]`; of a respelled one `[kind, new words, old words]`."""
    return [piece.kind.value, piece.text, *([piece.before] if piece.kind is PieceKind.RESPELLED else [])]


def _link(link: LinkChange) -> dict[str, Any]:
    ends = {"old": link.old, "new": link.new}
    return {key: {"words": end.words, "target": end.target} for key, end in ends.items() if end is not None}
