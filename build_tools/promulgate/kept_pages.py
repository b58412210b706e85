"""The pages beside MkDocs: from the cache where they are kept, else made anew, on all processors if they are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from promulgate.cache import Cache
from promulgate.site import File, Page, Planned, Site, archive_pages
from promulgate.site.dependencies import Dependencies
from promulgate.site.document import document
from promulgate.site.look import Look
from promulgate.workers import work_ahead


@dataclass(frozen=True, slots=True)
class Made:
    """A page ready to be written, and the page it was made from unless it came from the cache."""

    file: File
    page: Page | None = None


class KeptPages:
    """All archive pages of a site."""

    def __init__(self, site: Site, look: Look, cache: Cache) -> None:
        self._given = (site, look, cache)
        self._site, self._look, self._cache = self._given
        self._planned = tuple(archive_pages(site))
        self._dependencies = Dependencies(site, look)

    def __iter__(self) -> Iterator[Made]:
        """Every page once, those that are kept first. A page that may be in the sitemap comes with what it is."""
        missing = []
        for position, planned in enumerate(self._planned):
            if planned.excerpt is None:
                page = planned.make()
                yield Made(_file(planned, document(self._site, page, self._look)), page)
                continue
            kept = self._cache.read(self._dependencies.key(planned.excerpt, planned.address))
            if kept is None:
                missing.append(position)
            else:
                yield Made(_file(planned, kept))
        for position in work_ahead(_make_here, missing, start=_start, given=self._given):
            yield Made(_file(self._planned[position], self.content(position)))

    def content(self, position: int) -> bytes:
        """The page at this position of the plan, which has an excerpt."""
        planned = self._planned[position]
        if planned.excerpt is None:
            raise ValueError(f"{planned.address} is made at every build")
        excerpt = planned.excerpt
        key = self._dependencies.key(excerpt, planned.address)
        return self._cache.kept(key, lambda: document(excerpt, planned.make(), self._look))


def _file(planned: Planned, content: bytes) -> File:
    return File(f"{planned.address}index.html" if planned.address.endswith("/") else planned.address, content)


_here: list[KeptPages] = []
"""What a process that makes pages ahead makes them of: the same plan, from the same site."""


def _start(site: Site, look: Look, cache: Cache) -> None:
    _here.append(KeptPages(site, look, cache))


def _make_here(position: int) -> None:
    _here[-1].content(position)
