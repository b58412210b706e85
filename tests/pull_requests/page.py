"""A view of a pull request written down: for people to read, for tests to compare, for pictures."""

from __future__ import annotations

import re

from tests.pull_requests.view import View

_CHECKS = {True: "✅", False: "❌"}


def written(words: str, done: list[str], view: View) -> str:
    """The view as a text: what was done, the checks, the notes, the pages."""
    lines = [f"<!-- {words}", "", *(f"{number}. {one}" for number, one in enumerate(done, 1)), ""]
    if view.conflict:
        lines.append("This branch has conflicts that must be resolved")
    lines += [f"{_CHECKS[passed]} {name}" for name, passed in view.conclusions.items()]
    for note in view.annotations:
        place = f"{note.path}:{note.line}" if note.path else "run"
        lines += [
            "",
            f"[{note.kind}] {place} · {note.title}",
            *(f"    {line}".rstrip() for line in note.words.split("\n")),
        ]
    lines += ["-->", ""]
    for name, page in view.summaries.items():
        lines += [page.rstrip("\n") if name == "check" else f"<!-- {name} -->\n\n" + page.rstrip("\n"), ""]
    return re.sub("[0-9a-f]{40}", "commit", "\n".join(lines))
