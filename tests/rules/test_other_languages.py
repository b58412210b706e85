"""What the gate says of languages other than Thai and English, two or three at a time, on whole small texts."""

from __future__ import annotations

import pytest

from promulgate.rules.clauses import references
from promulgate.rules.meanings import meanings
from promulgate.rules.registry import judge
from tests.subjects import judged, subject, text

JAPANESE = (
    "お客様が Google、Apple または Microsoft の App Store でサブスクリプションを購入された場合、"
    "お支払いには各 App Store の利用規約が適用されます。"
    "返金については Google LLC、Apple Inc. または Microsoft Corporation にお問い合わせください。"
)
ENGLISH = (
    "If you buy the subscription in an app store of Google, Apple or Microsoft, the terms of that app store apply to"
    " your payment. For refunds, ask Google LLC, Apple Inc. or Microsoft Corporation."
)
CHINESE = (
    "本公司仅在提供服务所必需的范围内收集您的个人数据。"
    "未经您的同意，本公司不会向任何人披露这些数据，法律另有规定的除外。"
)
ENGLISH_OF_CHINESE = (
    "The company collects your personal data only as far as needed for the service. It discloses them to no one"
    " without your consent, unless a law provides otherwise."
)

PASS = [
    (
        "an address translated with its page",
        {
            "de": "## Änderungen beim Datenschutz {#a}\n\nSiehe https://x.example/de/datenschutz/archiv.",
            "en": "## Changes of privacy {#a}\n\nSee https://x.example/en/privacy/archive.",
        },
    ),
    (
        "spaces that do not break",
        {"fr": "Sous 14\u00a0jours\u202f: 30\u202f%.", "en": "Within 14 days: 30%."},
    ),
    ("digits of full width", {"ja": "　契約終了後１４日以内。", "en": "Within 14 days after the contract ends."}),
    (
        "signs that keep their order",
        {"ar": "نحتفظ بنسبة \u200e30%\u200e منها.", "en": "We keep 30% of it."},
    ),
    ("letters not joined", {"fa": "۱۴ روز نگه می\u200cداریم.", "en": "We keep it for 14 days."}),
    ("the order of day and month", {"vi": "Từ ngày 02/01/2025.", "en": "From 2 January 2025."}),
    (
        "names of things",
        {"es": "log_host, log_port, netcfg/el-host, mips64el", "en": "log_host, log_port, netcfg/el-host, mips64el"},
    ),
    (
        "I is no Italian article",
        {
            "it": "## Ho ordinato. Che cosa devo fare? {#a}\n\nScriveteci.",
            "en": "## I ordered it. Should I, or must I, write? {#a}\n\nWrite to us.",
        },
    ),
    ("names make Japanese longer", {"ja": JAPANESE, "en": ENGLISH}),
    ("Chinese is short", {"zh": CHINESE, "en": ENGLISH_OF_CHINESE}),
    (
        "Chinese and Japanese share headings",
        {"zh": "## 目的 {#a}\n\n保护数据。", "ja": "## 目的 {#a}\n\nデータを保護します。"},
    ),
    ("a word for a number", {"de": "Wir antworten innerhalb von zwei Wochen.", "en": "We answer within 2 weeks."}),
    ("Thai and Japanese", {"th": "แจ้งผลภายใน 15 วันทำการ ตามข้อ 5.2", "ja": "第5.2条に従い、15営業日以内に通知します。"}),
    (
        "right to left",
        {"ar": "1. نجيب خلال ٣٠ يومًا.\n2. تسري المادة ٦.", "en": "1. We answer within 30 days.\n2. Article 6 applies."},
    ),
    (
        "titles numbered in Chinese",
        {"zh": "## 十一、争议 {#a}\n\n本条适用。", "en": "## 11. Disputes {#a}\n\nThis clause applies."},
    ),
    (
        "titles numbered in brackets within their chapter",
        {"zh": "## （二）跑步记录 {#a}\n\n本条适用。", "en": "## 1.2 Running records {#a}\n\nThis clause applies."},
    ),
    (
        "titles numbered in words",
        {"es": "## DECIMOCUARTA. Objeto {#a}\n\nTexto.", "en": "## 14. Purpose {#a}\n\nText."},
    ),
    (
        "titles numbered with Roman numerals",
        {"de": "## XII. Schluss {#a}\n\nEnde.", "en": "## 12. End {#a}\n\nThe end."},
    ),
    (
        "an address translated with its page",
        {
            "de": "Unsere [Datenschutzerklärung](https://www.alp.example/de/datenschutz) gilt.",
            "en": "Our [privacy policy](https://www.alp.example/en/privacy) applies.",
        },
    ),
    (
        "an address in the plural",
        {
            "sv": "Skada anmäls på https://x.example/sv/skada.",
            "en": "Report a claim at https://x.example/en/claims.",
        },
    ),
    (
        "an address whose umlauts are spelt out",
        {
            "de": "[Datenschutzerklärung für Käufer](https://www.alp.example/de/datenschutzerklaerung)",
            "en": "[Privacy policy for buyers](https://www.alp.example/en/privacy-policy)",
        },
    ),
    (
        "an address translated from a page in English letters",
        {
            "de": "Unsere [Datenschutzerklärung](https://www.alp.example/de/datenschutz) gilt.",
            "th": "ใช้[นโยบายความเป็นส่วนตัว](https://www.alp.example/th/privacy)ของเรา",
        },
    ),
    (
        "paragraphs numbered within their article",
        {"ja": "2 使用者は30日以内に支払う。", "en": "6.2 The user shall pay within 30 days."},
    ),
    (
        "little words of a name",
        {
            "es": "Clínica Sol, S.L., con domicilio en la calle León y Castillo, 63, Las Palmas de Gran Canaria.",
            "en": "Clínica Sol, S.L., registered office at Calle León y Castillo 63, Las Palmas de Gran Canaria.",
        },
    ),
    (
        "names of languages in Latin letters",
        {"fr": "Google Ireland Limited, Dublin", "en": "Google Ireland Limited, Dublin"},
    ),
]

