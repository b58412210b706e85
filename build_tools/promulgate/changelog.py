"""The changelog of one version in one language: what lawyers review on GitHub and readers may keep.

Nothing in it depends on a clock, on git or on the machine: the same texts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from promulgate.dates import format_date
from promulgate.model import PREAMBLE, Text
from promulgate.records import Record
from promulgate.redline.markdown import legend, redline_markdown
from promulgate.redline.markdown_words import escaped, safe_start
from promulgate.redline.model import Redline
from promulgate.words_on_page import strings


def render_changelog(record: Record, text: Text, redline: Redline, zone: ZoneInfo) -> str:
    """The Markdown of `changes.<language>.md`, in the language of `text`.

    `text` is the sealed text of the version, `redline` its comparison with the version before (`redline.first` when
    there is none), `zone` the time zone whose days are named. Ends with a line feed.
    """
    words = strings(text.language)
    parts = [f"# {escaped(words['changes_title'].format(title=text.title, version=record.version))}"]
    if text.metadata.summary:
        parts.append(safe_start(escaped(text.metadata.summary)))
    parts.append("\n".join(f"- {fact}" for fact in _facts(record, text, redline, zone)))
    if redline.first:
        names = [escaped(section.title) for section in text.sections if section.id != PREAMBLE and section.level <= 2]
        if names:
            parts += [f"## {words['changes_contents']}", "\n".join(f"- {safe_start(name)}" for name in names)]
        return "\n\n".join(parts) + "\n"
    parts += [f"## {words['changes_details']}", legend(text.language)]
    return "\n\n".join((*parts, redline_markdown(redline, text.language, level=3)))


def _facts(record: Record, text: Text, redline: Redline, zone: ZoneInfo) -> Iterator[str]:
    """Lines that say what the version is: when it binds, what it follows, how much it weighs, what is special."""
    words = strings(text.language)
    date = format_date(record.effective, text.language, zone)
    key = "changes_would_be_effective" if record.withdrawn else "changes_effective"
    yield f"**{escaped(words[key].format(date=date))}**"
    if redline.first:
        yield escaped(words["changes_first_version"])
    else:
        yield escaped(words["changes_previous"].format(version=record.previous or redline.old_version))
        yield escaped(words["changes_material" if record.material else "changes_not_material"])
    notes = text.metadata
    for name, happened, reason in (
        ("imported", record.imported, notes.imported),
        ("urgent", record.urgent, notes.urgent),
        ("withdrawn", record.withdrawn, notes.withdrawn),
    ):
        if happened:
            label = escaped(words[f"changes_{name}"])
            yield f"{label}: {escaped(reason)}" if reason else label
    if record.ends:
        yield escaped(words["changes_ends"])
