"""YAML as plain as it looks: every scalar is the text that was written, and nothing clever is allowed.

Aliases, anchors, tags, directives, merge keys, duplicate keys and deep nesting are refused, so a settings file can't
run anything and a version `2.10` stays `2.10`. A line ends where an editor shows its end: YAML's other line ends
(U+0085, U+2028, U+2029) could hide an entry on a line that shows another. Every mapping remembers the line of its keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import yaml

MAXIMUM_BYTES = 64 * 1024
MAXIMUM_DEPTH = 16
MAXIMUM_NODES = 10_000
_HIDDEN_LINE_END = re.compile("[\u0085\u2028\u2029]|\r(?!\n)")


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
    comment: bool = False
    """Whether a comment follows on the line an unquoted value ends on: `fee #1 of 2` is just `fee`."""

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
    hidden = _HIDDEN_LINE_END.search(source)
    if hidden is not None:
        line, column = _position(source, hidden.start())
        raise StrictYamlError(f"the line end U+{ord(hidden[0]):04X} is not allowed", line, column)
    try:
        node = _PlainLoader(source).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise StrictYamlError(error.problem or "not readable", line, column) from error
    except yaml.reader.ReaderError as error:
        line, column = _position(source, error.position)
        point = ord(source[error.position])
        raise StrictYamlError(f"the character U+{point:04X} is not allowed", line, column) from error
    except (ValueError, OverflowError) as error:  # an escape like "\\UFFFFFFFF", which is no character
        raise StrictYamlError("not readable: an escape (\\) names no character") from error
    return None if node is None else _convert(node, source)


def _position(source: str, index: int) -> tuple[int, int]:
    """The 1-based line and column of a character."""
    return source.count("\n", 0, index) + 1, index - source.rfind("\n", 0, index)


class _PlainLoader(yaml.BaseLoader):
    """Refuses, event by event, what is not plain, before anything is made of it."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._count = self._depth = 0

    def get_event(self) -> yaml.Event:
        """The next event. Raises StrictYamlError."""
        event: yaml.Event = super().get_event()  # type: ignore[no-untyped-call]
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        if isinstance(event, yaml.AliasEvent):
            raise StrictYamlError("an alias (*) is not allowed", line, column)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise StrictYamlError("an anchor (&) is not allowed", line, column)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise StrictYamlError(f"a tag ({event.tag}) is not allowed", line, column)
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            raise StrictYamlError("a directive (%) is not allowed", line, column)
        if self._count > MAXIMUM_NODES:
            raise StrictYamlError(f"more than {MAXIMUM_NODES} entries", line, column)
        self._count += 1
        self._depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if self._depth > MAXIMUM_DEPTH:
            raise StrictYamlError(f"nested more than {MAXIMUM_DEPTH} deep", line, column)
        return event


def _convert(node: yaml.Node, source: str) -> Node:
    line = _line(node)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, source)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item, source) for item in node.value], line)
    if not isinstance(node, yaml.MappingNode):  # pragma: no cover - YAML has no fourth kind
        raise TypeError(node)
    entries: dict[str, Node] = {}
    for key_node, value_node in node.value:
        key_line = _line(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            raise StrictYamlError("a key must be a word", key_line)
        if key_node.value == "<<":
            raise StrictYamlError("a merge key (<<) is not allowed", key_line)
        if key_node.value in entries:
            raise StrictYamlError(f"the key {key_node.value!r} stands here twice", key_line)
        entries[key_node.value] = replace(_convert(value_node, source), line=key_line)
    return Node(entries, line)


def _scalar(node: yaml.ScalarNode, source: str) -> Node:
    words, line = str(node.value), _line(node)
    if any(0xD800 <= ord(character) <= 0xDFFF for character in words):
        raise StrictYamlError("not readable: an escape (\\) names no character", line)
    rest = source[node.end_mark.index :].partition("\n")[0] if node.end_mark is not None else ""
    return Node(words, line, comment=not node.style and rest.lstrip().startswith("#"))


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark is not None else 1
