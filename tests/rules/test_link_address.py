"""Addresses that lead elsewhere than they seem to."""

from __future__ import annotations

import pytest

from tests.subjects import judged


@pytest.mark.parametrize(
    "target",
    [
        *(
            "//evil.example/",
            "///evil.example/",
            "/\\evil.example/",
            "\\\\evil.example\\x",
            "a\\b",
            "https:evil.example",
        ),
        *("http:evil", "http:/evil.example", "https:///evil.example", "HTTP:evil", "https://user@evil.example/"),
        *("https://bank.example:secret@evil.example/", "https://bank.example%40evil.example/"),
        *("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "https://www.ex\u0430mple.com/", "https://gοοgle.com/"),
        *("https://ｅxample.com/", "ftp://x.example/"),
    ],
)
def test_it_is_an_error_at_its_line(target: str) -> None:
    found = judged({"en": f"Words.\n\nSee [the website]({target})."}, languages=("en",))
    assert [(severity, line) for rule, severity, _, line in found if rule in ("link-address", "words-lost")] == [
        ("error", 3)
    ]


@pytest.mark.parametrize("source", ["https://x.example/a.png", "//x.example/a.png", "http:a.png"])
def test_a_picture_of_another_host_is_an_error(source: str) -> None:
    found = judged({"en": f"Words ![a picture]({source})."}, languages=("en",))
    assert ("link-address", "error", "en", 1) in found


@pytest.mark.parametrize(
    "target",
    [
        *(
            "https://www.example.com/",
            "http://example.com",
            "https://example.com:8443/a?b=c&d=e#f",
            "mailto:a@b.example",
        ),
        *(
            "https://ไทย.example/",
            "https://xn--o3cw4h.example/",
            "https://müller.example/",
            "/en/terms/",
            "terms.md#fees",
        ),
        *("https://example.com/@name", "https://example.com/a%20b", "HTTPS://WWW.EXAMPLE.COM/"),
    ],
)
def test_an_ordinary_address_is_fine(target: str) -> None:
    found = judged({"en": f"See [the website]({target})."}, languages=("en",))
    assert [one for one in found if one[0] == "link-address"] == []


def test_readers_who_write_in_an_alphabet_may_name_hosts_in_it() -> None:
    for language, host in (("el", "παράδειγμα.example"), ("ru", "пример.example")):
        found = judged({language: f"[x](https://{host}/)"}, languages=(language,))
        assert [one for one in found if one[0] == "link-address"] == []
