"""The cases of words, terms, references and characters a gate must get right, on whole small texts."""

from __future__ import annotations

import pytest

from promulgate.rules.registry import judge
from tests.subjects import found, judged, subject

GLOSSARY = """\
- th: [ผู้ควบคุมข้อมูลส่วนบุคคล, ผู้ควบคุมข้อมูล]
  en: [data controller, controller]
- th: ผู้ประมวลผลข้อมูลส่วนบุคคล
  en: [data processor, processor]
"""
LONG_TH = "บริษัทเก็บรวบรวมข้อมูลส่วนบุคคลของท่านเท่าที่จำเป็นเพื่อการให้บริการ และเปิดเผยเฉพาะแก่ผู้ที่ท่านยินยอม"
LONG_EN = (
    "The company collects your personal data as far as needed for the service, and discloses it only with your consent."
)
NUMBERED_TH = "## 1. ขอบเขต {#a}\n\n%s\n\n## 2. หน้าที่ {#b}\n\n1. ชำระเงิน\n2. แจ้งที่อยู่"
NUMBERED_EN = "## 1. Scope {#a}\n\n%s\n\n## 2. Duties {#b}\n\n1. to pay\n2. to report the address"

FINDINGS = [
    (
        "68 English in Thai",
        "We use cookies to remember you.",
        "We use cookies to remember you.",
        ("untranslated", "error", "th", 1),
    ),
    ("68 Thai in English", "เราใช้คุกกี้เพื่อจดจำท่าน", "เราใช้คุกกี้เพื่อจดจำท่าน", ("untranslated", "error", "en", 1)),
    (
        "68 other English",
        "Cookies help us to know you.",
        "We use cookies to remember you.",
        ("untranslated", "error", "th", 1),
    ),
    (
        "68 a list item",
        "- ชื่อ\n- tax identification",
        "- name\n- tax identification",
        ("untranslated", "error", "th", 2),
    ),
    (
        "68 a heading",
        "## Use of personal data {#a}\n\nเราใช้",
        "## Use of personal data {#a}\n\nWe use it.",
        ("untranslated", "error", "th", 1),
    ),
    (
        "68 a heading in capitals",
        "## Clause 6. Insurance of the Vehicle {#a}\n\nผู้เช่าซื้อต้องทำประกันภัย",
        "## Clause 6. Insurance of the Vehicle {#a}\n\nThe hirer must take out insurance.",
        ("untranslated", "error", "th", 1),
    ),
    (
        "68 brackets where nothing is translated",
        "- ปลา\n- Histamine (tuna and mackerel)",
        "- fish\n- Histamine (tuna and mackerel)",
        ("untranslated", "error", "th", 2),
    ),
    (
        "68 a short sentence with a verb",
        "ให้ระงับโดยอนุญาโตตุลาการ The language of the arbitration is English.",
        "It is settled by arbitration. The language of the arbitration is English.",
        ("untranslated", "error", "th", 1),
    ),
    (
        "68 a sentence inside",
        "เราใช้คุกกี้ and we keep what you chose for the next visit เสมอ",
        "We use cookies and keep it.",
        ("untranslated", "error", "th", 1),
    ),
    ("77", "เราอาจเปิดเผยข้อมูล", "We must not disclose data.", ("obligation", "warning", "en", 1)),
    ("77 negation", "เราไม่เปิดเผยข้อมูลของท่าน", "We disclose your data.", ("obligation", "warning", "en", 1)),
    ("77 duty", "เราต้องแจ้งท่าน", "We may tell you.", ("obligation", "warning", "en", 1)),
    ("78 short", LONG_TH[:40], LONG_EN, ("length-ratio", "warning", "th", 1)),
    ("78 long", LONG_TH * 2, LONG_EN, ("length-ratio", "warning", "en", 1)),
    ("must not, may", "ห้ามเปิดเผยข้อมูล", "Data may be disclosed.", ("obligation", "warning", "en", 1)),
    ("มิได้", "ข้อมูลที่ท่านมิได้ให้ความยินยอม", "Data to which you consented.", ("obligation", "warning", "en", 1)),
    ("no", "เจ้าของร่วมมีสิทธิออกเสียง", "A co-owner has no right to vote.", ("obligation", "warning", "en", 1)),
    ("third script", "เราเก็บข้อมูล согласие ของท่าน", "We keep your data.", ("untranslated", "error", "th", 1)),
    ("can't", "แลกเป็นเงินสดไม่ได้", "Points can be exchanged for cash.", ("obligation", "warning", "en", 1)),
    ("one of two", "ไม่เก็บและไม่เปิดเผย", "We do not keep it and disclose it.", ("obligation", "warning", "en", 1)),
    ("unless, if", "ใช้ได้ เว้นแต่ท่านคัดค้าน", "It is used if you object.", ("obligation", "warning", "en", 1)),
    ("including, excluding", "ราคารวมภาษี", "The price, excluding tax", ("obligation", "warning", "en", 1)),
    ("least, most", "แจ้งล่วงหน้าไม่น้อยกว่า 30 วัน", "Up to 30 days’ notice.", ("bound-reversed", "error", "th", 1)),
    ("within, after", "ตอบภายใน 30 วัน", "We answer after 30 days.", ("bound-differs", "warning", "en", 1)),
    (
        "not later than … before",
        "แจ้งไม่เกิน 7 วันก่อนขาย",
        "Not later than 7 days before it",
        ("bound-reversed", "error", "th", 1),
    ),
    ("a share, less and more", "ไม่ถึงร้อยละ 2", "more than 2%", ("bound-reversed", "error", "th", 1)),
    ("more, less", "น้ำหนักเกิน 10 กิโลกรัม", "a weight below 10 kilograms", ("bound-reversed", "error", "th", 1)),
    (
        "one of three",
        "ต้องไม่ขาย ไม่โอน และไม่ให้เช่า",
        "You may not sell, nor transfer, and let it.",
        ("obligation", "warning", "en", 1),
    ),
    ("before, after", "แจ้งก่อนส่งมอบ", "You are told after delivery.", ("bound-differs", "warning", "en", 1)),
    (
        "least, most, of one value",
        "ก่อนขายต้องแจ้งไม่เกิน 7 วัน",
        "At least 7 days before the sale",
        ("bound-reversed", "error", "th", 1),
    ),
    (
        "not only by",
        "คณะกรรมการมีอำนาจออกคำสั่ง แต่การเพิกถอนคำสั่งต้องได้รับมติ",
        "The Board has power to make orders, but an order may be revoked by resolution.",
        ("obligation", "warning", "en", 1),
    ),
    (
        "an exception left out",
        "เราส่งข้อมูลให้หน่วยงานอื่น เว้นแต่ข้อมูลของเด็กและพนักงาน",
        "We give data to other agencies.",
        ("obligation", "warning", "en", 1),
    ),
    (
        "an or that ends before it",
        "เราไม่ขายข้อมูลและไม่ให้เช่าข้อมูล",
        "We do not sell data or documents and rent out data.",
        ("obligation", "warning", "en", 1),
    ),
    (
        "precluded, not precluded",
        "ห้ามทำงานให้ผู้อื่น",
        "You are not prohibited from working for others.",
        ("obligation", "warning", "en", 1),
    ),
    ("not at zero cost", "ให้บริการโดยไม่มีค่าใช้จ่าย", "The service is given at cost.", ("obligation", "warning", "en", 1)),
    (
        "an exception in no part of its own",
        "เราเก็บข้อมูลไว้ เว้นแต่ท่านถอนความยินยอม",
        "We keep the data if you withdraw consent.",
        ("obligation", "warning", "en", 1),
    ),
    (
        "an exception in the sentence of its rule",
        "ผู้ควบคุมมีสิทธิตรวจสอบปีละหนึ่งครั้ง ค่าใช้จ่ายเป็นของผู้ควบคุม เว้นแต่พบการฝ่าฝืนที่ร้ายแรง",
        "Once a year the controller may audit. The controller bears the cost if a serious violation is found.",
        ("obligation", "warning", "en", 1),
    ),
    (
        "may do, shall do",
        "ลูกจ้างอาจทำงานวันละเจ็ดชั่วโมง",
        "Employees shall work seven hours.",
        ("obligation", "warning", "en", 1),
    ),
    ("after that, before", "แจ้ง 7 วันหลังจากนั้น", "Notice 7 days before that", ("bound-reversed", "error", "th", 1)),
    ("exceeds", "รอบสำรองไม่เกิน 180 วัน", "The cycle exceeds 180 days.", ("bound-differs", "warning", "en", 1)),
    ("78 far too short", LONG_TH[:40], LONG_EN * 2, ("length-ratio", "error", "th", 1)),
    ("80", "เเก้ไขข้อมูล", "Correction of data.", ("thai-marks", "error", "th", 1)),
    (
        "anchor",
        "ดู [คุกกี้](#a)\n\n## ก {#a}\n\nข",
        "See [cookies](#b).\n\n## A {#a}\n\nB.",
        ("link-anchor", "error", "en", 1),
    ),
    ("clause", NUMBERED_TH % "ตามข้อ 2", NUMBERED_EN % "See clause 3.", ("clause-missing", "error", "en", 3)),
    ("clause inside", NUMBERED_TH % "ตามข้อ 2.2", NUMBERED_EN % "See clause 2.3.", ("clause-missing", "error", "en", 3)),
    (
        "defined twice",
        "(“ท่าน”)\n\n(“เรา”)",
        "the user (“you”)\n\nthe reader (“you”)",
        ("term-defined-twice", "warning", "en", 3),
    ),
    ("bidi", "ข้อ\u202eความ", "Text.", ("text-hygiene", "error", "th", 1)),
    ("zero-width", "ข้อ\u200bความ", "Text.", ("text-hygiene", "error", "th", 1)),
    ("private use", "ข้อความ \uf70a", "Text.", ("text-hygiene", "error", "th", 1)),
    ("not composed", "ข้อความ", "cafe\u0301 text", ("text-hygiene", "error", "en", 1)),
    ("mixed digits", "ใช้เวลา ๓0 นาที", "It takes 30 minutes.", ("text-hygiene", "error", "th", 1)),
    ("tone before vowel", "ที\u0e48", "Text.", None),
    ("vowel after tone", "ท\u0e48\u0e35ข้อความ", "Text.", ("thai-marks", "error", "th", 1)),
    ("no-break space", "ข้อความ\u00a0หนึ่ง", "Text one.", ("space-hidden", "warning", "th", 1)),
    ("check back", "โปรดเข้ามาตรวจสอบนโยบายนี้เป็นระยะ", "You should read it.", ("check-back-phrase", "warning", "th", 1)),
    (
        "check back, English",
        "มีการเปลี่ยนแปลง",
        "Please review this policy periodically.",
        ("check-back-phrase", "warning", "en", 1),
    ),
]

