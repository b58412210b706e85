"""Script hidden in a policy, wherever it may stand: none runs in a real browser without any content security policy."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, datetime

import markdown
import pytest
from playwright.sync_api import Browser, Page

from promulgate.archive import Archive, Policy
from promulgate.archive_reader import read_versions
from promulgate.checking import Judgement
from promulgate.errata import Erratum
from promulgate.errors import Bilingual
from promulgate.markdown import read_text
from promulgate.model import Finding, Place, Severity
from promulgate.recording import prepare_record
from promulgate.records import RecordFolder
from promulgate.report import summary_report
from promulgate.settings import Settings
from promulgate.site import Site, archive_pages, front_pages
from promulgate.site.document import document
from promulgate.site.look import Look
from promulgate.visibility import lost_words

SCRIPTS = (
    "<script>hit()</script>",
    "<ScRiPt>hit()</sCrIpT>",
    "<script/x>hit()</script >",
    "<scr<script>ipt>hit()</script>",
    "<img src=x onerror=hit()>",
    '<img src="x" onerror="hit()" />',
    "<img/src=x/onerror=hit()>",
    "<svg onload=hit()>",
    "<svg><script>hit()</script></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<math><mtext></p><img src=x onerror=hit()>",
    "<body onload=hit()>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<iframe src=javascript:parent.hit()></iframe>",
    "<object data=javascript:hit()></object>",
    "<embed src=javascript:hit()>",
    "<a href=javascript:hit()>words</a>",
    "<details open ontoggle=hit()>",
    "<video><source onerror=hit()></video>",
    "<input autofocus onfocus=hit()>",
    "<style>@import 'javascript:hit()';</style>",
    "<link rel=stylesheet href=javascript:hit()>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>",
    "<base href=javascript:hit()//>",
    "<form action=javascript:hit()><button>words</button></form>",
    "<template><script>hit()</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=hit()>'>",
    "<!--><script>hit()</script-->",
    "<![CDATA[><script>hit()</script>]]>",
    "<?xml ?><script>hit()</script>",
    "'\"><script>hit()</script>",
    "</title><script>hit()</script>",
    "</textarea><script>hit()</script>",
    "{{7*7}}{% raw %}<script>hit()</script>",
    "&lt;script&gt;hit()&lt;/script&gt;",
    "&#60;script&#62;hit()&#60;/script&#62;",
    "\\<script>hit()\\</script>",
    "`<script>hit()</script>`",
    '{: onclick="hit()" }',
    '{: style="x" onmouseover="hit()" }',
)
TARGETS = (
    "javascript:hit()",
    "JaVaScRiPt:hit()",
    "java\tscript:hit()",
    "&#106;avascript:hit()",
    "&#x6A;avascript:hit()",
    "javascript&colon;hit()",
    "javascript&#58;hit()",
    "%6aavascript:hit()",
    " javascript:hit()",
    "&#1;javascript:hit()",
    "vbscript:hit()",
    "data:text/html,<script>hit()</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==",
    "//javascript:hit()",
    'x" onmouseover="hit()',
    "x' onerror='hit()",
    'x"onerror=hit()//',
    "<javascript:hit()>",
    "view-source:javascript:hit()",
    "blob:javascript:hit()",
    "javascript://example.com/%0Ahit()",
    "feed:javascript:hit()",
)
PLACES = (
    "{}",
    "## Heading {} {{#id-{n}}}",
    "- item {}",
    "> quoted {}",
    "[words {}](https://x.example/)",
    "| a {} | b |\n|---|---|\n| c | {} |",
    "note[^n{n}]\n\n[^n{n}]: {}",
    "term {}\n:   meaning {}",
    "![picture {}](x.png)",
    "**bold {}**",
)
LINKS = ("[words]({})", "![picture]({})", "[words][r{n}]\n\n[r{n}]: {}", "<{}>", '[words](x "{}")', "[words](<{}>)")

VECTORS = tuple(
    template.replace("{n}", str(number)).replace("{{", "{").replace("}}", "}").replace("{}", payload)
    for number, (template, payload) in enumerate(
        [
            *((place, script) for place in PLACES for script in SCRIPTS),
            *((link, to) for link in LINKS for to in TARGETS),
        ]
    )
)

HITS = """
window.hits = 0; window.hit = () => { window.hits += 1 };
for (const name of ['alert', 'confirm', 'prompt']) window[name] = window.hit;
"""
PROVOKE = """
() => {
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['mouseover', 'focus', 'error', 'load', 'toggle', 'begin'])
      element.dispatchEvent(new Event(name));
    const target = element.getAttribute('href') || element.getAttribute('src') || element.getAttribute('action') || '';
    if (/^\\s*(javascript|vbscript|data):/i.test(target) && !target.startsWith('data:image/svg')) window.hits += 1;
    for (const attribute of element.attributes) if (/^on/i.test(attribute.name)) window.hits += 1;
  }
  return window.hits;
}
"""


FIELD_SCRIPTS = (*SCRIPTS[:38], "javascript:hit()", "' onmouseover='hit()", "x</code></pre><script>hit()</script>")
"""What is tried in every field that is no Markdown: lines at the top, corrections, reasons, the site's own words."""
NAMES = (
    *("<img src=x onerror=hit()>.md", "<script>hit()<", '"onmouseover="hit().md', "'><svg onload=hit()>.md"),
    *("javascript:hit().md", "`<script>`.md", "[x](javascript:hit()).md", "a&lt;script&gt;hit()&lt;.md", "{{7*7}}.md"),
    *("--><script>hit()<.md", "::error file=x::hit().md", "|<b>x|.md"),
)
"""File names: they come out in findings, on the summary page of a check, and in what annotates a pull request."""


