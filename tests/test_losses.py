"""Nothing lost between source and page: each way to lose a word is an error at its line, or the word is visible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promulgate.errors import PublicationError, SourceError
from promulgate.publication import load_archive_of_head
from promulgate.rules.registry import judge
from promulgate.visibility import lost_words
from tests.subjects import HEADER_LINES, subject, text
from tests.support import Repository
from tests.test_markdown import MARKDOWN

LOST = [
    ("a definition nobody uses", "Fee.\n\n[note]: http://x.example/y", "words-lost", 3),
    ("a definition of one word", "Fee.\n\n[1]: 500", "words-lost", 3),
    ("a definition in a quote", "> [1]: 500\n\nFee.", "words-lost", 1),
    ("a definition in a list", "- [1]: 500\n\nFee.", "words-lost", 1),
    ("a definition on two lines", "[1]:\n    500\n\nFee.", "words-lost", 1),
    ("an indented definition", "   [1]: fee", "words-lost", 1),
    ("a definition given twice", "[a][r]\n\n[r]: http://a.example/\n[r]: http://b.example/", "link-undefined", 4),
    ("a link to no definition", "See [the terms][nope].", "link-undefined", 1),
    ("the title of a link", '[a](http://x.example/ "but not on Sundays")', "words-lost", 1),
    ("the title of a picture", 'b ![a](x.png "but not on Sundays")', "words-lost", 1),
    ("a link to a script", "[click](javascript:alert)", "words-lost", 1),
    ("a link with data", "[click](data:text/html,x)", "words-lost", 1),
    ("a link to a telephone", "[call](tel:+6621234567)", "words-lost", 1),
    ("a picture by a script", "b ![a](javascript:x)", "words-lost", 1),
    ("stars that multiply", "2*3*4 baht", "words-lost", 1),
    ("a sign that compares", "not more than\n> 30 days", "words-lost", 2),
    ("two signs that compare", "not more than\n>= 30 days", "words-lost", 2),
    ("Lao numerals at the start of a line", "໑. x", "words-lost", 1),
    ("Thai numerals that are shown as others", "๑. หนึ่ง\n๓. สาม", "list-number-shown", 2),
    ("a year in Thai numerals at the start of a line", "๒๕๖๙. บริษัท", "list-by-accident", 1),
    ("a year at the start of a line", "2026. The company", "list-by-accident", 1),
    ("the language of a code block", "```except\nx\n```", "words-lost", 1),
    ("a code block without end", "```\nx\n\ny", "fence-unclosed", 1),
    ("an entity inside a word", "income&notaxed;", "words-lost", 1),
    ("an invisible character as an entity", "a&#x202e;b", "text-hygiene", 1),
    ("an invisible character as a named entity", "a&zwnj;b", "text-hygiene", 1),
    ("a comment", "a <!-- b -->", "comment-hidden", 1),
    ("one cell too many", "| a | b |\n|---|---|\n| c | d | e |", "table-cells", 3),
    ("one cell too many with words seen elsewhere", "| x | x |\n|---|---|\n| x | x | x |", "table-cells", 3),
    ("one cell too few", "| a | b |\n|---|---|\n| c |", "table-cells", 3),
    ("a table glued to a paragraph", "a\n| b | c |\n|---|---|\n| d | e |", "table-unread", 3),
    ("a table with too few dashes", "| a | b | c |\n|---|---|\n| d | e | f |", "table-unread", 2),
    ("a footnote given twice", "a[^1]\n\n[^1]: one\n[^1]: two", "footnotes", 4),
    ("a footnote nobody refers to", "a\n\n[^1]: one", "footnotes", 3),
    ("a footnote that is not there", "a[^1]", "footnotes", 1),
    ("a gap in the numbers", "1. a\n2. b\n4. c", "list-number-shown", 3),
    ("a list glued to a paragraph", "a\n- b\n- c", "list-glued", 2),
    ("a numbered list glued to a paragraph", "a\n1. b\n2. c", "list-glued", 2),
    ("a bracketed number", "1) a\n2) b", "list-glued", 2),
    ("a nested list indented too little", "- a\n  - b", "list-indent", 2),
    ("a line of dashes under a sentence", "The fee is due.\n---\n\nmore", "section-id-missing", 1),
    ("a heading without an id", "## Fee\n\nmore", "section-id-missing", 1),
    ("a heading inside a list", "- ## Fee {#fee}\n\n    more", "heading-nested", 1),
    ("emphasis inside emphasis that eats a star", "*a **b*c**", "words-lost", 1),
    ("a product among other stars", "5*3*2 and 4*2", "words-lost", 1),
    ("a definition with words in its name", "[fee is 500]: http://a.example/\n\nNo use.", "words-lost", 1),
    ("words in the title of a definition", '[x]: <http://a.example> "the fee is 500"\n\nSee [x].', "words-lost", 1),
    ("a definition inside the second paragraph of a note", "x\n\n[^1]: a\n\ny[^1]\n\n    [^1]: b", "words-lost", 7),
    ("the code of no character", "a &#0; b", "text-hygiene", 1),
    ("the code of half a character", "a &#xD800; b", "text-hygiene", 1),
    ("a number of ten digits at the start of a line", "1234567890. big", "list-by-accident", 1),
    ("a single dash under a line", "Fees apply\n-", "section-id-missing", 1),
    ("seven signs of a heading", "####### seven", "section-id-missing", 1),
    ("a class beside a heading's id", "## H {#h .hidden}\n\nx", "section-id-missing", 1),
    ("attributes after a heading's id", "## H {#h} {: .x}\n\nx", "section-id-missing", 1),
    ("a picture of data", "![fee 500](data:image/png;base64,AAAA)", "words-lost", 1),
    ("a list in digits of another script", "\u0661\u0662. x", "text-hygiene", 1),
    ("words beside a fence", "~~~ no\nx\n~~~", "words-lost", 1),
    ("a fence closed by another", "```\ncode\n~~~\nmore", "fence-unclosed", 1),
    ("Thai numbers with brackets", "๑) ก\n๒) ข", "list-glued", 2),
    ("a nested list indented by three spaces", "1. a\n   - b", "list-glued", 2),
    ("a list that starts again without starting", "10. a\n1. b", "list-number-shown", 2),
    ("a link to another host that looks like a place here", "[a](//evil.example/)", "link-address", 1),
    ("a link whose host is not the one that is seen", "[a](https://bank.example@evil.example/)", "link-address", 1),
]


@pytest.mark.parametrize(("body", "rule", "line"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_each_loss_is_an_error_at_its_line(body: str, rule: str, line: int) -> None:
    findings = judge(subject({"en": body}, languages=("en",)))
    found = [(finding.rule, finding.severity.word, finding.place.line - HEADER_LINES) for finding in findings]
    assert (rule, "error", line) in found, found


@pytest.mark.parametrize(
    ("source", "rule", "line"),
    [
        (b"Hidden words\n---\nversion: '1.0'\n---\n# T\n", "front-matter", 1),
        (b"# T\n\nNo lines at the top.\n", "front-matter", 1),
        (b"---\nversion: '1.0'\n# T\n", "front-matter", 1),
        (b"---\nversion: '1.0'\neffective: 2027-01-01\nsummary: fee #1\n---\n# T\n", "front-matter", 4),
        (b"---\nversion: '1.0'\neffective: 2027-01-01\n---\nThe Fee\n===\n\n# T\n", "title", 5),
        (b"---\nversion: '1.0'\neffective: 2027-01-01\n---\n#1 fee\n\n# T\n", "title", 5),
    ],
)
def test_what_cannot_even_be_read_is_refused_at_its_line(source: bytes, rule: str, line: int) -> None:
    from promulgate.markdown import read_text

    with pytest.raises(SourceError) as caught:
        read_text("privacy", "en", "policies/en/privacy.md", source)
    assert (caught.value.problems[0].rule, caught.value.problems[0].line) == (rule, line)


@pytest.mark.parametrize(
    ("body", "visible"),
    [
        ("<amount> baht, a<b and c>d", "<amount> baht, a<b and c>d"),
        ("<div>words", "<div>words"),
        ("a {: .hidden }", "a {: .hidden }"),
        ("[TOC]", "[TOC]"),
        ("*[HTML]: words", "*[HTML]: words"),
        ("Note: words\nOther: words", "Note: words Other: words"),
        ("{{ secret }} {% if x %}", "{{ secret }} {% if x %}"),
        ('!!! note "title"\n    words', '!!! note "title" words'),
        ("[1]: a fee of 500 baht", "[1]: a fee of 500 baht"),
        ("price* and fee*", "price* and fee*"),
        ("5 * 3 * 2 = 30", "5 * 3 * 2 = 30"),
        ("a_b_c and __x", "a_b_c and __x"),
        ("a &copy; b &lt;c&gt; AT&T &amp; d", "a © b <c> AT&T & d"),
        ("1\\. a \\*b\\* \\[c\\]", "1. a *b* [c]"),
        ("0. a\n1. b", "0. a\n1. b"),
        ("5. a\n6. b", "5. a\n6. b"),
        ("1. a\n\ntext\n\n3. b", "1. a\ntext\n3. b"),
        ("| a \\| b | `x|y` |\n|---|---|\n| c | d |", "a | b\nx|y\nc\nd"),
        ("> a[^1]\n>\n> [^1]: b", "a\n1 b"),
        ("- a[^1]\n\n    [^1]: b", "a\n1 b"),
        ("    indented", "indented"),
        ("<https://x.example/?a=b&c=d> <a@b.example>", "https://x.example/?a=b&c=d a@b.example"),
        ("คำ\n:   ความหมาย", "คำ\nความหมาย"),
        ("~~a~~ ==b== x^2^", "~~a~~ ==b== x^2^"),
        ("[x]: /url 'the fee\nis 500 baht'\n\nSee [x].", "[x]: /url 'the fee is 500 baht'\nSee [x]."),
        ("a  \nb\\\nc", "a b\\ c"),
        (": a lone colon", "a lone colon"),
        ("Fee\n: 500\n: 600", "Fee\n500\n600"),
        ("| a[^1] | b |\n|---|---|\n| c | d |\n\n[^1]: note", "a\nb\nc\nd\n1 note"),
        ("|a|b|\n|:-:|--:|\n|c|d|\nnot a row", "a\nb\nc\nd\nnot a row\n"),
        ("<!--\nwords\n-->", "<!-- words -->"),
        ("<br>\n<hr>", "<br> <hr>"),
        ("①. x", "①. x"),
        ("1） x", "1） x"),
        ("- [ ] to do\n- [x] done", "[ ] to do\n[x] done"),
        ("[[wiki]] $x$ ^[note] @import x", "[[wiki]] $x$ ^[note] @import x"),
        ("(1) x\n(2) y", "(1) x (2) y"),
        ("a) b\nb) c", "a) b b) c"),
        ("> quoted\nand on", "quoted and on"),
        ("`` a ` b ``", "a ` b"),
        ("`a", "`a"),
        ("&NotAnEntity; &copy 5 &amp;lt;", "&NotAnEntity; &copy 5 &lt;"),
        ("10. ten\n11. eleven", "10. ten\n11. eleven"),
        ("[^a b]: words of a note\n\nx[^a b]", "x\n1 words of a note"),
        ("## {#a} words {#b}\n\nx", "{#a} words\nx"),
    ],
)
def test_what_looks_like_markup_elsewhere_is_visible(body: str, visible: str) -> None:
    read = text("en", body)
    assert read.visible == f"Privacy policy\n{visible}\n"
    assert lost_words(read) == ()


@settings(max_examples=150, deadline=None)
@given(MARKDOWN)
def test_a_word_that_stands_in_the_source_is_shown_or_reported(body: str) -> None:
    """Whatever the engine makes of a source: a word put into it is on the page, or its line is reported."""
    lines = body.split("\n")
    lines.insert(len(lines) // 2, "zyxwv qponm")
    try:
        read = text("en", "\n".join(lines))
    except SourceError:
        return
    reported = {lost.line for lost in lost_words(read)}
    line = HEADER_LINES + len(lines) // 2 + 1
    assert ("zyxwv" in read.visible and "qponm" in read.visible) or line in reported or line - 1 in reported


def test_a_site_is_not_built_from_a_record_that_lost_words(
    published: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An engine that swallows words after an upgrade builds nothing."""
    from promulgate.markdown import dialect, reader

    assert load_archive_of_head(published.root).policies
    monkeypatch.setattr(reader, "render", lambda body: dialect.render(body.replace("30", "")))
    reader.read_text.cache_clear()
    with pytest.raises(PublicationError, match=r"changelog/privacy/1\.0/(th|en)\.md:[0-9]+: .*30"):
        load_archive_of_head(published.root)
    monkeypatch.undo()
    reader.read_text.cache_clear()


@settings(max_examples=60, deadline=None)
@given(st.one_of(MARKDOWN, st.text(max_size=200), st.binary(max_size=200).map(lambda raw: raw.decode("latin-1"))))
def test_whatever_is_written_only_our_own_errors_come_out(body: str) -> None:
    try:
        judge(subject({"en": body}, languages=("en",)))
    except (SourceError, UnicodeEncodeError):  # the second is the test's own: half a surrogate pair is no file
        return