PASS = [
    ("69 loan word", "เราใช้คุกกี้ (cookies)", "We use cookies."),
    ("69 product", "เราใช้ Google Analytics", "We use Google Analytics."),
    ("69 standard", "มาตรฐาน ISO 27001", "The standard ISO 27001"),
    (
        "69 names alone",
        "- Google Analytics\n- Bank of Ayudhya Public Co., Ltd.",
        "- Google Analytics\n- Bank of Ayudhya Public Co., Ltd.",
    ),
    ("69 names in headings", "## Amazon Web Services {#a}\n\nเราใช้", "## Amazon Web Services {#a}\n\nWe use it."),
    ("69 loan words in a row", "ตามหลัก need to know ของบริษัท", "On the company's principle of need to know"),
    ("69 one word", "| ก | Cookie |\n|---|---|\n| _ga | session |", "| A | Cookie |\n|---|---|\n| _ga | session |"),
    ("69 address", "[www.example.com](https://www.example.com)", "[www.example.com](https://www.example.com)"),
    ("70 code", "```\nopt out of it\n```", "```\nopt out of it\n```"),
    ("79 SARA AM in capitals of style", "แก้ไข “น้ำ”", 'Correction of "water".'),
    ("as soon as you can", "ผู้เอาประกันภัยต้องแจ้งเหตุโดยเร็ว", "Tell us as soon as you can."),
    ("a maximum after its value", "อย่างน้อย 11 เดือน อย่างมาก 13 เดือน", "11 months minimum, 13 months maximum"),
    ("not less often than", "อย่างน้อยทุกหกเดือน", "Not less often than every six months."),
    ("an exception in words of its own", "ปิดทุกวันจันทร์ เว้นแต่วันหยุด ซึ่งเปิด", "Closed on Mondays; on holidays it is open."),
    ("denied here and said there", "เปิดบัญชีหรือสั่งซื้อโดยไม่เปิดบัญชี", "Open an account or buy as a guest."),
    ("for longer", "เก็บไม่น้อยกว่าห้าปี อาจให้เก็บเกินนั้น", "Keep it for at least five years, or for longer if so required."),
    ("may only with", "การเปิดเผยต้องได้รับอนุมัติจากผู้จัดการ", "It may be disclosed to an insurer only with approval."),
    ("no … can … without", "การซื้อต้องใส่รหัสทุกครั้ง", "No purchase can be made without entering the PIN."),
    ("hidden", "ผู้ขับขี่เห็นเพียงชื่อเล่น ไม่เห็นหมายเลขโทรศัพท์", "Drivers see only a nickname; the phone number is hidden."),
    (
        "advanced",
        "จ่ายภายใน 7 วันหลังชั่ง โดยหักค่าพันธุ์ที่ให้ยืมไปก่อน",
        "Paid within 7 days after weighing, after deducting seed advanced.",
    ),
    ("no … and no", "ห้ามใช้ภาพการ์ตูนหรือภาพบุคคลบนฉลาก", "No cartoon and no picture of a person may be used on it."),
    (
        "a name in Thai",
        "มูลนิธินี้ชื่อว่า มูลนิธิเพื่อนสี่ขาไร้บ้าน ใช้อักษรย่อว่า ม.พ.ส.",
        "Its name is มูลนิธิเพื่อนสี่ขาไร้บ้าน, abbreviated ม.พ.ส.",
    ),
    ("outside", "ทุกปีที่มิได้อยู่ในลีกสูงสุด", "each year spent outside the top division"),
    ("a lecturer", "ให้ยื่นพร้อมหนังสือรับรองจากอาจารย์สองคน", "It shall be submitted with letters from two lecturers."),
    (
        "more, or exceed",
        "หนักไม่เกิน 15 กิโลกรัม และยาวไม่เกิน 300 เซนติเมตร",
        "It may not weigh more than 15 kilograms or exceed 300 centimetres.",
    ),
    (
        "a clause of the agreement, by its title",
        "เว้นแต่ข้อ 14 (การจำกัดความรับผิด) ของสัญญา",
        "Save for Clause 14 (Limitation of Liability) thereof.",
    ),
    (
        "save that",
        "รับประกัน 12 เดือน ส่วนลวดสลิงรับประกัน 24 เดือน",
        "Guaranteed for 12 months, save that wire ropes are guaranteed for 24 months.",
    ),
    ("a taxpayer", "ผู้ต้องเสียภาษีอาจอุทธรณ์", "A taxpayer may appeal."),
    ("not beyond", "เราใช้ข้อมูลเท่าที่จำเป็น", "We do not use data beyond what is necessary."),
    ("not before", "เริ่มงานได้เมื่อส่งมอบพื้นที่แล้ว", "Work does not begin before the site is handed over."),
    ("whether or not", "เราตรวจว่าแก้ไขแล้วหรือไม่", "We check whether it was corrected."),
    ("not exceeding", "ไม่เกิน 5 คน", "Up to 5 persons."),
    ("unless answers if not", "หากท่านไม่ยินยอม เราจะหยุดใช้", "Unless you consent, we stop using it."),
    ("fails answers not", "เมื่อผู้เช่าไม่ชำระ", "When the tenant fails to pay."),
    ("free of charge", "โดยไม่เสียค่าใช้จ่าย", "Free of charge."),
    ("free, in one word", "บริการฟรี", "The service is free of charge."),
    ("unlawful", "การกระทำโดยมิชอบด้วยกฎหมาย", "Unlawful acts."),
    ("otherwise", "มิฉะนั้นสิทธิจะสิ้นสุด", "Otherwise the right ends."),
    ("no one more than", "หนึ่งคนมีได้ไม่เกินสองบัญชี", "No one may hold more than two accounts."),
    ("a denial after its verb", "ดำรงตำแหน่งเกินสองวาระมิได้", "No one may serve for more than two terms."),
    ("no later than", "ภายในวันที่ 5 ของเดือน", "No later than the 5th of the month."),
    ("not an exception", "นอกจากนี้ เราแจ้งท่าน", "In addition, we tell you."),
    ("correct is no duty", "ข้อมูลถูกต้อง", "The information is correct."),
    ("the month of May", "วันที่ 12 พฤษภาคม 2570", "12 May 2027."),
    ("a number is no denial", "ประกาศฉบับที่ 2", "Notice No. 2"),
    ("without delay", "โดยไม่ชักช้า", "Without delay."),
    ("an abbreviation is no denial", "สัญญาเลขที่ HR-2026/118", "Agreement no. HR-2026/118"),
    ("not yet complete is less than", "1 ปี แต่ไม่ครบ 3 ปี", "1 year but less than 3 years"),
    ("falls short of", "หากสั่งซื้อไม่ถึงสามในสี่ของเป้าหมาย", "Where purchases fall short of three quarters of the target"),
    ("abstain before any verb", "งดใส่คอนแทคเลนส์ 7 วัน", "Do not wear contact lenses for 7 days."),
    ("less than a number in words", "หกเดือน แต่ไม่ครบ หนึ่งปี", "six months but less than one year"),
    ("less than a share", "เพียง 12 คน หรือไม่ถึงร้อยละ 2", "Only 12 persons, or fewer than 2 per cent"),
    ("by a day, its month first", "ครบสามปีภายในวันที่ 16 พฤษภาคม 2570", "at least three years by May 16, 2027"),
    (
        "in no event more",
        "และไม่ว่ากรณีใดจะเกินกว่า10% ต่อปี อันเป็นอัตราขั้นสูงสำหรับรถยนต์ใหม่มิได้",
        "and may in no event exceed ten per cent per annum, being the maximum rate for new vehicles",
    ),
    ("not below", "แต่ไม่ต่ำกว่าร้อยละ 99.50", "but not below 99.50%"),
    ("one may in two words", "อาจบำรุงรักษาได้โดยแจ้งล่วงหน้า", "It may carry out maintenance and must announce it."),
    ("from so much is so much or more", "ของขวัญตั้งแต่ 500 บาทต้องบันทึก", "Gifts worth THB 500 or more must be entered."),
    ("a range in two words", "เกิน 1 ถึง 5 กก.", "over 1 up to 5 kg"),
    ("with or without", "จะเปิดเผยชื่อหรือไม่ก็ได้", "with or without giving your name"),
    (
        "a condition without a not",
        "ผู้เช่าให้เช่าช่วงได้ต่อเมื่อผู้ให้เช่ายินยอม",
        "The tenant may not sublet unless the landlord consents.",
    ),
    ("a condition as a duty", "ต้องได้รับอนุญาตก่อนจึงจะขายได้", "It may not be sold without permission."),
    ("not before, once", "จะเรียกเก็บเมื่อยืนยันรายการแล้ว", "No charge is made before the order is confirmed."),
    ("until, once", "จะไม่เริ่มงานจนกว่าจะได้รับแบบ", "Work begins once the form has arrived."),
    ("or else", "เด็กต้องมีผู้ใหญ่มาด้วย มิฉะนั้นจะเข้าไม่ได้", "No child may enter unless accompanied by an adult."),
    ("not even", "เราไม่บอกใคร แม้คู่สมรส", "We tell nobody, not even your spouse."),
    ("two denials are none", "ท่านยังใช้บริการได้", "Refusal does not prevent you from using the service."),
    ("half of a word", "ฟังก์ชันหลักใช้งานได้ไม่เต็มที่", "Major function impaired"),
    ("a fragment", "ไม่คืน", "forfeited"),
    ("a region is no denial", "อุณหภูมิต้องคงที่", "The temperature must be constant."),
    ("ends in two nots", "บริษัทจะหักเงินเกินกว่าเวลาที่มิได้ทำงานจริงไม่ได้", "It may not deduct beyond the time not worked."),
    ("above, not below", "ยอดเกิน 5,000 บาทคิดค่าธรรมเนียม", "No fee is charged for balances under 5,000 baht."),
    ("below the water", "ดำน้ำลึกเกินกว่า 30 เมตร", "scuba diving below 30 metres"),
    ("in years, not", "รายได้ต่ำกว่า 9,000 บาทไม่ต้องเสียภาษี", "Tax is due on income of 9,000 baht or more."),
    ("only after", "ห้ามก่อสร้างก่อนได้รับอนุมัติ", "Construction may start only after approval."),
    (
        "may only by",
        "คณะกรรมการมีอำนาจออกคำสั่ง แต่การเพิกถอนคำสั่งต้องได้รับมติ",
        "The Board may make orders, but an order may be revoked only by resolution.",
    ),
    ("only, may", "ต้องบินในเวลากลางวัน", "In daylight only, drones may be flown."),
    (
        "one not for two verbs",
        "เราไม่ขายข้อมูลของท่าน และไม่ให้เช่าข้อมูล",
        "Under no circumstances do we sell your data or rent them out.",
    ),
    (
        "one Thai not for two verbs",
        "เราไม่ขายหรือให้เช่าข้อมูลของท่าน",
        "We do not sell your data, and we do not rent them out.",
    ),
    (
        "not precluded",
        "ที่ปรึกษารับงานอื่นได้หากงานนั้นไม่ขัดกับประโยชน์ของผู้ว่าจ้าง",
        "The consultant is not precluded from other work, unless it conflicts with the Employer's interests.",
    ),
    ("may be dangerous", "งานที่อาจเป็นอันตรายทำได้วันละเจ็ดชั่วโมง", "Hazardous work shall be limited to seven hours a day."),
    ("at zero cost", "ถอนความยินยอมได้โดยไม่มีค่าใช้จ่าย", "Consent may be withdrawn at zero cost."),
    (
        "an exception about a numbered clause",
        "เว้นแต่ข้อ 5 วรรคสามจะกำหนดไว้เป็นอย่างอื่น ผู้รับฝากต้องคืนทรัพย์สิน",
        "Unless the third paragraph of Clause 5 provides otherwise, the depositary shall return the property.",
    ),
    (
        "an exception in a part of its own",
        "ลงได้ไม่เกิน 22 หน่วยกิต เว้นแต่ภาคฤดูร้อนซึ่งลงได้ไม่เกิน 9 หน่วยกิต",
        "Students take at most 22 credits; in the summer session they take at most 9.",
    ),
    (
        "after that begins anew",
        "แจ้งก่อนออกเดินทางอย่างน้อย 4 ชั่วโมง หลังจากนั้นคิดค่าธรรมเนียม",
        "Tell us at least 4 hours before departure; a fee is charged later.",
    ),
    ("then", "ทดลองไม่เสียเงิน 30 วัน หลังจากนั้นชำระรายเดือน", "Free for up to 30 days, then paid monthly."),
    ("long unused", "บัญชีที่ไม่เคลื่อนไหวเกิน 12 เดือนจะถูกปิด", "An account dormant for more than 12 months is closed."),
    ("other law", NUMBERED_TH % "ตามข้อ 9 ของสัญญา", NUMBERED_EN % "Under clause 9 of the contract."),
    (
        "other document before it",
        NUMBERED_TH % "แก้ไขข้อบังคับ ข้อ 12 และข้อ 31",
        NUMBERED_EN % "Clauses 12 and 31 of the Articles",
    ),
    ("nothing numbered", "ตามข้อ 9", "See clause 9."),
    ("anchor of a block", "ดู [คุกกี้](#a.1)\n\n## ก {#a}\n\nข", "See [cookies](#a.1).\n\n## A {#a}\n\nB."),
    (
        "notice by e-mail",
        "โปรดอ่านนโยบายเป็นระยะ\n\nเราจะแจ้งการแก้ไขให้ท่านทราบทางอีเมล",
        "Please review this policy periodically.\n\nWe will notify you of changes by e-mail.",
    ),
    ("checking data is no checking of the page", "โปรดตรวจสอบข้อมูลของท่านเป็นระยะ", "Please check your data regularly."),
]

