"""What `mkdocs.yml` may ask of MkDocs: nothing that runs code, reads files from elsewhere, or writes elsewhere.

MkDocs does what its settings say: it runs the Python files under `hooks`, the templates of a `custom_dir`, any plugin
and any Markdown extension that can be imported. A pull request can change the settings, so what is not known to be
harmless is refused at its line, before MkDocs loads the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.strict_yaml import Node

_REFUSED = {
    "INHERIT": "settings live in this file alone",
    "hooks": "it names programs that would be run",
    "extra_templates": "it names templates, which are programs",
}
"""Settings of MkDocs that are refused whole, and why. INHERIT would have MkDocs read another file, with its tags."""
_PLUGINS = ("promulgate", "search")
_THEME = ("name", "font", "language", "locale", "palette", "features", "icon", "logo", "favicon", "direction")
_EXTENSIONS = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        *("pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite"),
        *("pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences"),
        *("pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    )
)
"""For the operator's own pages; none of these reads files or asks other hosts. Policies have a dialect of their own."""
_STANDARD = "markdown.extensions."
_FOLDERS = ("docs_dir", "site_dir")
_ADDRESSES = ("site_url", "repo_url")
_WEB = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#][^\s\\]*)?")


def unsafe_settings(entries: dict[str, Node]) -> Iterator[tuple[int, str]]:
    """What is refused in the settings: the 1-based line, and a sentence that names the setting and says why."""
    for key, why in _REFUSED.items():
        if key in entries:
            yield entries[key].line, f"{key} is not allowed: {why}"
    for name, line in _names(entries.get("plugins")):
        if name not in _PLUGINS:
            yield line, f"plugins: {name!r} is not allowed: a plugin is a program; known are {', '.join(_PLUGINS)}"
    for name, line in _names(entries.get("markdown_extensions")):
        if name.removeprefix(_STANDARD) not in _EXTENSIONS:
            yield line, f"markdown_extensions: {name!r} is not allowed: an extension is a program, and this one unknown"
    theme = entries.get("theme")
    for name, line in _names(theme) if theme is not None and isinstance(theme.value, dict) else ():
        if name not in _THEME:
            yield line, f"theme: {name} is not allowed; known are {', '.join(_THEME)}"
    yield from _places(entries)


def _places(entries: dict[str, Node]) -> Iterator[tuple[int, str]]:
    for key in _FOLDERS:
        if key in entries and not _is_inside(entries[key].plain()):
            yield entries[key].line, f"{key}: name a folder inside the repository, like {key.partition('_')[0]}"
    for key in _ADDRESSES:
        value = entries[key].plain() if key in entries else ""
        if value and not (isinstance(value, str) and _WEB.fullmatch(value)):
            yield entries[key].line, f"{key}: not the address of a website, like https://policies.example/"


def _names(node: Node | None) -> Iterator[tuple[str, int]]:
    """The names, with their lines, in a list of names, of mappings with one name each, or in a mapping."""
    if node is None:
        return
    for item in node.value if isinstance(node.value, list) else [node]:
        if isinstance(item.value, dict):
            yield from ((name, child.line) for name, child in item.value.items())
        elif item.value:
            yield str(item.plain()), item.line


def _is_inside(folder: object) -> bool:
    """Whether it names a folder below the one the settings are in, on any platform."""
    parts = folder.replace("\\", "/").split("/") if isinstance(folder, str) else []
    return any(part not in ("", ".") for part in parts) and not (
        ".." in parts or parts[0] in ("", "~") or ":" in parts[0]
    )
