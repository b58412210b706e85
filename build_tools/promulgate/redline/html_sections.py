"""The sections of one redline as HTML: what the page of one language and the bilingual page have in common.

The classes are those of `site/styles/7-redline.css`. There is no inline style and no script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from promulgate.model import PREAMBLE, Block, BlockKind, Container
from promulgate.redline.html_words import HtmlWords
from promulgate.redline.model import (
    BlockChange,
    BlockChangeKind,
    Change,
    Redline,
    RowChange,
    SectionChange,
    SectionChangeKind,
)
from promulgate.redline.telling import (
    QUIET,
    Folded,
    Tables,
    Words,
    blocks_in,
    is_code,
    is_quiet,
    stretches,
    whole_tables,
)
from promulgate.words_on_page import strings

_LISTS = {Container.BULLETED_LIST, Container.NUMBERED_LIST}
_DEEPEST = 5
_IN_THE_HEADING = {
    SectionChangeKind.ADDED,
    SectionChangeKind.REMOVED,
    SectionChangeKind.MOVED,
    SectionChangeKind.RENAMED,
    SectionChangeKind.RELEVELLED,
    SectionChangeKind.RENUMBERED,
}
"""What happened to a section as a whole is a change of its own, told at its heading."""

Spot = tuple[str, int]
"""Where a change is told: the id of a section, and the position of a change in it, -1 for its heading."""


class SectionWriter:
    """Writes the sections of one redline.

    `language` is that of the page. `prefix` begins the ids of changes, `sections` those of sections, which are their
    own otherwise, so that an address keeps its fragment between a policy and its redline. `after_heading` gives the
    HTML that stands after the heading of a section that is shown, by its id.
    """

    def __init__(
        self,
        redline: Redline,
        language: str,
        *,
        prefix: str,
        level: int,
        sections: str = "",
        after_heading: Callable[[str], str] = lambda _: "",
    ) -> None:
        self.redline = redline
        self.language = language
        self.prefix = prefix
        self.sections = sections
        self.level = level
        self.after_heading = after_heading
        self.words = Words(language, redline)
        self.strings = self.words.strings
        own = strings(redline.language)
        self.html = HtmlWords(own["redline_inserted"], own["redline_deleted"], self.known_address)
        # Labels are in the language of the page, which may be another one than that of the words.
        self.aside = "" if language == redline.language else f' lang="{escape(language)}"'
        self.numbers = {spot: number for number, spot in enumerate(_spots(redline), 1)}

    def address(self, section: str) -> str:
        """The address of a section on this page."""
        return f"#{quote(f'{self.sections}{section}')}"

    def known_address(self, section: str) -> str:
        """The address of a section on this page, or nothing if it has no such section."""
        return self.address(section) if section in self.words.names else ""

    def first_address(self) -> str:
        """The address of the first change, or nothing if there is none."""
        return f"#{self.prefix}-change-1" if self.numbers else ""

    def name(self, section: SectionChange) -> str:
        """The title of a section for lists, escaped."""
        return escape(self.words.name(section))

    def kinds(self, section: SectionChange) -> str:
        """What happened to a section, as labels."""
        told = zip(self.words.section(section), section.kinds or ("unchanged",), strict=True)
        return " ".join(_label(words, kind) for words, kind in told)

    def section(self, section: SectionChange) -> str:
        """One section: folded whole if nothing in it needs to be read."""
        identifier = escape(f"{self.sections}{section.id}")
        heading = f'<h{self.level} class="redline-heading">{self.title(section)}</h{self.level}>'
        if is_quiet(section):
            blocks = "".join(self.quietly(section.changes))
            summary = f"<summary>{heading} {self.kinds(section)}</summary>"
            return (
                f'<details class="redline-section redline-same-section" id="{identifier}">{summary}{blocks}</details>'
            )
        after = self.after_heading(section.id)
        parts = [
            f'<div class="heading">{heading}{after}</div>' if after else heading,
            f'<p class="redline-kinds"{self.aside}>{self.kinds(section)}{self.steps((section.id, -1))}</p>',
        ]
        if section.id == PREAMBLE and SectionChangeKind.RENAMED in section.kinds:
            parts.append(f'<p class="redline-words redline-title">{self.html.pieces(section.title)}</p>')
        parts += (self.note(self.words.renumbered(numbers)) for numbers in section.renumbered)
        parts += self.body(section)
        number = self.numbers.get((section.id, -1))
        target = f'<span class="redline-target" id="{self.prefix}-change-{number}"></span>' if number else ""
        classes = " ".join(["redline-section", *(f"redline-section-{kind}" for kind in section.kinds)])
        return f'<section class="{classes}" id="{identifier}">{target}{"".join(parts)}</section>'

    def title(self, section: SectionChange) -> str:
        """The words of a section's heading."""
        if section.id == PREAMBLE:
            return self.name(section)
        return self.html.pieces(section.title)

    def body(self, section: SectionChange) -> Iterator[str]:
        """The blocks of a section: what changed with its neighbours, the rest folded."""
        tables = Tables(section.changes)
        rows: list[tuple[int, RowChange]] = []
        place = 0
        for stretch in stretches(section.changes):
            changes = stretch.changes if isinstance(stretch, Folded) else (stretch.change,)
            if rows and (isinstance(stretch, Folded) or tables.of(changes[0]) != tables.of(rows[-1][1])):
                yield self.table(section, rows)
                rows = []
            if isinstance(stretch, Folded):
                yield self.fold(stretch)
            elif isinstance(stretch.change, RowChange):
                rows.append((place, stretch.change))
            else:
                yield self.block(section, place, stretch.change)
            place += len(changes)
        if rows:
            yield self.table(section, rows)

    def block(self, section: SectionChange, place: int, change: BlockChange) -> str:
        """A block that is shown: what happened to it, its words, and what else is to be said."""
        if change.kind in QUIET:
            return self.quiet(change)
        spot = (section.id, place)
        label = _label(self.words.change(change, section.id), change.kind) if spot in self.numbers else ""
        kind, number = change.kind.value, self.numbers.get(spot)
        identifier = f' id="{self.prefix}-change-{number}"' if number else ""
        notes = "".join(self.note(note) for note in self.words.notes(change))
        head = (
            f'<p class="redline-label"{self.aside}>{label}{self.origin(change)}{self.steps(spot)}</p>' if label else ""
        )
        return f'<div class="redline-block redline-{kind}"{identifier}>{head}{self.placed(change)}{notes}</div>'

    def origin(self, change: Change) -> str:
        """A link to the section a block came from or went to."""
        address = self.known_address(change.other_section)
        return f' <a class="redline-origin" href="{address}">→</a>' if address else ""

    def quiet(self, change: BlockChange) -> str:
        """A block whose words did not change, with the kind of its quiet change if any."""
        label = "" if change.kind is BlockChangeKind.UNCHANGED else _label(self.words.change(change, ""), change.kind)
        head = f'<p class="redline-label"{self.aside}>{label}</p>' if label else ""
        return f'<div class="redline-block">{head}{self.placed(change)}</div>'

    def quietly(self, changes: Sequence[Change]) -> Iterator[str]:
        """Blocks and tables whose words did not change."""
        for _, run in groupby(changes, key=Tables(changes).of):
            rows = ""
            for change in run:
                if isinstance(change, RowChange):
                    rows += f"<tr>{''.join(f'<td>{self.html.change(cell)}</td>' for cell in change.cells)}</tr>"
                else:
                    yield self.quiet(change)
            if rows:
                yield _table(rows, self.strings["redline_table"])

    def fold(self, folded: Folded) -> str:
        """Changes that say nothing new behind a line that says how many they are."""
        only_rows = all(isinstance(change, RowChange) for change in folded.changes)
        key = "redline_same_rows" if only_rows else "redline_same"
        summary = escape(self.strings[key].format(n=blocks_in(folded.changes)))
        blocks = "".join(self.quietly(folded.changes))
        return f'<details class="redline-same"><summary{self.aside}>{summary}</summary>{blocks}</details>'

    def placed(self, change: BlockChange) -> str:
        """The words of a change where they stand: as an item with its number, as code, as a paragraph."""
        block = (change.new or change.old)[0]
        words = self.html.change(change)
        if is_code(change):
            return f'<pre class="redline-words"><code>{words}</code></pre>'
        depth = min(sum(container in _LISTS for container in block.containers), _DEEPEST)
        if block.kind is BlockKind.FOOTNOTE:
            return f'<p class="redline-words redline-footnote">{_marker(f"[{block.marker}]")} {words}</p>'
        quote_class = " redline-quote" if Container.QUOTE in block.containers else ""
        if not depth:
            strong = " redline-term" if block.kind in (BlockKind.TERM, BlockKind.HEADING) else ""
            return f'<p class="redline-words{quote_class}{strong}">{words}</p>'
        marker = _marker(_shown_marker(block))
        return f'<p class="redline-words redline-item redline-depth-{depth}{quote_class}">{marker} {words}</p>'

    def table(self, section: SectionChange, rows: list[tuple[int, RowChange]]) -> str:
        """Shown rows of one table, each told row with a cell before it that says what happened."""
        whole = whole_tables(section.changes).get(Tables(section.changes).of(rows[0][1]) or ("", 0))
        spot = (section.id, rows[0][0])
        if whole and spot in self.numbers:
            label = _label(self.strings[f"redline_table_{whole.value}"], whole)
            head = f'<p class="redline-label"{self.aside}>{label}{self.steps(spot)}</p>'
            body = "".join(self.row(section, -1, row, labelled=False) for _, row in rows)
            table = _table(body, self.strings["redline_table"])
            identifier = f"{self.prefix}-change-{self.numbers[spot]}"
            return f'<div class="redline-block redline-{whole}" id="{identifier}">{head}{table}</div>'
        labelled = any((section.id, place) in self.numbers for place, _ in rows)
        written = "".join(self.row(section, place, row, labelled=labelled) for place, row in rows)
        notes = "".join(self.note(note) for _, row in rows for note in self.words.notes(row))
        return _table(written, self.strings["redline_table"]) + notes

    def row(self, section: SectionChange, place: int, row: RowChange, *, labelled: bool) -> str:
        """A row that is shown; `labelled` if the table has a cell before each row that says what happened."""
        spot = (section.id, place)
        number = self.numbers.get(spot) if labelled else None
        identifier = f' id="{self.prefix}-change-{number}"' if number else ""
        header = not (row.new or row.old)[0].row
        tag = "th" if header else "td"
        cells = "".join(f"<{tag}>{self.html.change(cell)}</{tag}>" for cell in row.cells)
        first = ""
        if labelled:
            label = _label(self.words.change(row, section.id), row.kind) + self.origin(row) if number else ""
            first = f'<td class="redline-row-label"{self.aside}>{label}{self.steps(spot)}</td>'
        return f'<tr class="redline-row-{row.kind}"{identifier}>{first}{cells}</tr>'

    def note(self, words: str) -> str:
        """Something else that is to be said, in the language of the page."""
        return f'<p class="redline-note"{self.aside}>{escape(words)}</p>'

    def steps(self, spot: Spot) -> str:
        """Which change of how many this is, with links to the one before and the next."""
        number, total = self.numbers.get(spot), len(self.numbers)
        if not number:
            return ""
        position = escape(self.strings["redline_position"].format(n=number, total=total))
        shown = f'<span class="redline-hidden">{position}</span><span aria-hidden="true">{number}/{total}</span>'
        steps = ((number - 1, "redline_previous", "↑"), (number + 1, "redline_next", "↓"))
        links = [
            self.step(target, escape(self.strings[key]), sign) for target, key, sign in steps if 1 <= target <= total
        ]
        return f' <span class="redline-steps">{shown} {" ".join(links)}</span>'

    def step(self, target: int, words: str, sign: str) -> str:
        """A link to the change with the number `target`."""
        address = f"#{self.prefix}-change-{target}"
        return f'<a class="redline-step" href="{address}" title="{words}" aria-label="{words}">{sign}</a>'