GLOSSARY_CASES = [
    ("75", "ผู้ประมวลผลข้อมูลส่วนบุคคลแจ้งท่าน", "The data controller tells you.", [("glossary-term", "error", "en", 1)]),
    ("76", "ผู้ควบคุมข้อมูลแจ้งท่าน", "The controller tells you.", []),
    ("76 plural", "ผู้ควบคุมข้อมูลส่วนบุคคลหลายราย", "Several data controllers", []),
    ("75 a pronoun is no term", "ผู้ควบคุมข้อมูลแจ้งท่าน", "It tells you.", []),
    (
        "75 heading",
        "## ผู้ประมวลผลข้อมูลส่วนบุคคล {#a}\n\nเรา",
        "## The controller {#a}\n\nWe.",
        [("glossary-term", "error", "en", 1)],
    ),
    ("spelling", "ผู้ควบคุมข้อมูลแจ้งท่าน", "The data controler tells you.", [("glossary-spelling", "warning", "en", 1)]),
]


@pytest.mark.parametrize(("case", "thai", "english", "expected"), FINDINGS, ids=[case for case, *_ in FINDINGS])
def test_must_be_found(case: str, thai: str, english: str, expected: tuple[str, str, str, int] | None) -> None:
    assert judged({"th": thai, "en": english}) == ([] if expected is None else [expected])


