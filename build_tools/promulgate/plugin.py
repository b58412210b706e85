"""The only module that knows MkDocs: it hands MkDocs the front pages, and writes the rest of the site beside them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal, cast

from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from promulgate import cache
from promulgate.archive import Archive
from promulgate.dates import parse_instant
from promulgate.errors import ConfigurationError, PromulgateError, PublicationError
from promulgate.publication import load_archive_of_head
from promulgate.settings import settings_of
from promulgate.site import File, Page, Planned, Site, addresses, archive_pages, files, front_pages
from promulgate.site.dependencies import Dependencies
from promulgate.site.document import document, pieces
from promulgate.site.hosting import sitemap
from promulgate.site.look import Look
from promulgate.site.model import Heading
from promulgate.tree import FOLDERS

_OVERRIDES = Path(__file__).parent / "site" / "theme"
_THEME_STYLES = "assets/stylesheets/main."

Progress = Callable[[Iterable[Planned]], Iterable[Planned]]
"""Passes pages through and may tell someone how far it is."""


class Options(Config):
    """What `mkdocs.yml` may say under `promulgate:`; `as_of` and `drafts` are set by the commands only."""

    languages = option.Type(list, default=["th", "en"])
    prevailing = option.Optional(option.Type(str))
    time_zone = option.Optional(option.Type(str))
    notice_days = option.Optional(option.Type(int))
    site_name = option.Type(dict, default={})
    site_notice = option.Type(dict, default={})
    rules = option.Type(dict, default={})
    as_of = option.Optional(option.Type(str))
    drafts = option.Type(bool, default=False)


class PromulgatePlugin(BasePlugin[Options]):
    """Builds the site of the committed policies. `load` reads the archive of a repository."""

    load: Callable[..., Archive] = staticmethod(load_archive_of_head)

    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self.progress: Progress = iter

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is a preview: it shows drafts."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the archive before anything is deleted or written, and put our few templates before the theme's."""
        root = Path(config.config_file_path).parent
        with _plugin_errors():
            given = {key: value for key, value in self.config.items() if value is not None}
            settings = settings_of(given, config.site_url or "", config.repo_url or "")
            self.cache = cache.Cache(root / cache.FOLDER)
            archive = self.load(root, drafts=self.serving or self.config.drafts, cache=self.cache)
            as_of = self.config.as_of
            now = parse_instant(as_of, settings.time_zone) if as_of else datetime.now(UTC)
        self.site = Site(archive, now, live=not as_of, keep=self.cache.kept)
        self.pages: dict[str, Page] = {}
        self.look = Look()
        config.theme.dirs.insert(0, str(_OVERRIDES))
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the front pages; of the theme's files keep the style sheet alone."""
        for file in list(files):
            from_theme = file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)
            if from_theme and not (file.src_uri.startswith(_THEME_STYLES) and file.src_uri.endswith(".css")):
                files.remove(file)
        self.look = Look(tuple(file.dest_uri for file in files if file.src_uri.startswith(_THEME_STYLES)))
        with _plugin_errors():
            for page in front_pages(self.site):
                source = f"{page.address}index.md"
                if source in files.src_uris:
                    raise PluginError(f"{config.docs_dir}/{source} would hide a page of the policies: rename it")
                files.append(MkDocsFile.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
                self.pages[source] = page
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Our HTML as it is: it was rendered once, by the one renderer."""
        ours = self.pages.get(page.file.src_uri)
        return str(ours.body) if ours else self._scrolling_tables(html, page)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        nav: object,  # noqa: ARG002
    ) -> TemplateContext:
        """What is around the body: on our pages and on the operator's own."""
        ours = self.pages.get(page.file.src_uri) or self._own_page(page)
        page.toc = TableOfContents([])
        cast("dict[str, object]", context)["document"] = pieces(self.site, ours, self.look)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything that never went through MkDocs."""
        target = Path(config.site_dir)
        listed = list(self.pages.values())
        with _plugin_errors():
            dependencies = Dependencies(self.site, self.look)
            for planned in self.progress(archive_pages(self.site)):
                name = f"{planned.address}index.html" if planned.address.endswith("/") else planned.address
                if planned.excerpt is not None:
                    key = dependencies.key(planned.excerpt, planned.address)
                    _write(target, File(name, self.cache.kept(key, partial(self._document, planned))))
                    continue
                page = planned.make()
                _write(target, File(name, document(self.site, page, self.look)))
                if page.indexed and not page.canonical:
                    listed.append(page)
            for file in files(self.site):
                _write(target, file)
            _write(target, sitemap(self.site, listed))
        self.cache.tidy()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Build again when a policy or a record changes."""
        root = Path(config.config_file_path).parent
        for folder in FOLDERS:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server

    def _scrolling_tables(self, html: str, page: MkDocsPage) -> str:
        """Tables of the operator's own pages, too: a keyboard must reach what a narrow screen has to scroll."""
        label = self.site.words(self._language_of(page)).plain("table")
        opening = Markup('<div class="table" role="group" tabindex="0" aria-label="{}"><table>').format(label)
        return html.replace("<table>", opening).replace("</table>", "</table></div>")

    def _language_of(self, page: MkDocsPage) -> str:
        first = page.file.url.partition("/")[0]
        return first if first in self.site.languages else self.site.languages[0]

    def _document(self, planned: Planned) -> bytes:
        return document(self.site, planned.make(), self.look)

    def _own_page(self, page: MkDocsPage) -> Page:
        """A page the operator wrote in Markdown, in the frame all pages have."""
        _, _, rest = page.file.url.partition("/")
        language = self._language_of(page)
        return Page(
            address="" if page.file.url in ("./", ".") else page.file.url,
            language=language,
            title=str(page.title),
            body=Markup(page.content or ""),  # noqa: S704 - the operator's own page
            description=str(page.meta.get("description", "")),
            contents=tuple(_headings(page.toc)),
            translations={
                other: f"{other}/{rest}" if other == language else addresses.home(other)
                for other in self.site.languages
            },
        )


def build_site(
    config_file: Path,
    site_dir: Path,
    *,
    as_of: str | None = None,
    drafts: bool = False,
    progress: Progress = iter,
) -> Archive:
    """Run MkDocs as `mkdocs build` would, into `site_dir`, with the instant and the drafts a command asked for.

    Returns the archive the site was made from.

    `progress` passes the pages through as they are made. Raises PublicationError with MkDocs' own sentence when the
    build fails.
    """
    try:
        config = load_config(str(config_file), site_dir=str(site_dir))
        plugin = config.plugins.get("promulgate")
        if not isinstance(plugin, PromulgatePlugin):
            raise ConfigurationError(f"{config_file.name}: the plugin promulgate is not listed under plugins")
        plugin.config.as_of = as_of
        plugin.config.drafts = drafts
        plugin.progress = progress
        config.plugins.on_startup(command="build", dirty=False)
        logging.getLogger("mkdocs.commands.build").addFilter(_below_error)
        build(config)
        return plugin.site.archive
    except (MkDocsException, SystemExit) as error:
        raise _failure(error) from error


def serve_site(config_file: Path) -> None:
    """Run MkDocs as `mkdocs serve` would: the site with drafts, built again on every change, until it is stopped.

    Raises PublicationError when the first build fails.
    """
    try:
        serve(str(config_file))
    except (MkDocsException, SystemExit) as error:
        raise _failure(error) from error


def _below_error(record: logging.LogRecord) -> bool:
    """Keeps MkDocs from logging the error that the command is about to report."""
    return record.levelno < logging.ERROR


def _failure(error: BaseException) -> PromulgateError:
    """What stopped MkDocs, in one sentence: our own error if it was one, else MkDocs' words."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PromulgateError):
            return cause
        error, cause = cause, cause.__cause__ or cause.__context__
    return PublicationError(f"the site was not built: {error}")


def _headings(toc: TableOfContents) -> Iterator[Heading]:
    def below(item: AnchorLink, depth: int) -> Iterator[Heading]:
        if item.level > 1:
            yield Heading(item.id, Markup.escape(item.title), depth)
        for child in item.children:
            yield from below(child, depth + (item.level > 1))

    for item in toc:
        yield from below(item, 1)


def _write(target: Path, file: File) -> None:
    path = target / file.address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)


@contextmanager
def _plugin_errors() -> Iterator[None]:
    """Our errors as MkDocs shows them: one sentence, no traceback."""
    try:
        yield
    except PromulgateError as error:
        raise PluginError(str(error)) from error
