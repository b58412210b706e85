"""Texts that were read once and are not read again: as JSON in the cache, by their very bytes.

Reading a text is one parse for readers and one for its lines, and it takes longer than everything else about it.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from promulgate.cache import Cache
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.program import program_hash

Decoder = Callable[[Any], Any]


class KeptTexts:
    """Reads texts as `read_text` does. Those that come from the cache were judged before they were put there."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._fresh: dict[str, Text] = {}

    def read(self, policy: str, language: str, path: str, source: bytes) -> Text:
        """The text of these bytes. Raises SourceError."""
        key = _key(policy, language, path, source)
        kept = self._cache.read(key)
        if kept is not None:
            return decode(kept, source)
        text = read_text(policy, language, path, source)
        self._fresh[key] = text
        return text

    def fresh(self) -> tuple[Text, ...]:
        """The texts that were not in the cache and must be judged before they are kept."""
        return tuple(self._fresh.values())

    def keep(self) -> None:
        """Keep the fresh texts: they were judged."""
        for key, text in self._fresh.items():
            self._cache.write(key, encode(text))
        self._fresh.clear()


def _key(policy: str, language: str, path: str, source: bytes) -> str:
    return "\0".join(("text", program_hash(), policy, language, path, hashlib.sha256(source).hexdigest()))


def encode(text: Text) -> bytes:
    """A text without its source, as JSON: values in the order of the fields."""
    return json.dumps(_plain(dataclasses.replace(text, source=b"")), ensure_ascii=False, separators=(",", ":")).encode()


def decode(kept: bytes, source: bytes) -> Text:
    """The text `encode` was given, with its source."""
    text: Text = _decoder(Text)(json.loads(kept))
    return dataclasses.replace(text, source=source)


def _plain(value: object) -> object:  # noqa: PLR0911 - one kind of value a line
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _same(value: Any) -> Any:
    return value


@functools.cache
def _decoder(kind: Any) -> Decoder:
    if dataclasses.is_dataclass(kind):
        return _decoder_of_fields(kind)
    if get_origin(kind) is tuple:
        inner = _decoder(get_args(kind)[0])
        return tuple if inner is _same else lambda values: tuple(map(inner, values))
    if isinstance(kind, types.UnionType):
        wanted = _decoder(next(each for each in get_args(kind) if each is not type(None)))
        return lambda value: None if value is None else wanted(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    simple: dict[Any, Decoder] = {date: date.fromisoformat, time: time.fromisoformat, bytes: str.encode}
    return simple.get(kind, _same)


def _decoder_of_fields(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[field.name]) for field in dataclasses.fields(kind)]
    worked = [(position, decoder) for position, decoder in enumerate(decoders) if decoder is not _same]

    def decoded(values: list[Any]) -> Any:
        for position, decoder in worked:
            values[position] = decoder(values[position])
        return kind(*values)

    return decoded