FINDINGS = [
    (
        "English left in French",
        {"en": "We keep your data for ten years.", "fr": "We keep your data for ten years."},
        ("untranslated", "error", "fr", 1),
    ),
    (
        "French left in English",
        {"en": "Nous gardons vos données pendant dix ans.", "fr": "Nous gardons vos données pendant dix ans."},
        ("untranslated", "error", "en", 1),
    ),
    (
        "Spanish left in English beside a name",
        {
            "es": "La Clínica tiene su domicilio en la calle León y Castillo, 63.",
            "en": "La Clínica tiene el domicilio en la calle León y Castillo, 63.",
        },
        ("untranslated", "error", "en", 1),
    ),
    (
        "another number in a title in brackets",
        {"zh": "## （三）跑步记录 {#a}\n\n本条适用。", "en": "## 1.2 Running records {#a}\n\nThis clause applies."},
        ("number-value", "error", "zh", 1),
    ),
    (
        "English left in Korean",
        {"en": "We keep your data for ten years.", "ko": "We keep your data for ten years."},
        ("untranslated", "error", "ko", 1),
    ),
    (
        "a Japanese sentence left in Chinese",
        {
            "ja": "当院は患者様の情報を販売しません。また、広告のために利用することもありません。",
            "zh": "当院は患者様の情報を販売しません。また、広告のために利用することもありません。",
        },
        ("untranslated", "error", "zh", 1),
    ),
    (
        "half of the Chinese is missing",
        {"en": ENGLISH_OF_CHINESE, "zh": "本公司仅在必需的范围内收集您的个人数据。"},
        ("length-ratio", "warning", "zh", 1),
    ),
    (
        "another number of a paragraph",
        {"ja": "3 使用者は30日以内に支払う。", "en": "6.2 The user shall pay within 30 days."},
        ("number-value", "error", "ja", 1),
    ),
    (
        "a day in Japanese",
        {"ja": "2027年4月1日に開催します。", "en": "It takes place on April 2, 2027."},
        ("date-value", "error", "ja", 1),
    ),
    (
        "a week in German",
        {"de": "binnen zwei Wochen", "en": "within three weeks"},
        ("duration-value", "error", "de", 1),
    ),
    (
        "a range turned round in English",
        {"ja": "2027年11月20日から23日まで開催します。", "en": "It takes place from 23 to 20 November 2027."},
        ("value-order", "error", "ja", 1),
    ),
    (
        "another number of a title in Chinese",
        {"zh": "## 十一、争议 {#a}\n\n本条适用。", "en": "## 12. Disputes {#a}\n\nThis clause applies."},
        ("reference-value", "error", "zh", 1),
    ),
    (
        "another number of a title in Roman numerals",
        {"de": "## XII. Schluss {#a}\n\nEnde.", "en": "## 13. End {#a}\n\nThe end."},
        ("reference-value", "error", "de", 1),
    ),
    (
        "an address that is no word of its text",
        {
            "de": "Unsere [Datenschutzerklärung](https://www.alp.example/de/datenschutz) gilt.",
            "en": "Our [privacy policy](https://www.alp.example/en/privocy) applies.",
        },
        ("link-target", "error", "de", 1),
    ),
    (
        "an address of another host",
        {
            "de": "Unsere [Datenschutzerklärung](https://www.alp.example/de/datenschutz) gilt.",
            "en": "Our [privacy policy](https://www.alps.example/en/privacy) applies.",
        },
        ("link-target", "error", "de", 1),
    ),
    (
        "an address of another page in English letters",
        {
            "ja": "[個人情報の取扱い](https://www.alp.example/ja/privacy)をご覧ください。",
            "en": "See [how we handle terms and data](https://www.alp.example/en/terms).",
        },
        ("link-target", "error", "ja", 1),
    ),
    (
        "an address with another number",
        {
            "de": "Unsere [Datenschutzerklärung](https://www.alp.example/de/datenschutz-2) gilt.",
            "en": "Our [privacy policy](https://www.alp.example/en/privacy-3) applies.",
        },
        ("link-target", "error", "de", 1),
    ),
    (
        "another page beside a translated one",
        {
            "de": "Der Datenschutz steht unter https://x.example/de/datenschutz/archiv.",
            "en": "For privacy see https://x.example/en/privacy/prices.",
        },
        ("link-target", "error", "de", 1),
    ),
    (
        "an address of which only one side is in words of its text",
        {
            "sv": "Skada anmäls på https://x.example/sv/skada.",
            "en": "Report a claim at https://x.example/en/prices.",
        },
        ("link-target", "error", "sv", 1),
    ),
    (
        "an override of the direction",
        {"ar": "نحتفظ بنسبة \u202e30%\u202c منها.", "en": "We keep 30% of it."},
        ("text-hygiene", "error", "ar", 1),
    ),
    (
        "a joiner between digits",
        {"fa": "1\u200c4 روز نگه می\u200cداریم.", "en": "We keep it for 14 days."},
        ("text-hygiene", "error", "fa", 1),
    ),
    (
        "another order of day and month",
        {"vi": "Từ ngày 02/01/2025.", "en": "From 1 February 2025."},
        ("date-value", "error", "vi", 1),
    ),
    ("an article in Korean", {"ko": "제5조 제2항", "en": "Article 5(3)"}, ("reference-value", "error", "ko", 1)),
]


