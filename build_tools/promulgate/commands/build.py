"""`promulgate build`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from promulgate.commands.options import as_of_option

_Item = TypeVar("_Item")


@click.command("build")
@as_of_option()
@click.option("--out", default="site", metavar="FOLDER", show_default=True, help="Where the site goes; replaced whole.")
@click.option("--drafts", is_flag=True, help="Show working texts that are not recorded, marked as drafts.")
def command(as_of: str | None, out: str, drafts: bool) -> int:
    """Build the site from the committed policies.

    A fresh folder is filled and takes the place of the old site only when it is whole.
    """
    from promulgate.gitstore import open_store
    from promulgate.plugin import build_site
    from promulgate.publication import refuse_unsafe_settings, unpublished
    from promulgate.settings import SETTINGS_FILE
    from promulgate.workspace import replacing_folder

    target = Path.cwd() / out
    store = open_store(Path.cwd())
    refuse_unsafe_settings(store.root)
    if not drafts:
        for path in unpublished(store, store.head()):
            click.echo(f"{path}: ฉบับร่าง ยังไม่เผยแพร่ / a draft, not published", err=True)
    with replacing_folder(target) as fresh:
        archive = build_site(
            store.root / SETTINGS_FILE, fresh, as_of=as_of, drafts=drafts, progress=_counted, previous=target
        )
    pages = sum(1 for _ in target.rglob("index.html"))
    policies = len(archive.policies)
    counted = f"{pages} pages, {policies} {'policy' if policies == 1 else 'policies'}"
    click.echo(f"{out}: {counted}, archive {archive.hash[:12]}", err=True)
    return 0


def _counted(items: Iterable[_Item]) -> Iterator[_Item]:
    """The same items; on a terminal, with a line that counts them."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("pages", total=None)
        for item in items:
            yield item
            progress.advance(task)
