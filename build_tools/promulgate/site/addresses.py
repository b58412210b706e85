"""The addresses of the site: a contract, since people cite them. All are relative to the root of the site."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

START = ""
ASSETS = "assets"
DRAFT = "draft"


def home(language: str) -> str:
    """The home page of a language."""
    return f"{language}/"


def policy(language: str, policy_id: str) -> str:
    """The page of a policy: what binds now."""
    return f"{language}/{policy_id}/"


def version(language: str, policy_id: str, name: str) -> str:
    """The permanent page of a version."""
    return f"{language}/{policy_id}/{name}/"


def changes(language: str, policy_id: str, name: str) -> str:
    """The redline of a version against the one before."""
    return f"{language}/{policy_id}/{name}/changes/"


def comparison(language: str, policy_id: str, old: str, new: str) -> str:
    """The redline of any two versions."""
    return f"{language}/{policy_id}/compare/{old}/{new}/"


def history(language: str, policy_id: str = "") -> str:
    """All versions of a policy, or of every policy."""
    return f"{language}/{policy_id}/history/" if policy_id else f"{language}/history/"


def search(language: str) -> str:
    """The search page of a language."""
    return f"{language}/search/"


def search_index(language: str) -> str:
    """What the search page of a language searches."""
    return f"{language}/search/sections.json"


def verification(language: str) -> str:
    """How a reader can check that a text is the published one."""
    return f"{language}/verify/"


def feed(language: str) -> str:
    """The Atom feed of a language."""
    return f"{language}/feed.xml"


def calendar(language: str, policy_id: str) -> str:
    """The calendar file with the days a policy's versions take effect."""
    return f"{language}/{policy_id}/effective.ics"


def source(language: str, policy_id: str, name: str) -> str:
    """The source bytes of a text, which hash to its published SHA-256."""
    return f"{language}/{policy_id}/{name}.md"


def record(policy_id: str, name: str) -> str:
    """The record of a version, which names the SHA-256 of its texts and hashes to the published one itself."""
    return f"api/{policy_id}/{name}.yml"


def side_by_side(pair: tuple[str, str], policy_id: str, name: str = "", *, changes: bool = False) -> str:
    """Two languages beside each other: the version in force, a version, or its redline."""
    address = f"{pair[0]}-{pair[1]}/{policy_id}/"
    if name:
        address += f"{name}/"
    return f"{address}changes/" if changes else address


def asset(name: str) -> str:
    """A file of the site's own look."""
    return f"{ASSETS}/{name}"


def relative(origin: str, target: str) -> str:
    """How the page at `origin` links to `target`, which may carry a fragment.

    Links inside the site are relative, so that it works at any depth of any host.
    """
    path, mark, fragment = target.partition("#")
    if path == origin:
        return f"#{quote(fragment, safe=_FRAGMENT)}" if mark else "./"
    folder = origin if origin.endswith("/") or not origin else posixpath.dirname(origin)
    way = posixpath.relpath(f"/{path}", f"/{folder}")
    if (not path or path.endswith("/")) and not way.endswith("/"):
        way += "/"
    return quote(way, safe="/.") + (f"#{quote(fragment, safe=_FRAGMENT)}" if mark else "")


_FRAGMENT = ":.-_~"