def _spots(redline: Redline) -> Iterator[Spot]:
    """Every change a reader is led to, in order. A section that came or went, or a first version, is one."""
    for section in redline.sections:
        if is_quiet(section):
            continue
        if _IN_THE_HEADING & set(section.kinds):
            yield section.id, -1
        if section.old is not None and section.new is not None:
            yield from ((section.id, place) for place in _told(section))


def _told(section: SectionChange) -> Iterator[int]:
    """The positions of the changes to be told; of a table that came or went as a whole, its first row's."""
    tables, whole = Tables(section.changes), whole_tables(section.changes)
    seen: set[tuple[str, int]] = set()
    for place, change in enumerate(section.changes):
        table = tables.of(change)
        if change.kind in QUIET or table in seen:
            continue
        if table is not None and table in whole:
            seen.add(table)
        yield place


def _table(rows: str, name: str) -> str:
    head = f'<div class="redline-table" role="group" tabindex="0" aria-label="{escape(name)}"><table><tbody>'
    return f"{head}{rows}</tbody></table></div>"


def _label(words: str, kind: object) -> str:
    return f'<span class="redline-kind redline-kind-{kind}">{escape(words)}</span>'


def _marker(number: str) -> str:
    return f'<span class="redline-marker">{escape(number)}</span>'


def _shown_marker(block: Block) -> str:
    return {"-": "•"}.get(block.marker, block.marker)


def legend(language: str) -> str:
    """What deleted and added words look like."""
    words = strings(language)
    return f"<del>{escape(words['redline_deleted_words'])}</del> <ins>{escape(words['redline_inserted_words'])}</ins>"
