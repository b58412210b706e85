"""The glossary of a site, `policies/glossary.yml`: how each term is called in each language.

The file is a list; each entry names a term's accepted forms per language, the preferred one first:

    - th: ผู้ควบคุมข้อมูลส่วนบุคคล
      en: [data controller, controller]
    - th: ผู้ประมวลผลข้อมูลส่วนบุคคล
      en: data processor

English forms are found in any case and as plurals. A form belongs to one term only.
"""

from __future__ import annotations

from collections.abc import Mapping

from promulgate import strict_yaml
from promulgate.errors import ConfigurationError
from promulgate.invisible import hidden_in
from promulgate.settings import LANGUAGE_PATTERN
from promulgate.strict_yaml import Node
from promulgate.tree import GLOSSARY

MAXIMUM_FORM = 120


Glossary = tuple[Mapping[str, tuple[str, ...]], ...]
"""Each term's accepted forms per language, the preferred one first."""


def read_glossary(source: bytes | None) -> Glossary:
    """Each term's accepted forms per language; nothing without a file. Raises ConfigurationError with the line."""
    if source is None:
        return ()
    try:
        root = strict_yaml.load(source.decode("utf-8"))
    except (strict_yaml.StrictYamlError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{GLOSSARY}:{getattr(error, 'line', 1)}: {error}") from error
    if root is None:
        return ()
    if not isinstance(root.value, list):
        raise _error(root, "write a list, each entry with a term's forms per language")
    seen: dict[tuple[str, str], int] = {}
    return tuple(_term(node, seen) for node in root.value)


def merged(base: Glossary, own: Glossary) -> Glossary:
    """The glossary a change is judged by: the base's terms, with the forms and terms the change adds.

    What a change takes away or gives to another term counts only when it is merged.
    """
    terms = [dict(term) for term in base]
    taken = {(language, form) for term in base for language, forms in term.items() for form in forms}
    for addition in own:
        forms = {(language, form) for language, found in addition.items() for form in found}
        same = next((term for term in terms if forms & {(code, form) for code in term for form in term[code]}), None)
        if same is None:
            terms.append(same := {})
        for language, found in addition.items():
            fresh = tuple(form for form in found if (language, form) not in taken)
            same[language] = (*same.get(language, ()), *(form for form in fresh if form not in same.get(language, ())))
    return tuple({language: forms for language, forms in term.items() if forms} for term in terms)


def _term(node: Node, seen: dict[tuple[str, str], int]) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(node.value, dict) or len(node.value) < 2:
        raise _error(node, "an entry names a term in at least two languages, like th: คุกกี้ and en: cookie")
    term = {}
    for language, forms in node.value.items():
        if not LANGUAGE_PATTERN.fullmatch(language):
            raise _error(forms, f"{language!r} is not a language code")
        term[language] = tuple(_forms(forms))
        for form in term[language]:
            line = seen.setdefault((language, form.casefold()), forms.line)
            if line != forms.line:
                raise _error(forms, f"{form!r} is a form of another term, on line {line}")
    return term


def _forms(node: Node) -> list[str]:
    nodes = node.value if isinstance(node.value, list) else [node]
    forms = [" ".join(each.value.split()) if isinstance(each.value, str) else "" for each in nodes]
    if not forms or not all(forms) or len(set(forms)) != len(forms) or max(map(len, forms)) > MAXIMUM_FORM:
        raise _error(node, f"give one form or a list of different forms, each at most {MAXIMUM_FORM} characters")
    hidden = hidden_in("".join(forms))
    if hidden:
        raise _error(node, f"an invisible character stands here ({hidden})")
    return forms


def _error(node: Node, message: str) -> ConfigurationError:
    return ConfigurationError(f"{GLOSSARY}:{node.line}: {message}")
