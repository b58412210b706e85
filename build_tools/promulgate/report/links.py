"""Where a place of a file can be read and edited in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from promulgate.model import Place

_WRITTEN_BY_HAND = (".md", ".yml")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of a repository's folder: `view` to read a file's lines, `edit` and `create` for the web editor."""

    view: str = ""
    edit: str = ""
    create: str = ""

    def to_line(self, place: Place) -> str:
        """Address of the line, in the plain form of the file; empty where there is none."""
        return f"{self.view}/{quote(place.path)}?plain=1#L{place.line}" if self.view else ""

    def to_editor(self, place: Place) -> str:
        """Address of the file in the web editor; empty where there is none, and for files no one edits by hand."""
        return f"{self.edit}/{quote(place.path)}" if self.edit and _edited_by_hand(place.path) else ""

    def to_new_file(self, place: Place) -> str:
        """Address where the web editor creates the file; empty where there is none."""
        folder, _, name = place.path.rpartition("/")
        wanted = self.create and _edited_by_hand(place.path)
        return f"{self.create}/{quote(folder)}?filename={quote(name)}" if wanted else ""


def _edited_by_hand(path: str) -> bool:
    return path.startswith("policies/") and path.endswith(_WRITTEN_BY_HAND)


NO_LINKS = Links()