@pytest.mark.parametrize(("case", "bodies"), PASS, ids=[case for case, _ in PASS])
def test_a_faithful_translation_passes(case: str, bodies: dict[str, str]) -> None:
    assert judged(bodies, languages=tuple(bodies)) == []


@pytest.mark.parametrize(("case", "bodies", "expected"), FINDINGS, ids=[case for case, *_ in FINDINGS])
def test_a_divergence_is_found(case: str, bodies: dict[str, str], expected: tuple[str, str, str, int]) -> None:
    assert judged(bodies, languages=tuple(bodies)) == [expected]


def test_a_third_language_without_a_file_is_named_in_both_languages_of_the_message() -> None:
    bodies = {"de": "Wir antworten.", "en": "We answer."}
    (finding,) = judge(subject(bodies, languages=("de", "en", "ja")))
    assert (finding.rule, finding.place.language, finding.place.path) == (
        "language-missing",
        "ja",
        "policies/ja/privacy.md",
    )
    assert "ภาษาญี่ปุ่น" in finding.message.th
    assert "Japanese" in finding.message.en


def test_of_three_languages_each_value_is_held_against_the_prevailing_one() -> None:
    bodies = {"de": "binnen 30 Tagen", "en": "within 30 days", "ja": "60日以内"}
    (finding,) = judge(subject(bodies, languages=("de", "en", "ja")))
    assert finding.place.language == "de"
    assert finding.counterpart is not None
    assert finding.counterpart.language == "ja"
    assert finding.message.en.endswith("German says “30 Tagen” (30 days), Japanese says “60日” (60 days)")
    assert "German prevails" in finding.hint.en


@pytest.mark.parametrize(
    ("language", "sentence", "mended"),
    [
        ("de", "Effective date: 5. März 2024", "Effective date: 1. Januar 2027"),
        ("pt-BR", "Effective date: 5 de março de 2024", "Effective date: 1 de janeiro de 2027"),
    ],
)
def test_the_declared_day_is_told_as_the_language_writes_it(language: str, sentence: str, mended: str) -> None:
    bodies = {"th": "นโยบายฉบับนี้มีผลใช้บังคับตั้งแต่วันที่ 5 มีนาคม 2567", language: sentence}
    told = [
        str(finding.hint)
        for finding in judge(subject(bodies, languages=("th", language)))
        if finding.rule == "effective-in-body"
    ]
    assert len(told) == 1
    assert "1 มกราคม พ.ศ. 2570" in told[0]
    assert mended in told[0]


def test_clauses_are_read_in_every_kind_of_english() -> None:
    for language in ("en", "en-GB"):
        assert [one.number for one in references(text(language, "See clause 5 for that."))] == ["5"]


def test_accents_hide_no_kinship_of_words() -> None:
    assert meanings("Résumé", "fr") == meanings("resume", "it") == {"~resum"}


@pytest.mark.parametrize(
    ("thai", "english", "rule"),
    [
        ("ภายในสามสิบวัน", "Within sixty days", "duration-value"),
        ("ไม่น้อยกว่า 15 วัน", "Not more than 15 days", "bound-reversed"),
        ("เราเปิดเผยข้อมูล", "We do not disclose data", "obligation"),
        ("เราใช้คุกกี้", "Please check this page regularly for changes", "check-back-phrase"),
        ("เราใช้คุกกี้", "เราใช้คุกกี้เพื่อจดจำการตั้งค่าของท่าน", "untranslated"),
    ],
)
def test_english_of_a_country_is_english(thai: str, english: str, rule: str) -> None:
    for language in ("en", "en-GB"):
        found = judged({"th": thai, language: english}, languages=("th", language))
        assert [name for name, *_ in found] == [rule], language
