"""`promulgate record`."""

from __future__ import annotations

from pathlib import Path

import click

from promulgate.commands.options import as_of_option, base_option, instant, lang_option, said
from promulgate.errors import Bilingual

_MENDED_BY_RECORDING = ("record-missing", "record-previous", "record-unlisted")
"""What recording is there to mend can't stand in its way."""
_UP_TO_DATE = Bilingual("บันทึกทุกฉบับเป็นปัจจุบันแล้ว", "Every record is up to date.")


@click.command("record")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a record is not up to date.")
@click.option("--folders", is_flag=True, help="Write nothing; list the folders the texts at hand are recorded in.")
@click.option("--rerender", is_flag=True, help="Write the changelogs of recorded versions again (never their texts).")
@base_option()
@as_of_option()
@lang_option()
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
def command(  # noqa: PLR0917 - one parameter per option
    only_check: bool,
    folders: bool,
    rerender: bool,
    base: str | None,
    as_of: str | None,
    lang: str | None,
    policies: tuple[str, ...],
) -> int:
    """Write the record of each policy's version: sealed texts, data, changelog."""
    from promulgate.checking import judge_tree
    from promulgate.kept_findings import Kept
    from promulgate.limits import limited
    from promulgate.recording import (
        records_to_write,
        rewritten_folders,
        superfluous_files,
        without_spoilt_folders,
    )
    from promulgate.records import folder_of
    from promulgate.report.text_report import render
    from promulgate.situation import situation
    from promulgate.workspace import remove_files, write_files

    here = situation(Path.cwd(), base)
    if folders:
        for policy, version in rewritten_folders(here.head, here.settings):
            click.echo(folder_of(policy, version))
        return 0
    now = instant(as_of, here.settings)
    kept = Kept(here.store.private)
    judgement = judge_tree(
        *(here.head, here.base, now, policies), guard=limited, read=kept.read, judge_versions=kept.judge_all
    )
    considered = judgement if only_check else judgement.without(*_MENDED_BY_RECORDING)
    if not considered.passed:
        click.echo(render(considered, lang), nl=False)
        return 1
    if only_check:
        click.echo(said(_UP_TO_DATE, lang))
        return 0
    head = without_spoilt_folders(here.head, here.base, here.settings, now)
    files = records_to_write(head, here.base, here.settings, policies, rerender=rerender)
    written = write_files(here.root, files)
    removed = remove_files(here.root, superfluous_files(here.head, files))
    for path in written:
        click.echo(path)
    for path in removed:
        click.echo(f"{path} (removed)")
    if not written and not removed:
        click.echo(said(_UP_TO_DATE, lang), err=True)
    return 0
