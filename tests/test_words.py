from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.words import tokens

WHOLE = [
    ("ตามข้อ 4.2 (ก) ของนโยบาย", "ข้อ 4.2 (ก)"),
    ("ตามมาตรา ๒๔ แห่ง", "มาตรา ๒๔"),
    ("under section 4.2(a), the", "section 4.2(a)"),
    ("see 4.2(a) there", "4.2(a)"),
    ("ภายใน30วัน", "30"),
    ("ภายใน๓๐วัน", "๓๐"),
    ("เป็นเงิน 1,250.50 บาท ต่อเดือน", "1,250.50 บาท"),
    ("a fee of THB 1,250.50 a year", "THB 1,250.50"),
    ("ค่าปรับ ฿500 ต่อครั้ง", "฿500"),
    ("ดอกเบี้ยร้อยละ 15 ต่อปี", "ร้อยละ 15"),
    ("at 7.5% a year", "7.5%"),
    ("ตั้งแต่วันที่ 1 มกราคม พ.ศ. 2570 เป็นต้นไป", "1 มกราคม พ.ศ. 2570"),
    ("ตั้งแต่วันที่ ๑ มกราคม ๒๕๗๐ เป็นต้นไป", "๑ มกราคม ๒๕๗๐"),
    ("from 1 January 2027 on", "1 January 2027"),
    ("from January 1, 2027 on", "January 1, 2027"),
    ("from 2027-01-01 on", "2027-01-01"),
    ("วันที่ 1/1/2570 เป็นต้นไป", "1/1/2570"),
    ("โทร 02-123-4567 ในเวลาทำการ", "02-123-4567"),
    ("call +66 2 123 4567 now", "+66 2 123 4567"),
    ("ที่ dpo@siam.example.co.th หรือ", "dpo@siam.example.co.th"),
    ("ดู https://siam.example/th/?a=1#b. จบ", "https://siam.example/th/?a=1#b"),
    ("ดู www.siam.example และ", "www.siam.example"),
    ("ปีพ.ศ. 2562", "พ.ศ."),
    ("the Company’s fee", "Company’s"),
    ("it don't matter", "don't"),
]


@pytest.mark.parametrize(("text", "word"), WHOLE, ids=[word for _, word in WHOLE])
def test_what_a_lawyer_reads_as_one_thing_is_one_token(text: str, word: str) -> None:
    assert word in tokens(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("บริษัทจะไม่เปิดเผยข้อมูล", ("บริษัท", "จะ", "ไม่", "เปิดเผย", "ข้อมูล")),
        ("ภายใน30วัน", ("ภายใน", "30", "วัน")),
        ("one, two", ("one", ",", " ", "two")),
        ("เวลา 17.00 น.", ("เวลา", " ", "17.00", " ", "น.")),
        ("日本", ("日", "本")),
        ("", ()),
    ],
)
def test_words_are_divided(text: str, expected: tuple[str, ...]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize("text", ["น้ำ", "นํ้า", "ทิ้้งๆ", "ก็ก็ก็", "30วัั", "ภายใน30ัน"])
def test_a_letter_keeps_its_vowel_signs_and_tone_marks(text: str) -> None:
    first, *others = tokens(text)
    thai = [token for before, token in zip((first, *others), others, strict=False) if before[-1] > "\u0e00"]
    assert not [token for token in thai if token[0] in "ะัาำิีึืฺุู็่้๊๋์ํ๎"]


@given(st.text(alphabet=st.one_of(st.sampled_from("กขคงเแำ้ัาี่ ๑๒30.,:/()-@%\u200b\n\u00a0aZ’'บาทข้อ"), st.characters())))
def test_tokens_join_to_the_text_character_by_character(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    "text", ["ก" * 60_000, "ั" * 60_000, "a%" * 60_000, "1-" * 60_000, "ข้อ" * 20_000, "a." * 60_000]
)
def test_a_hostile_run_is_still_divided(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_importing_costs_no_dictionary_and_dividing_makes_no_folder_at_home(tmp_path: Path) -> None:
    """Loading the dictionary takes half a second, and the library makes a folder in HOME unless told not to."""
    program = (
        "import sys, promulgate.words as words\n"
        "assert 'pythainlp' not in sys.modules\n"
        "assert words.tokens('ภายในสามสิบวัน') == ('ภายใน', 'สามสิบ', 'วัน')\n"
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
