"""The number words of languages other than Thai, English and those of East Asia: data for `number_words`.

Numbers are parted by `|`, the forms of one number by `/`: those that stand before a noun in the cases legal texts use.
"""

from __future__ import annotations

ONES: dict[str, str] = {
    "de": "ein/eine/einen/einem/einer/eines|zwei/zweier|drei/dreier|vier|fünf|sechs|sieben|acht|neun|zehn|elf|"
    "zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn",
    "fr": "un/une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    "dix-sept|dix-huit|dix-neuf",
    "es": "un/una/uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|"
    "dieciséis|diecisiete|dieciocho|diecinueve",
    "it": "un/una/uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|"
    "quindici|sedici|diciassette|diciotto|diciannove",
    "pt": "um/uma|dois/duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze/quatorze|quinze|"
    "dezesseis/dezasseis|dezessete/dezassete|dezoito|dezenove/dezanove",
    "ca": "un/una|dos/dues|tres|quatre|cinc|sis|set|vuit|nou|deu|onze|dotze|tretze|catorze|quinze|setze|disset|"
    "divuit|dinou",
    "ro": "un/o/una/unu|doi/două|trei|patru|cinci|șase|șapte|opt|nouă|zece|unsprezece|doisprezece/douăsprezece|"
    "treisprezece|paisprezece|cincisprezece|șaisprezece|șaptesprezece|optsprezece|nouăsprezece",
    "nl": "een/één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    "zeventien|achttien|negentien",
    "sv": "en/ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton",
    "da": "en/et/én/ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|"
    "atten|nitten",
    "nb": "en/et/én/ett|to|tre|fire|fem|seks|sju/syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|"
    "sytten|atten|nitten",
    "fi": "yksi/yhden/yhdessä/yhtä|kaksi/kahden/kahdessa/kahta/kahdelta|kolme/kolmen/kolmessa|"
    "neljä/neljän/neljässä|viisi/viiden/viidessä|kuusi/kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen|"
    "yksitoista|kaksitoista/kahdentoista|kolmetoista|neljätoista/neljäntoista|viisitoista|kuusitoista|"
    "seitsemäntoista|kahdeksantoista|yhdeksäntoista",
    "hu": "egy|két/kettő|három|négy|öt|hat|hét|nyolc|kilenc|tíz|tizenegy|tizenkét/tizenkettő|tizenhárom|"
    "tizennégy|tizenöt|tizenhat|tizenhét|tizennyolc|tizenkilenc",
    "tr": "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|on bir|on iki|on üç|on dört|on beş|on altı|on yedi|"
    "on sekiz|on dokuz",
    "pl": "jeden/jedna/jedno/jednego/jednej/jednym|dwa/dwie/dwóch/dwu/dwoma|trzy/trzech|cztery/czterech|"
    "pięć/pięciu|sześć/sześciu|siedem/siedmiu|osiem/ośmiu|dziewięć/dziewięciu|dziesięć/dziesięciu|"
    "jedenaście/jedenastu|dwanaście/dwunastu|trzynaście/trzynastu|czternaście/czternastu|"
    "piętnaście/piętnastu|szesnaście/szesnastu|siedemnaście/siedemnastu|osiemnaście/osiemnastu|"
    "dziewiętnaście/dziewiętnastu",
    "cs": "jeden/jedna/jedno/jednoho/jedné/jednom|dva/dvě/dvou|tři/tří|čtyři/čtyř|pět/pěti|šest/šesti|"
    "sedm/sedmi|osm/osmi|devět/devíti|deset/deseti|jedenáct/jedenácti|dvanáct/dvanácti|třináct/třinácti|"
    "čtrnáct/čtrnácti|patnáct/patnácti|šestnáct/šestnácti|sedmnáct/sedmnácti|osmnáct/osmnácti|"
    "devatenáct/devatenácti",
    "sk": "jeden/jedna/jedno/jedného/jednej|dva/dve/dvoch|tri/troch|štyri/štyroch|päť/piatich|šesť/šiestich|"
    "sedem/siedmich|osem/ôsmich|deväť/deviatich|desať/desiatich|jedenásť|dvanásť/dvanástich|trinásť|"
    "štrnásť/štrnástich|pätnásť/pätnástich|šestnásť|sedemnásť|osemnásť|devätnásť",
    "hr": "jedan/jedna/jedno/jednog/jedne|dva/dvije/dviju|tri/triju|četiri|pet|šest|sedam|osam|devet|deset|"
    "jedanaest|dvanaest|trinaest|četrnaest|petnaest|šesnaest|sedamnaest|osamnaest|devetnaest",
    "ru": "один/одна/одно/одного/одной/одну|два/две/двух|три/трёх/трех|четыре/четырёх/четырех|пять/пяти|"
    "шесть/шести|семь/семи|восемь/восьми|девять/девяти|десять/десяти|одиннадцать/одиннадцати|"
    "двенадцать/двенадцати|тринадцать/тринадцати|четырнадцать/четырнадцати|пятнадцать/пятнадцати|"
    "шестнадцать/шестнадцати|семнадцать/семнадцати|восемнадцать/восемнадцати|девятнадцать/девятнадцати",
    "uk": "один/одна/одне/одного/однієї|два/дві/двох|три/трьох|чотири/чотирьох|п'ять/п'яти/п’ять/п’яти|"
    "шість/шести|сім/семи|вісім/восьми|дев'ять/дев'яти/дев’ять/дев’яти|десять/десяти|"
    "одинадцять/одинадцяти|дванадцять/дванадцяти|тринадцять/тринадцяти|чотирнадцять/чотирнадцяти|"
    "п'ятнадцять/п'ятнадцяти/п’ятнадцять/п’ятнадцяти|шістнадцять|сімнадцять|вісімнадцять|"
    "дев'ятнадцять/дев’ятнадцять",
    "bg": "един/една/едно|два/две|три|четири|пет|шест|седем|осем|девет|десет|единадесет|дванадесет|тринадесет|"
    "четиринадесет|петнадесет|шестнадесет|седемнадесет|осемнадесет|деветнадесет",
    "el": "ένας/ένα/μία/μια/ενός/μιας/έναν|δύο/δυο|τρεις/τρία/τριών|τέσσερις/τέσσερα/τεσσάρων|πέντε|έξι|"
    "επτά/εφτά|οκτώ/οχτώ|εννέα/εννιά|δέκα|έντεκα|δώδεκα|δεκατρείς/δεκατρία|"
    "δεκατέσσερις/δεκατέσσερα/δεκατεσσάρων|δεκαπέντε|δεκαέξι|δεκαεπτά|δεκαοκτώ|δεκαεννέα",
    "id": "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|tiga belas|"
    "empat belas|lima belas|enam belas|tujuh belas|delapan belas|sembilan belas",
    "ms": "satu|dua|tiga|empat|lima|enam|tujuh|lapan|sembilan|sepuluh|sebelas|dua belas|tiga belas|empat belas|"
    "lima belas|enam belas|tujuh belas|lapan belas|sembilan belas",
    "vi": "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|"
    "mười bảy|mười tám|mười chín",
    "ar": "واحد/واحدة/إحدى/أحد|اثنان/اثنتان/اثنين/اثنتين|ثلاثة/ثلاث|أربعة/أربع|خمسة/خمس|ستة/ست|سبعة/سبع|"
    "ثمانية/ثماني/ثمان|تسعة/تسع|عشرة/عشر|أحد عشر/إحدى عشرة|اثني عشر/اثنا عشر/اثنتي عشرة/اثنتا عشرة|"
    "ثلاثة عشر|أربعة عشر|خمسة عشر|ستة عشر|"
    "سبعة عشر|ثمانية عشر|تسعة عشر",
}
"""One to nineteen."""
TENS: dict[str, str] = {
    "de": "zwanzig|dreißig/dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig",
    "fr": "vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts/quatre-vingt|quatre-vingt-dix",
    "es": "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa",
    "it": "venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta",
    "pt": "vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa",
    "ca": "vint|trenta|quaranta|cinquanta|seixanta|setanta|vuitanta|noranta",
    "ro": "douăzeci|treizeci|patruzeci|cincizeci|șaizeci|șaptezeci|optzeci|nouăzeci",
    "nl": "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig",
    "sv": "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio",
    "da": "tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems",
    "nb": "tjue|tretti|førti|femti|seksti|sytti|åtti|nitti",
    "fi": "kaksikymmentä/kahdenkymmenen|kolmekymmentä/kolmenkymmenen|neljäkymmentä|viisikymmentä|"
    "kuusikymmentä/kuudenkymmenen|seitsemänkymmentä|kahdeksankymmentä|yhdeksänkymmentä/yhdeksänkymmenen",
    "hu": "húsz|harminc|negyven|ötven|hatvan|hetven|nyolcvan|kilencven",
    "tr": "yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan",
    "pl": "dwadzieścia/dwudziestu|trzydzieści/trzydziestu|czterdzieści/czterdziestu|"
    "pięćdziesiąt/pięćdziesięciu|sześćdziesiąt/sześćdziesięciu|siedemdziesiąt/siedemdziesięciu|"
    "osiemdziesiąt/osiemdziesięciu|dziewięćdziesiąt/dziewięćdziesięciu",
    "cs": "dvacet/dvaceti|třicet/třiceti|čtyřicet/čtyřiceti|padesát/padesáti|šedesát/šedesáti|"
    "sedmdesát/sedmdesáti|osmdesát/osmdesáti|devadesát/devadesáti",
    "sk": "dvadsať/dvadsiatich|tridsať/tridsiatich|štyridsať|päťdesiat|šesťdesiat|sedemdesiat|osemdesiat|"
    "deväťdesiat/deväťdesiatich",
    "hr": "dvadeset|trideset|četrdeset|pedeset|šezdeset|sedamdeset|osamdeset|devedeset",
    "ru": "двадцать/двадцати|тридцать/тридцати|сорок/сорока|пятьдесят/пятидесяти|шестьдесят/шестидесяти|"
    "семьдесят/семидесяти|восемьдесят/восьмидесяти|девяносто/девяноста",
    "uk": "двадцять/двадцяти|тридцять/тридцяти|сорок/сорока|п'ятдесят/п’ятдесят|шістдесят/шістдесяти|сімдесят|"
    "вісімдесят|дев'яносто/дев’яносто",
    "bg": "двадесет|тридесет|четиридесет|петдесет|шестдесет|седемдесет|осемдесет|деветдесет",
    "el": "είκοσι|τριάντα|σαράντα|πενήντα|εξήντα|εβδομήντα|ογδόντα|ενενήντα",
    "id": "dua puluh|tiga puluh|empat puluh|lima puluh|enam puluh|tujuh puluh|delapan puluh|sembilan puluh",
    "ms": "dua puluh|tiga puluh|empat puluh|lima puluh|enam puluh|tujuh puluh|lapan puluh|sembilan puluh",
    "vi": "hai mươi|ba mươi|bốn mươi|năm mươi|sáu mươi|bảy mươi|tám mươi|chín mươi",
    "ar": "عشرين/عشرون|ثلاثين/ثلاثون|أربعين/أربعون|خمسين/خمسون|ستين/ستون|سبعين/سبعون|ثمانين/ثمانون|تسعين/تسعون",
}
"""Twenty, thirty and so on to ninety."""
HUNDREDS: dict[str, str] = {
    "de": "hundert/einhundert|tausend/eintausend",
    "fr": "cent|mille",
    "es": "cien/ciento|mil",
    "it": "cento|mille",
    "pt": "cem|mil",
    "nl": "honderd|duizend",
    "sv": "hundra|tusen",
    "da": "hundrede|tusind",
    "nb": "hundre|tusen",
    "pl": "sto/stu|tysiąc",
    "cs": "sto/sta|tisíc",
    "ru": "сто/ста|тысяча/тысячи",
    "uk": "сто/ста|тисяча",
    "hu": "száz|ezer",
    "id": "seratus|seribu",
    "ms": "seratus|seribu",
    "vi": "một trăm|một nghìn/một ngàn",
    "ar": "مئة/مائة|ألف",
}
"""A hundred and a thousand."""
TWENTIES: dict[str, str] = {
    "ca": "vint-i-un/vint-i-una|vint-i-dos/vint-i-dues|vint-i-tres|vint-i-quatre|vint-i-cinc|vint-i-sis|vint-i-set|"
    "vint-i-vuit|vint-i-nou",
    "es": "veintiuno/veintiún/veintiuna|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|"
    "veintiocho|veintinueve",
    "it": "ventuno|ventidue|ventitré|ventiquattro|venticinque|ventisei|ventisette|ventotto|ventinove",
    "hu": "huszonegy|huszonkét/huszonkettő|huszonhárom|huszonnégy|huszonöt|huszonhat|huszonhét|huszonnyolc|"
    "huszonkilenc",
    "vi": "hai mươi mốt|hai mươi hai|hai mươi ba|hai mươi bốn/hai mươi tư|hai mươi lăm|hai mươi sáu|"
    "hai mươi bảy|hai mươi tám|hai mươi chín",
}
"""Twenty-one to twenty-nine, where they are written in a way of their own."""
IN_A_ROW: dict[str, str] = {
    "ar": "أول/أولى/حادي/حادية|ثاني/ثانية|ثالث/ثالثة|رابع/رابعة|خامس/خامسة|سادس/سادسة|سابع/سابعة|ثامن/ثامنة|تاسع/تاسعة",
}
"""First to ninth, where they stand before a ten that does not change: `الثامنة عشرة`, the eighteenth."""
