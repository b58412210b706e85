"""`promulgate check`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from promulgate.commands.options import as_of_option, base_option, instant, lang_option
from promulgate.errors import PromulgateError
from promulgate.report import FORMATS

_REPORTS = {"json": "check.json", "sarif": "check.sarif", "junit": "check.junit.xml"}


@dataclass(frozen=True, slots=True)
class _Request:
    base: str | None
    as_of: str | None
    output_format: str
    policies: tuple[str, ...]
    draft: bool = False
    summary: Path | None = None
    reports: Path | None = None
    watch: bool = False
    lang: str | None = None


@click.command("check")
@base_option()
@as_of_option()
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option("--draft", is_flag=True, envvar="PROMULGATE_DRAFT", help="Call what is missing unfinished, not wrong.")
@click.option("--summary", type=click.Path(dir_okay=False, path_type=Path), help="Also write a page for people, here.")
@click.option("--reports", type=click.Path(file_okay=False, path_type=Path), help="Also write JSON, SARIF, JUnit here.")
@lang_option()
@click.option("--watch", is_flag=True, help="Check again at every change of a file, until stopped with Ctrl-C.")
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
def command(  # noqa: PLR0917 - one parameter per option
    base: str | None,
    as_of: str | None,
    output_format: str,
    draft: bool,
    summary: Path | None,
    reports: Path | None,
    lang: str | None,
    watch: bool,
    policies: tuple[str, ...],
) -> int:
    """Check that all languages of every policy agree, and that records are up to date."""
    request = _Request(base, as_of, output_format, policies, draft, summary, reports, watch, lang)
    if watch:
        _watch(request)
        return 0
    try:
        return _check(request)
    except PromulgateError as error:
        _tell_where_people_look(request, str(error))
        raise


def _check(request: _Request) -> int:
    from dataclasses import replace

    from promulgate.checking import Judgement, effective_settings, judge_tree
    from promulgate.commands.platform import links, outside
    from promulgate.errors import LimitError
    from promulgate.kept_findings import Kept
    from promulgate.limits import Guard, limited, surviving
    from promulgate.overview import VersionOverview, overview
    from promulgate.report import renderer
    from promulgate.report.drafts import from_outside
    from promulgate.report.summary_report import render
    from promulgate.report.text_report import render as render_text
    from promulgate.situation import situation
    from promulgate.workers import for_each
    from promulgate.workspace import write_files

    here = situation(Path.cwd(), request.base)
    now, settings = instant(request.as_of, here.settings), effective_settings(here.head, here.base)
    kept = Kept(here.store.private)

    def work(guard: Guard, processes: int) -> tuple[Judgement, tuple[VersionOverview, ...]]:
        judged = judge_tree(
            *(here.head, here.base, now, request.policies),
            guard=guard,
            read=kept.read,
            judge_versions=kept.judge_all,
            for_each=lambda judge, policies: for_each(judge, policies, processes),
        )
        kept.tidy()
        try:
            with guard():
                return judged, overview(
                    here.head, here.base, settings, now, request.policies
                ) if request.summary else ()
        except LimitError:  # a finding names the text; the summary goes without the comparison
            return judged, ()

    # Watching, the texts that did not change stay in the memory of this process.
    judgement, versions = work(limited, os.cpu_count() or 1) if request.watch else surviving(work)
    judgement = replace(judgement, draft=request.draft)
    if number := outside(os.environ):
        judgement = from_outside(judgement, number)
    text = request.output_format == "text"
    click.echo(render_text(judgement, request.lang) if text else renderer(request.output_format)(judgement), nl=False)
    if request.reports is not None:
        files = {name: renderer(kind)(judgement).encode() for kind, name in _REPORTS.items()}
        write_files(request.reports.absolute(), files)
    if request.summary is not None:
        page = render(judgement, versions, here.head.files, settings=settings, now=now, links=links(os.environ))
        _write(request.summary, page)
    return 0 if judgement.passed else 1


def _tell_where_people_look(request: _Request, words: str) -> None:
    """A check that could not run says why in the pull request, too, not only in the log of the run."""
    from promulgate.report import github_report, summary_report

    if request.output_format == "github":
        click.echo(github_report.render_failure(words), nl=False)
    if request.summary is not None:
        _write(request.summary, summary_report.render_failure(words))


def _write(path: Path, words: str) -> None:
    from promulgate.workspace import write_files

    write_files(path.absolute().parent, {path.name: words.encode()})


def _watch(request: _Request) -> None:
    from time import sleep

    from promulgate.commands.watching import differing
    from promulgate.gitstore import open_store
    from promulgate.workspace import tree_stamp

    root = open_store(Path.cwd()).root
    for _ in differing(lambda: tree_stamp(root), lambda: sleep(0.5)):
        click.clear()
        try:
            _check(request)
        except PromulgateError as error:
            click.echo(f"promulgate: {error}", err=True)