def documents(body: str, field: str = "<script>hit()</script>") -> list[str]:
    """Every page of a site of one policy with this body and these words in every field, without its security policy."""
    quoted = json.dumps(field)
    settings = Settings(
        site_name={"th": field, "en": "'\"><img src=x onerror=hit()>"},
        site_notice={"th": field, "en": field},
        site_url="https://policies.example/",
    )
    fields = {"1.0": ("imported",), "1.1": ("imported", "urgent"), "1.2": ("withdrawn",)}
    folders: tuple[RecordFolder, ...] = ()
    for number, (version, names) in enumerate(fields.items()):
        texts = {}
        for language in settings.languages:
            lines = "".join(f"{name}: {quoted}\n" for name in (*names, "summary"))
            header = f'---\nversion: "{version}"\neffective: 20{19 + number}-01-01\nmaterial: false\n{lines}---\n'
            source = f"{header}# Title <script>hit()</script>\n\n{body}\n\nParagraph {number}.\n".encode()
            texts[language] = read_text("privacy", language, f"policies/{language}/privacy.md", source)
        folders = (*folders, prepare_record(texts, folders, (), settings))
    errata = (Erratum("1.0", date(2026, 11, 1), {"th": field, "en": field}),)
    policy = Policy("privacy", read_versions("privacy", folders, settings), errata=errata)
    site = Site(Archive(settings, (policy,), commit=field), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    pages = [*front_pages(site), *(planned.make() for planned in archive_pages(site))]
    html = [document(site, page, Look()).decode() for page in pages]
    return [re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", one) for one in html]


def as_html(summary: str) -> str:
    """A summary page as a platform might show it: Markdown with raw HTML let through."""
    return markdown.markdown(summary, extensions=["tables"])


def summaries(names: Sequence[str], field: str) -> list[str]:
    """Summary pages of checks, as HTML, in which file names, messages, reasons and branch names come out."""
    settings = Settings()
    place = [Place("th", f"policies/th/{name}", 1) for name in names]
    words = Bilingual(field, field)
    found = [Finding("layout", Severity.ERROR, field, field, one, words, words) for one in place]
    now = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
    page = summary_report.render(Judgement(tuple(found), 1, 2, 3), (), {}, settings=settings, now=now)
    return [as_html(page), as_html(summary_report.render_failure(f"git knows no commit called {field!r}"))]


def test_there_are_vectors_enough_and_none_loses_a_word_unseen() -> None:
    """What a vector says is on the page, or its line is reported: nothing is stripped in silence."""
    assert len(set(VECTORS)) >= 150
    silent = []
    for vector in VECTORS:
        source = f'---\nversion: "1.0"\neffective: 2019-01-01\n---\n# T\n\n{vector} zyxwv\n'.encode()
        read = read_text("privacy", "en", "policies/en/privacy.md", source)
        if "zyxwv" not in read.visible and not lost_words(read):
            silent.append(vector)
        if vector.count("hit()") and "hit()" not in read.visible.replace(" ", "") and not lost_words(read):
            targets = [link.target for section in read.sections for block in section.blocks for link in block.links]
            targets += [image.source for section in read.sections for block in section.blocks for image in block.images]
            words = [
                image.alternative for section in read.sections for block in section.blocks for image in block.images
            ]
            if not any("hit()" in one for one in [*targets, *words]):
                silent.append(vector)
    assert silent == []


@pytest.mark.browser
def test_no_script_runs_anywhere_in_a_real_browser(browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    page.add_init_script(HITS)
    page.set_content(f"<script>{HITS}</script><img src=x onerror=hit()>")
    page.wait_for_function("window.hits > 0")  # the trap works
    for number, field in enumerate(FIELD_SCRIPTS):
        for html in (*documents("Words.", field), *summaries(NAMES if number == 0 else (), field)):
            page.set_content(f"<script>{HITS}</script>{html}", wait_until="domcontentloaded")
            assert page.evaluate(PROVOKE) == 0, field
    for start in range(0, len(VECTORS), 60):
        for html in documents("\n\n".join(VECTORS[start : start + 60])):
            page.set_content(f"<script>{HITS}</script>{html}", wait_until="domcontentloaded")
            assert page.evaluate(PROVOKE) == 0, [vector for vector in VECTORS[start : start + 60] if runs(page, vector)]
    page.close()


def runs(page: Page, vector: str) -> bool:
    """Whether this vector alone is the one that ran, to name it."""
    for html in documents(vector):
        page.set_content(f"<script>{HITS}</script>{html}", wait_until="domcontentloaded")
        if page.evaluate(PROVOKE):
            return True
    return False
