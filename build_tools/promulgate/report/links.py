"""Where a place of a file can be read and edited in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from promulgate.model import Place


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of the folder of a repository: `view` to read a file's lines, `edit` to open the web editor."""

    view: str = ""
    edit: str = ""

    def to_line(self, place: Place) -> str:
        """Address of the line, in the plain form of the file; empty where there is none."""
        return f"{self.view}/{quote(place.path)}?plain=1#L{place.line}" if self.view else ""

    def to_editor(self, place: Place) -> str:
        """Address of the file in the web editor; empty where there is none, and for files no one edits by hand."""
        return f"{self.edit}/{quote(place.path)}" if self.edit and place.path.startswith("policies/") else ""


NO_LINKS = Links()
