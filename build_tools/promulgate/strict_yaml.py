"""YAML as plain as it looks: every scalar is the text that was written, and nothing clever is allowed.

Aliases, anchors, tags, duplicate keys and deep nesting are refused, so a settings file can't run anything and a
version `2.10` stays `2.10`. Every mapping remembers the line of its keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

MAXIMUM_BYTES = 64 * 1024
MAXIMUM_DEPTH = 16


class StrictYamlError(Exception):
    """The document is not plain YAML: what is wrong, at a 1-based line and column."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the 1-based line it starts on: a string, a list of nodes or a mapping of nodes."""

    value: str | list[Node] | dict[str, Node]
    line: int

    def plain(self) -> Any:
        """The value without lines: strings, lists and dictionaries of strings."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


def load(source: str) -> Node | None:
    """Read one document; None if it is empty. Raises StrictYamlError."""
    if len(source.encode("utf-8", "surrogatepass")) > MAXIMUM_BYTES:
        raise StrictYamlError(f"longer than {MAXIMUM_BYTES // 1024} KiB")
    try:
        _refuse_what_is_not_plain(source)
        node = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise StrictYamlError(error.problem or "not readable", line, column) from error
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 1
        raise StrictYamlError(f"the character U+{ord(source[error.position]):04X} is not allowed", line) from error
    return None if node is None else _convert(node)


def _refuse_what_is_not_plain(source: str) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        if isinstance(event, yaml.AliasEvent):
            raise StrictYamlError("an alias (*) is not allowed", line, column)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise StrictYamlError("an anchor (&) is not allowed", line, column)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise StrictYamlError(f"a tag ({event.tag}) is not allowed", line, column)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise StrictYamlError(f"nested more than {MAXIMUM_DEPTH} deep", line, column)


def _convert(node: yaml.Node) -> Node:
    line = _line(node)
    if isinstance(node, yaml.ScalarNode):
        return Node(str(node.value), line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item) for item in node.value], line)
    if not isinstance(node, yaml.MappingNode):  # pragma: no cover - YAML has no fourth kind
        raise TypeError(node)
    entries: dict[str, Node] = {}
    for key_node, value_node in node.value:
        key_line = _line(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            raise StrictYamlError("a key must be a word", key_line)
        if key_node.value in entries:
            raise StrictYamlError(f"the key {key_node.value!r} stands here twice", key_line)
        entries[key_node.value] = Node(_convert(value_node).value, key_line)
    return Node(entries, line)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark is not None else 1
