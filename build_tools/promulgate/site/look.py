"""The files that make the look of every page: style sheets, scripts, the icon. Their names follow their content."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from importlib.resources import files

from promulgate.site import addresses
from promulgate.site.model import File

MAIN_SCRIPT = "reading.js"
ICON = "icon.svg"
STYLE = "policies.css"
"""All our style sheets in one file, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Look:
    """Addresses of the files pages refer to. `theme_styles` are the style sheets of the theme, if there is one."""

    theme_styles: tuple[str, ...] = ()

    @property
    def styles(self) -> tuple[str, ...]:
        """All style sheets, ours after the theme's."""
        return (*self.theme_styles, asset_address(STYLE))

    @property
    def icon(self) -> str:
        """The icon of the site."""
        return asset_address(ICON)

    def script(self, name: str) -> str:
        """The address of a script."""
        return asset_address(name)


def assets() -> tuple[File, ...]:
    """All files of our look, under names that hold the hash of their bytes, so that they can be cached for ever."""
    return tuple(File(asset_address(name), _content(name)) for name in (STYLE, *_names("assets")))


@functools.cache
def asset_address(name: str) -> str:
    """The address of an asset: `assets/policies.1f2e3d4c.css`."""
    stem, _, suffix = name.rpartition(".")
    return addresses.asset(f"{stem}.{hashlib.sha256(_content(name)).hexdigest()[:8]}.{suffix}")


@functools.cache
def _content(name: str) -> bytes:
    if name == STYLE:
        return b"\n".join(_read("styles", part) for part in _names("styles"))
    return _read("assets", name)


def _names(folder: str) -> list[str]:
    return sorted(entry.name for entry in (files("promulgate") / "site" / folder).iterdir() if entry.is_file())


def _read(folder: str, name: str) -> bytes:
    return (files("promulgate") / "site" / folder / name).read_bytes()
