"""The only module that knows MkDocs: it hands MkDocs the front pages, and writes the rest of the site beside them."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, cast

from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from promulgate import cache
from promulgate.archive import Archive
from promulgate.dates import parse_instant
from promulgate.errors import ConfigurationError, PromulgateError, PublicationError
from promulgate.kept_pages import KeptPages, Made
from promulgate.publication import findings_of_drafts, load_archive_of_head, refuse_unsafe_settings
from promulgate.settings import settings_of
from promulgate.site import File, Page, Site, addresses, files, front_pages
from promulgate.site.document import pieces
from promulgate.site.hosting import sitemap
from promulgate.site.look import Look
from promulgate.site.model import Guide, Heading
from promulgate.tree import FOLDERS
from promulgate.workspace import SiteWriter

_OVERRIDES = Path(__file__).parent / "site" / "theme"
_TITLE = re.compile(r"^#[ \t]+(.+?)[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*$", re.MULTILINE)
_THEME_STYLES = "assets/stylesheets/main."

Progress = Callable[[Iterable[Made]], Iterable[Made]]
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
        self.previous: Path | None = None
        """The site that is to be replaced, if that is left to whoever started MkDocs."""

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse settings that run code as soon as MkDocs asks this plugin anything, before it comes to the hooks.

        Raises PluginError. Tags in the file were run by then, should MkDocs have been started by itself.
        """
        with _plugin_errors():
            refuse_unsafe_settings(Path(config_file_path or "mkdocs.yml").absolute().parent)
        return super().load_config(options, config_file_path)

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
            findings = findings_of_drafts(root, now) if self.serving else None
        self.site = Site(archive, now, live=not as_of, keep=self.cache.kept, findings=findings)
        self.pages: dict[str, Page] = {}
        self.look = Look()
        config.theme.dirs.insert(0, str(_OVERRIDES))
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the front pages; of the theme's files keep the style sheet alone."""
        for file in list(files):
            _refuse_link(file, Path(config.docs_dir))
            from_theme = file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)
            if from_theme and not (file.src_uri.startswith(_THEME_STYLES) and file.src_uri.endswith(".css")):
                files.remove(file)
        self.site = replace(self.site, guides=self._guides(files))
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
        writer = SiteWriter(Path(config.site_dir), self.previous)

        def write(file: File) -> None:
            writer.write(file.address, file.content)

        listed = list(self.pages.values())
        with _plugin_errors():
            for made in self.progress(KeptPages(self.site, self.look, self.cache)):
                write(made.file)
                if made.page is not None and made.page.indexed and not made.page.canonical:
                    listed.append(made.page)
            for file in files(self.site):
                write(file)
            write(sitemap(self.site, listed))
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

    def _guides(self, files: Files) -> dict[str, tuple[Guide, ...]]:
        """The operator's own pages in the folders of the languages."""
        found: dict[str, list[Guide]] = {}
        for file in files.documentation_pages():
            language, _, rest = file.src_uri.partition("/")
            if rest and language in self.site.languages and not file.inclusion.is_excluded():
                found.setdefault(language, []).append(Guide(_title(file), file.url))
        return {language: tuple(guides) for language, guides in found.items()}

    def _language_of(self, page: MkDocsPage) -> str:
        first = page.file.url.partition("/")[0]
        return first if first in self.site.languages else self.site.languages[0]

    def _own_page(self, page: MkDocsPage) -> Page:
        """A page the operator wrote in Markdown, in the frame all pages have."""
        _, _, rest = page.file.url.partition("/")
        language = self._language_of(page)
        there = {
            other: guide.address
            for other in self.site.languages
            for guide in self.site.guides.get(other, ())
            if guide.address == f"{other}/{rest}"
        }
        return Page(
            address="" if page.file.url in ("./", ".") else page.file.url,
            language=language,
            title=str(page.title),
            body=Markup(page.content or ""),  # noqa: S704 - the operator's own page
            description=str(page.meta.get("description", "")),
            contents=tuple(_headings(page.toc)),
            translations={other: there.get(other) or addresses.home(other) for other in self.site.languages},
            equivalents=tuple(there) if len(there) > 1 else (),
        )


def build_site(
    config_file: Path,
    site_dir: Path,
    *,
    as_of: str | None = None,
    drafts: bool = False,
    progress: Progress = iter,
    previous: Path | None = None,
) -> Archive:
    """Run MkDocs as `mkdocs build` would, into `site_dir`, with the instant and the drafts a command asked for.

    Returns the archive the site was made from.

    `progress` passes the pages through as they are made; `previous` is the site that will be replaced. Raises
    PublicationError with MkDocs' own sentence when the build fails.
    """
    try:
        config = load_config(str(config_file), site_dir=str(site_dir))
        plugin = config.plugins.get("promulgate")
        if not isinstance(plugin, PromulgatePlugin):
            raise ConfigurationError(f"{config_file.name}: the plugin promulgate is not listed under plugins")
        plugin.config.as_of = as_of
        plugin.config.drafts = drafts
        plugin.progress = progress
        plugin.previous = previous
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


def _title(file: MkDocsFile) -> str:
    """The title of a page of the operator's own before MkDocs reads it: as its first lines say, else its heading."""
    body, given = get_data(file.content_string)
    heading = _TITLE.search(body)
    return str(given.get("title") or (heading[1] if heading else file.name))


def _headings(toc: TableOfContents) -> Iterator[Heading]:
    def below(item: AnchorLink, depth: int) -> Iterator[Heading]:
        if item.level > 1:
            yield Heading(item.id, Markup.escape(item.title), depth)
        for child in item.children:
            yield from below(child, depth + (item.level > 1))

    for item in toc:
        yield from below(item, 1)


def _refuse_link(file: MkDocsFile, folder: Path) -> None:
    """Raise PluginError for a page or picture of the operator's own that is a link: it could show any file there is."""
    own = file.src_dir is not None and Path(file.src_dir) == folder
    if own and (folder / file.src_uri).resolve() != folder.resolve() / file.src_uri:
        raise PluginError(f"{folder.name}/{file.src_uri}: a link is not allowed: put an ordinary file in its place")


@contextmanager
def _plugin_errors() -> Iterator[None]:
    """Our errors as MkDocs shows them: one sentence, no traceback."""
    try:
        yield
    except PromulgateError as error:
        raise PluginError(str(error)) from error
