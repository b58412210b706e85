"""Templates: the one place where pages become HTML. Everything not marked safe is escaped."""

from __future__ import annotations

import functools

import jinja2
from markupsafe import Markup

from promulgate.site.addresses import relative
from promulgate.site.words import Words


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("promulgate.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def render(template: str, address: str, words: Words, *, root: str = "", **values: object) -> Markup:
    """A template filled in for the page at `address`: `words` speak its language, `link` leads from it to any address.

    With `root`, the path of the site on its host, links start there: for a page that is shown at other addresses too.
    """

    def link(target: str) -> str:
        return root + target if root else relative(address, target)

    html = _environment().get_template(template).render(words=words, language=words.language, link=link, **values)
    return Markup(html)  # noqa: S704 - autoescaped
