"""Words, numbers and dates in the reader's language."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from babel import Locale, dates, lists, numbers

from geodata.text import in_language

#: Language code of the address → locale of the Unicode CLDR (through Babel).
LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
LANGUAGES = tuple(LOCALES)
DEFAULT_LANGUAGE = LANGUAGES[0]
WORDS_FOLDER = Path(__file__).parent


@lru_cache
def read_words(language: str) -> Mapping[str, str]:
    """The words of one language, by key (``dashboard/words/<language>.json``)."""
    return json.loads((WORDS_FOLDER / f"{language}.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=8192)
def _format(number: float, pattern: str, locale: str) -> str:
    return numbers.format_decimal(number, pattern, locale=locale)


@lru_cache(maxsize=2048)
def _format_percent(ratio: float, pattern: str, locale: str) -> str:
    return numbers.format_percent(ratio, pattern, locale=locale)


class Wording:
    """Says things in one language. ``common``, the data folder's own words, fills ``{region}`` and its like."""

    def __init__(self, language: str, common: Mapping[str, Mapping[str, str]] | None = None):
        self.language = language
        self.locale = Locale.parse(LOCALES[language])
        self._words = read_words(language)
        self._common = {key: self.of(words) for key, words in (common or {}).items()}

    def __call__(self, key: str, **values: object) -> str:
        """The text ``key`` with its placeholders filled: the data folder's own, else the page's.

        An unknown key raises KeyError.
        """
        if key in self._common:
            return self._common[key]
        return self._words[key].format(**{**self._common, **values})

    def own(self, key: str) -> str:
        """The data folder's own text ``key``; blank where it has none."""
        return self._common.get(key, "")

    def knows(self, key: str) -> bool:
        """Whether the language has a text ``key``."""
        return key in self._words

    def count(self, key: str, number: int, **values: object) -> str:
        """The text ``key_one``, ``key_other`` or whichever form the language's plural rules (CLDR) ask for.

        ``{count}`` is the number in the language's writing.
        """
        return self(f"{key}_{self.locale.plural_form(number)}", count=self.integer(number), **values)

    def of(self, words: Mapping[str, str]) -> str:
        """A text that the data carries in several languages: this one, else the first there is."""
        return in_language(words, self.language)

    def integer(self, number: float | None) -> str:
        """1292241 → "1 292 241" (no-break spaces); None → "ikke kjent"."""
        return self("unknown") if number is None else _format(number, "#,##0", LOCALES[self.language])

    def decimal(self, number: float | None, digits: int = 1) -> str:
        """A number with ``digits`` decimals; None → "ikke kjent"."""
        if number is None:
            return self("unknown")
        return _format(number, "#,##0." + "0" * digits if digits else "#,##0", LOCALES[self.language])

    def percent(self, ratio: float | None, digits: int = 1) -> str:
        """0.9549 → "95,5 %"; None → "ikke kjent". Each share is rounded by itself.

        A share short of the whole is never shown as 100 %, nor a share above nothing as 0 %.
        """
        if ratio is None:
            return self("unknown")
        step = 10 ** -(digits + 2)
        shown = round(ratio, digits + 2)
        if ratio < 1 <= shown:
            shown = 1 - step
        if ratio > 0 >= shown:
            shown = step
        decimals = "." + "0" * digits if digits else ""
        sign = "%" if self.language == "en" else "\u00a0%"
        return _format_percent(shown, f"#,##0{decimals}{sign}", LOCALES[self.language])

    def signed(self, number: float, digits: int = 0) -> str:
        """A change, with its sign: "+43", "−12"."""
        return self._sign(number) + self.decimal(abs(number), digits)

    def signed_percent(self, ratio: float | None) -> str:
        """A change as a share, with its sign: "+3,1 %"."""
        return self("unknown") if ratio is None else self._sign(ratio) + self.percent(abs(ratio))

    def kr(self, amount: Decimal | int | None) -> str:
        """A sum in kroner, øre only where there are any: "25 000", "1 234,50"; None → "ikke kjent"."""
        if amount is None:
            return self("unknown")
        pattern = "#,##0" if amount == int(amount) else "#,##0.00"
        return numbers.format_decimal(amount, pattern, locale=self.locale)

    def points(self, share: float | None, earlier: float | None) -> str:
        """The difference of two shares in percentage points: "+0,2"; each share is rounded first, as it is shown."""
        if share is None or earlier is None:
            return self("unknown")
        difference = round(100 * share, 1) - round(100 * earlier, 1)
        return self._sign(round(difference, 1)) + self.decimal(abs(difference))

    @staticmethod
    def _sign(number: float) -> str:
        return "+" if number > 0 else "−" if number < 0 else ""

    def date(self, text: str | None) -> str:
        """ "2022-04-06" → "6. april 2022", "2014-01" → "januar 2014", "2005" → "2005"; None → "ikke kjent"."""
        if not text:
            return self("unknown")
        year, *rest = (int(part) for part in text.split("-"))
        if not rest:
            return str(year)
        if len(rest) == 1:
            return dates.format_date(dt.date(year, rest[0], 1), "MMMM y", locale=self.locale)
        return dates.format_date(dt.date(year, *rest), "long", locale=self.locale)

    def list(self, texts: Iterable[str]) -> str:
        """ "A, B og C"."""
        return lists.format_list(list(texts), locale=self.locale)
