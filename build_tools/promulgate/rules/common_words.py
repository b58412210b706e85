"""The commonest words of languages in Latin letters: by these one language is told from another."""

from __future__ import annotations

import re

LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+(?:['’-][A-Za-zÀ-ɏḀ-ỿ]+)*")
_COMMON = {
    "en": "the of and to is are we you your our that this with for not by from which will may must or as in on be i a "
    "do it if can have has should when than me my what how",
    "de": "der die das und ist sind wir sie ihr ihre nicht von mit für dass werden wird oder zu den dem ein eine auf "
    "im",
    "fr": "le la les de des et est sont nous vous votre vos que qui ne pas pour par avec dans sur une un du ou au aux",
    "es": "el la los las de y es son nosotros usted su sus que no para por con en una un del o al se si lo",
    "it": "a o ed ad il lo la i gli le di e è sono noi voi che non per con in una un del o al si della dei nel",
    "nl": "de het een en van is zijn wij u uw dat niet voor met door in op of aan worden deze die bij",
    "pt": "o a os as de e é são nós seu sua que não para por com em uma um do da ou ao se dos das",
    "ca": "el la els les de i és són que no per amb en una un del o al es dels seva",
    "pl": "i w z na do nie się jest są że oraz lub od dla przez o po za który która które może przy",
    "cs": "a v s na do ne se je jsou že nebo od pro za o po který která které může při nebo jako",
    "hr": "i u s na do ne se je su da ili od za o po koji koja koje može pri kao",
    "sv": "och i på av att är som en ett för med inte den det vi du till eller från om kan ska",
    "da": "og i på af at er som en et for med ikke den det vi du til eller fra om kan skal",
    "nb": "og i på av at er som en et for med ikke den det vi du til eller fra om kan skal",
    "fi": "ja on ei että se tai jos kun ovat voi sekä joka jotka myös kuin mukaan ole",
    "hu": "a az és nem hogy is egy van vagy ha meg kell lehet ezt ez amely által",
    "ro": "și de la în cu pe nu este sunt care sau pentru din un o să al ale prin",
    "tr": "ve bir bu için ile olarak veya da de olan gibi daha en çok ya kadar",
    "id": "dan yang di ke dari untuk dengan ini itu atau tidak dalam pada adalah anda kami akan oleh dapat harus",
    "vi": "và của là các có cho không được với trong này để một người khi hoặc theo từ đến sẽ",
}
"""The commonest words of languages in Latin letters; what two of them share tells nothing."""
_COMMONEST = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def common_words(words: str, language: str, other: str) -> int:
    """How many words of `words` are among the commonest of `language` and not of `other`, where these are known."""
    commonest, shared = (_COMMONEST.get(re.split("[-_]", each)[0], frozenset()) for each in (language, other))
    commonest -= shared
    return sum(word.casefold() in commonest for word in LATIN_WORD.findall(words))
