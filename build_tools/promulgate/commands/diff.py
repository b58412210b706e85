"""`promulgate diff`."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from promulgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promulgate.model import Text
    from promulgate.redline import Redline

_FORMATS = ("text", "markdown", "html", "json")


@click.command("diff")
@click.argument("operands", nargs=-1, required=True, metavar="POLICY [OLD] [NEW] | OLD.md NEW.md")
@click.option("--language", metavar="CODE", help="Only this language. Default: every language of both versions.")
@click.option("--format", "output_format", type=click.Choice(_FORMATS), default="text", help="Default: text.")
@click.option("--pager/--no-pager", default=None, help="Page through long text. Default: on a terminal.")
def command(operands: tuple[str, ...], language: str | None, output_format: str, pager: bool | None) -> int:
    """Show what changed between two versions of POLICY, or between two Markdown files.

    Without versions: what the working text changes in the version in force. With one: what the working text changes in
    that version.
    """
    if all(operand.endswith(".md") for operand in operands):
        redlines = _of_files(operands, language)
    else:
        redlines = _of_versions(operands[0], operands[1:], language)
    on_terminal = sys.stdout.isatty()
    words = _rendered(redlines, output_format, colour=on_terminal and output_format == "text")
    if on_terminal if pager is None else pager:
        click.echo_via_pager(words)
    else:
        click.echo(words, nl=False)
    return 0


def _of_files(operands: tuple[str, ...], language: str | None) -> dict[str, Redline]:
    from promulgate.redline.plain import compare_files

    if len(operands) != 2:
        raise UsageError("name two Markdown files, the old one first")
    files = []
    for operand in operands:
        if not Path(operand).is_file():
            raise UsageError(f"there is no file {operand}")
        files.append((operand, Path(operand).read_bytes()))
    code = language or ("th" if any(_has_thai(source) for _, source in files) else "en")
    return {code: compare_files(files[0], files[1], code)}


def _has_thai(source: bytes) -> bool:
    """Whether a file has a Thai letter in it (each is written E0 B8 or E0 B9 and a third byte in UTF-8)."""
    return b"\xe0\xb8" in source or b"\xe0\xb9" in source


def _of_versions(policy: str, versions: tuple[str, ...], language: str | None) -> dict[str, Redline]:
    from promulgate.archive import Policy
    from promulgate.archive_reader import read_versions, working_texts
    from promulgate.gitstore import open_store
    from promulgate.redline import compare
    from promulgate.settings import SETTINGS_FILE, read_settings
    from promulgate.workspace import read_tree

    if len(versions) > 2:
        raise UsageError("name at most two versions, the old one first")
    tree = read_tree(open_store(Path.cwd()).root)
    settings = read_settings(tree.files.get(SETTINGS_FILE))
    if policy not in tree.policies():
        raise UsageError(f"there is no policy {policy!r}; there are: {', '.join(tree.policies()) or 'none'}")
    known = read_versions(policy, tree.folders().get(policy, ()), settings)
    texts = {version.name: version.texts for version in known}
    for name in versions:
        if name not in texts:
            raise UsageError(f"{policy} has no version {name}; it has: {', '.join(texts) or 'none'}")
    binding = Policy(policy, known).binding(datetime.now(UTC))
    old: Mapping[str, Text] = texts[versions[0]] if versions else binding.texts if binding is not None else {}
    new = texts[versions[1]] if len(versions) == 2 else working_texts(tree, policy, settings)
    languages = [code for code in new if (code in old or not old) and language in (None, code)]
    if not languages:
        raise UsageError(f"these versions of {policy} have no text in {language or 'a common language'}")
    return {code: compare(old.get(code), new[code]) for code in languages}


def _rendered(redlines: Mapping[str, Redline], output_format: str, *, colour: bool) -> str:
    from promulgate.redline.json import redline_data
    from promulgate.redline.plain import rendered

    if output_format == "json":
        data = {"redlines": [redline_data(redline) for redline in redlines.values()]}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    parts = (rendered(redline, output_format, code, colour=colour) for code, redline in redlines.items())
    return "\n".join(parts)
