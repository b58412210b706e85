"""`promulgate fix`."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import click

from promulgate.commands.options import as_of_option, base_option, instant, lang_option, said
from promulgate.errors import Bilingual
from promulgate.situation import Situation, situation

_VERSION = re.compile(rb"""^version:[ ]*["']?([0-9.]+)""", re.MULTILINE)

_NOTHING = Bilingual("ไม่มีสิ่งใดต้องแก้", "Nothing to mend.")


@click.command("fix")
@base_option()
@as_of_option()
@lang_option()
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
def command(base: str | None, as_of: str | None, lang: str | None, policies: tuple[str, ...]) -> int:
    """Mend what has one right answer in the working texts: encoding, line ends, nesting, the line before a list."""
    here = situation(Path.cwd(), base)
    if not fix_texts(here, instant(as_of, here.settings), policies, lang):
        click.echo(said(_NOTHING, lang), err=True)
    return 0


def fix_texts(here: Situation, now: datetime, policies: tuple[str, ...], lang: str | None = None) -> int:
    """Mend the working texts, say what was done, and return how many files were written.

    The text of a version that may not change any more is never touched.
    """
    from promulgate.fixing import fix_source
    from promulgate.records import is_fixed
    from promulgate.workspace import write_files

    recorded = here.base.records()[0] if here.base is not None else {}
    files = {}
    for policy, texts in here.head.sources().items():
        if policies and policy not in policies:
            continue
        fixed = {folder.record.version for folder in recorded.get(policy, ()) if is_fixed(folder.record, now)}
        for language, (path, source) in texts.items():
            named = _VERSION.search(source)
            if named is not None and named[1].decode() in fixed:
                continue
            mended, fixes = fix_source(policy, language, path, source)
            for fix in fixes:
                click.echo(f"{path}:{fix.line}: {' / '.join(said(fix.message, lang).splitlines())}")
            if mended != source:
                files[path] = mended
    return len(write_files(Path(here.root), files))
