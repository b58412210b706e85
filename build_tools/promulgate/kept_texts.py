"""Texts that were read once and are not read again: as JSON in the cache, by their very bytes.

Reading a text is one parse for readers and one for its lines, and it takes longer than everything else about it. A text
stays in memory only while it is asked for: a site may have thousands.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from promulgate.archive_reader import Sealed, sealed_sources
from promulgate.cache import Cache
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.outline import Outline, outline_of
from promulgate.program import program_hash
from promulgate.records import RecordFolder
from promulgate.settings import Settings
from promulgate.workers import work_ahead

Decoder = Callable[[Any], Any]
Source = tuple[str, str, str, bytes]
"""Policy, language, path and bytes of a text."""
Judge = Callable[[Text], None]
"""Raises an error of ours for a text that must not be kept."""
_AT_HAND = 64


class KeptTexts:
    """Reads texts as `read_text` does. Those that come from the cache were judged before they were put there."""

    def __init__(self, cache: Cache, judge: Judge) -> None:
        self._cache = cache
        self._judge = judge
        self._at_hand: dict[str, Text] = {}

    def __reduce__(self) -> tuple[type[KeptTexts], tuple[Cache, Judge]]:
        """Another process has texts of its own at hand."""
        return KeptTexts, (self._cache, self._judge)

    def read_ahead(self, sources: Iterable[Source]) -> None:
        """Read and judge those of `sources` that are not kept, on all processors if they are many."""
        if self._cache.folder is None:
            return
        missing = [source for source in sources if self._cache.read(_key("outline", source)) is None]
        for _ in work_ahead(_read_here, missing, start=_start, given=(self._cache, self._judge)):
            pass

    def sealed(self, folder: RecordFolder, settings: Settings) -> Sealed:
        """The texts of a record, read when they are asked for, and their outlines. Raises what `outline` raises."""
        sources = sealed_sources(folder, settings)
        return _Texts(self, sources), {language: self.outline(source) for language, source in sources.items()}

    def outline(self, source: Source) -> Outline:
        """The outline of a text. Raises SourceError, and what `judge` raises."""
        kept = self._cache.read(_key("outline", source))
        if kept is not None:
            outline: Outline = restored(Outline, kept)
            return outline
        outline = outline_of(self.text(source))
        self._cache.write(_key("outline", source), written(outline))
        return outline

    def text(self, source: Source) -> Text:
        """The text of these bytes. Raises SourceError, and what `judge` raises."""
        key = _key("text", source)
        text = self._at_hand.pop(key, None) or self._kept(key, source)
        self._at_hand[key] = text
        if len(self._at_hand) > _AT_HAND and self._cache.folder is not None:
            del self._at_hand[next(iter(self._at_hand))]
        return text

    def _kept(self, key: str, source: Source) -> Text:
        kept = self._cache.read(key)
        if kept is not None:
            return decode(kept, source[-1])
        text = read_text(*source)
        self._judge(text)
        self._cache.write(key, encode(text))
        return text


class _Texts(Mapping[str, Text]):
    """The texts of a version by language."""

    def __init__(self, texts: KeptTexts, sources: Mapping[str, Source]) -> None:
        self._texts = texts
        self._sources = sources

    def __getitem__(self, language: str) -> Text:
        return self._texts.text(self._sources[language])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def __contains__(self, language: object) -> bool:
        return language in self._sources


_here: list[KeptTexts] = []
"""What a process that reads ahead reads with."""


def _start(cache: Cache, judge: Judge) -> None:
    _here.append(KeptTexts(cache, judge))


def _read_here(source: Source) -> None:
    _here[-1].outline(source)


def _key(kind: str, source: Source) -> str:
    policy, language, path, words = source
    return "\0".join((kind, program_hash(), policy, language, path, hashlib.sha256(words).hexdigest()))


def encode(text: Text) -> bytes:
    """A text without its source, as JSON: values in the order of the fields."""
    return written(dataclasses.replace(text, source=b""))


def decode(kept: bytes, source: bytes) -> Text:
    """The text `encode` was given, with its source."""
    text: Text = restored(Text, kept)
    return dataclasses.replace(text, source=source)


def written(value: object) -> bytes:
    """Frozen dataclasses, tuples of them and plain values as JSON: values in the order of the fields."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def restored(kind: Any, kept: bytes) -> Any:
    """The value of the type `kind` that `written` was given."""
    return _decoder(kind)(json.loads(kept))


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
