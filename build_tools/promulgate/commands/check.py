"""`promulgate check`."""

from __future__ import annotations

import os

import click

from promulgate.commands.options import as_of_option, base_option, instant, situation
from promulgate.report import FORMATS


@click.command("check")
@base_option()
@as_of_option()
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
def command(base: str | None, as_of: str | None, output_format: str, policies: tuple[str, ...]) -> int:
    """Check that all languages of every policy agree, and that records are up to date."""
    from promulgate.checking import judge_tree
    from promulgate.limits import limited
    from promulgate.report import renderer

    here = situation(base)
    now = instant(as_of, here.settings)
    judgement = judge_tree(here.head, here.base, now, policies, processes=os.cpu_count() or 1, guard=limited)
    click.echo(renderer(output_format)(judgement), nl=False)
    return 0 if judgement.passed else 1
