"""Words, numbers and dates in three languages."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from dashboard.words.wording import LANGUAGES, WORDS_FOLDER, Wording, read_words
from tests.serving import PROJECT

#: Functions that take a key, and what they make of it.
FORMS = {"count": ("_one", "_other")}


def placeholders(text: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_same_keys() -> None:
    """Every language has the same keys in the same order."""
    keys = {language: list(read_words(language)) for language in LANGUAGES}
    assert [language for language in LANGUAGES if keys[language] != keys[LANGUAGES[0]]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_twice(language: str) -> None:
    """No key is written twice, and no text is empty."""
    pairs = json.loads((WORDS_FOLDER / f"{language}.json").read_text(encoding="utf-8"), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert sorted(keys) == sorted(set(keys))
    assert [key for key, text in pairs if not text.strip()] == []


def test_same_placeholders() -> None:
    """A text has the same placeholders in every language; "_one" may leave out what "_other" counts."""
    words = {language: read_words(language) for language in LANGUAGES}
    differing = [key for key in words["nb"] if len({frozenset(placeholders(words[one][key])) for one in LANGUAGES}) > 1]
    assert differing == []


def spoken_keys() -> Iterator[tuple[str, str]]:
    """(form, key) for every say("…"), say.count("…") and translated text in the code; f-strings as patterns."""
    for file in sorted((PROJECT / "dashboard").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr == "count" and "say" in ast.unparse(called.value):
                form = "count"
            elif ast.unparse(called).split(".")[-1] == "say" or ast.unparse(called).startswith(
                ("Wording(", "wording(")
            ):
                form = "say"
            else:
                continue
            yield from ((form, key) for key in keys_in(node.args[0]))


def keys_in(argument: ast.expr) -> Iterator[str]:
    """Keys that an argument can be, as regular expressions."""
    if isinstance(argument, ast.Constant):
        yield re.escape(argument.value)
    elif isinstance(argument, ast.JoinedStr):
        yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in argument.values)


def known_keys() -> set[str]:
    """Keys of the words and of the data folder's own texts."""
    texts = (PROJECT / "data" / "texts.csv").read_text(encoding="utf-8-sig").splitlines()
    return set(read_words("nb")) | {re.split("[,;]", line)[0] for line in texts[1:]}


def test_no_key_undefined() -> None:
    """Every text that the code says exists."""
    known = known_keys()
    missing = [
        key + form
        for called, key in spoken_keys()
        for form in FORMS.get(called, ("",))
        if not any(re.fullmatch(key + form, one) for one in known)
    ]
    assert missing == []


def test_no_key_unused() -> None:
    """Every text is said somewhere: by its key in the code, or as a form of one, or for a finding of the checks."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted((PROJECT / "dashboard").rglob("*.py")))
    patterns = [key + form for called, key in spoken_keys() for form in FORMS.get(called, ("",)) if key != ".+"]
    unused = [
        key
        for key in read_words("nb")
        if not any(re.fullmatch(pattern, key) for pattern in patterns)
        and f'"{key}"' not in code
        and not key.startswith("finding_")
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("language", "integer", "decimal", "percent", "date", "month"),
    [
        ("nb", "1\u00a0292\u00a0241", "58,8", "95,4\u00a0%", "6. april 2022", "januar 2014"),
        ("nn", "1\u00a0292\u00a0241", "58,8", "95,4\u00a0%", "6. april 2022", "januar 2014"),
        ("en", "1,292,241", "58.8", "95.4%", "6 April 2022", "January 2014"),
    ],
)
def test_formats(language: str, integer: str, decimal: str, percent: str, date: str, month: str) -> None:
    """Numbers and dates are written as the language writes them, with no-break spaces where there is a space."""
    say = Wording(language)
    assert say.integer(1_292_241) == integer
    assert say.decimal(58.8) == decimal
    assert say.percent(0.954) == percent
    assert (say.date("2022-04-06"), say.date("2014-01"), say.date("2005")) == (date, month, "2005")


@pytest.mark.parametrize(("language", "unknown"), [("nb", "ikke kjent"), ("nn", "ikkje kjent"), ("en", "not known")])
def test_unknown(language: str, unknown: str) -> None:
    """Unknown is a word, never a zero."""
    say = Wording(language)
    assert {say.integer(None), say.decimal(None), say.percent(None), say.date(None), say.date("")} == {unknown}


def test_share_short_of_whole() -> None:
    """A share just short of the whole is not rounded to it, nor one above nothing to nothing."""
    say = Wording("nb")
    assert (say.percent(0.9999), say.percent(1.0)) == ("99,9\u00a0%", "100,0\u00a0%")
    assert (say.percent(0.0001), say.percent(0.0)) == ("0,1\u00a0%", "0,0\u00a0%")


@pytest.mark.parametrize(("language", "text"), [("nb", "A, B og C"), ("nn", "A, B og C"), ("en", "A, B and C")])
def test_list(language: str, text: str) -> None:
    """Names are listed as the language lists them."""
    assert Wording(language).list(["A", "B", "C"]) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms(language: str) -> None:
    """One is one; nothing, and every other number, is written as several are."""
    say = Wording(language)
    several = [say.count("municipalities", number).partition(" ")[2] for number in (0, 2, 11, 21, 101, 1_000_000)]
    assert set(several) == {say("municipalities_other", count="").strip()}
    assert say.count("municipalities", 1) == say("municipalities_one", count="1")


def test_unknown_key() -> None:
    """It refuses a key that nobody wrote."""
    with pytest.raises(KeyError):
        Wording("nb")("no_such_text")