@pytest.mark.parametrize(("case", "thai", "english"), PASS, ids=[case for case, *_ in PASS])
def test_must_pass(case: str, thai: str, english: str) -> None:
    assert judged({"th": thai, "en": english}) == []


@pytest.mark.parametrize(
    ("case", "thai", "english", "expected"), GLOSSARY_CASES, ids=[case for case, *_ in GLOSSARY_CASES]
)
def test_terms(case: str, thai: str, english: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert judged({"th": thai, "en": english}, glossary=GLOSSARY) == expected


def test_length_is_held_against_the_two_texts_as_a_whole() -> None:
    terse = "ข้อ %d ถ้าถูกงดจ่ายน้ำโดยไม่ชำระหนี้ ให้ถือว่าสัญญาเลิกกัน และให้ถอดมาตรและนำเงินประกันมาหักชำระหนี้"
    wordy = (
        "Item %d. If the supply of water has been suspended without the debt being paid, the contract is then regarded "
        "as terminated, and the Authority shall remove the meter and apply the deposit towards the debt."
    )
    one, many = range(1, 2), range(1, 31)
    texts = [{"th": "\n\n".join(terse % n for n in ns), "en": "\n\n".join(wordy % n for n in ns)} for ns in (one, many)]
    assert [finding[0] for finding in judged(texts[0])] == ["length-ratio"]
    assert judged(texts[1]) == []
    texts[1]["th"] = texts[1]["th"].replace("ข้อ 7 ถ้าถูกงดจ่ายน้ำโดยไม่ชำระหนี้ ให้ถือว่าสัญญาเลิกกัน และ", "ข้อ 7 ")
    assert ("length-ratio", "warning", "th", 13) in judged(texts[1])


def test_obligation_says_that_it_cannot_judge_meaning() -> None:
    finding = judge(subject({"th": "เราอาจเปิดเผยข้อมูล", "en": "We must not disclose data."}))[0]
    assert "can't judge meaning" in finding.hint.en
    assert "ไม่เข้าใจความหมาย" in finding.hint.th


def test_characters_are_named_with_code_point_line_and_column() -> None:
    finding = judge(subject({"th": "ข้อ\u200bความ", "en": "Text."}))[0]
    assert "U+200B" in finding.message.en
    assert "U+200B" in finding.message.th
    assert finding.place.column == 4


def test_german_left_in_english_and_the_same_sentence_on_both_sides() -> None:
    german = "Wir verkaufen Ihre Daten nicht, und wir geben sie nur mit Ihrer Einwilligung weiter."
    assert judged({"de": german, "en": german}, languages=("de", "en")) == [("untranslated", "error", "en", 1)]


def test_a_clause_that_moved_since_the_base() -> None:
    before = {"th": "ดูข้อ 2\n\n## ก {#a}\n\n1. จ่าย\n2. โอน", "en": "See clause 2.\n\n## A {#a}\n\n1. pay\n2. transfer"}
    now = {
        "th": "ดูข้อ 2\n\n## ก {#a}\n\n1. จ่าย\n2. แจ้ง\n3. โอน",
        "en": "See clause 3.\n\n## A {#a}\n\n1. pay\n2. report\n3. transfer",
    }
    findings = found(judge(subject(now, before=before)))
    assert [finding for finding in findings if finding[0] == "clause-moved"] == [("clause-moved", "error", "th", 1)]
