"""The text of a script as tokens: enough of JavaScript to know what is code, and what is text, pattern or comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: A pattern begins after these words (and yield and await, which none of ours puts there), a division after any other.
BEFORE_A_PATTERN = {
    "return",
    "typeof",
    "instanceof",
    "in",
    "of",
    "new",
    "delete",
    "void",
    "throw",
    "case",
    "do",
    "else",
}
#: A statement follows the brackets of these words: ``if (a) /b/.test(c)``.
WITH_A_CONDITION = {"if", "while", "for", "with"}
CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
PIECES = re.compile(
    r"""(?P<space>\s+)
    | (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<string> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<number> \d[\w.]* )
    | (?P<word> \#?[\w$]+ )
    | (?P<mark> \.\.\. | => | ={1,3} | !={1,2} | (?:\*\*|<<|>>>?|&&|\|\||\?\?)=? | [-+%*&|^<>]= | \+\+ | -- | \?\.(?!\d)
      | [{}()\[\];,<>+\-*%&|^!~?:.@] )""",
    re.DOTALL | re.VERBOSE,
)
PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
#: Of a template: to its end, or to the next value that stands in it.
TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?P<end>`|\$\{)", re.DOTALL)


class Token(NamedTuple):
    """A piece of a script: its ``kind`` is space, comment, string, number, word, mark, pattern or template.

    ``at`` is where it begins, in characters; ``depth`` how many brackets are open around it. A template with values
    in it is several tokens: the texts, and between them the tokens of the values.
    """

    kind: str
    text: str
    at: int
    depth: int


class UnknownScript(ValueError):
    """A script that cannot be joined: the message says file, line, what is wrong, and how to mend it."""

    def __init__(self, file: str, line: int, what: str, mend: str) -> None:
        super().__init__(f"{file}, line {line}: {what}. {mend}.")
        self.file, self.line, self.what, self.mend = file, line, what, mend


def tokens(file: str, text: str) -> tuple[Token, ...]:
    """Everything that stands in ``text``, in order: their texts together are the text. Raises UnknownScript."""
    return tuple(_Reader(file, text).read())


class _Reader:
    """Where the reading of one script stands."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text, self.at = file, text, 0
        #: The brackets that are open, each with the word before it; "`" is a value in a template.
        self.open: list[tuple[str, str]] = []
        #: The last token of code, the one before it, and what stood before the bracket that closed last.
        self.last, self.before_last, self.condition = Token("", "", 0, 0), Token("", "", 0, 0), ""

    def read(self) -> Iterator[Token]:
        while self.at < len(self.text):
            token = self._next()
            yield token
            self.at += len(token.text)
            if token.kind not in ("space", "comment"):
                self.before_last, self.last = self.last, token
        if self.open:
            bracket = self.open[-1][0]
            raise self._refusal(f'"{bracket}" is never closed', "Close it")

    def _next(self) -> Token:
        letter = self.text[self.at]
        if letter == "`":
            return self._template(self.at + 1)
        if letter == "}" and self.open and self.open[-1][0] == "`":
            self.open.pop()
            return self._template(self.at + 1)
        if found := PIECES.match(self.text, self.at):
            return self._bracketed(Token(str(found.lastgroup), found[0], self.at, len(self.open)))
        if letter == "/":
            return self._pattern_or_division()
        raise self._refusal(f"{self.text[self.at : self.at + 12]!r} is not understood", "Write it in another way")

    def _bracketed(self, token: Token) -> Token:
        """The token itself; brackets are remembered, those that close stand as deep as those that they close."""
        if token.kind == "mark" and token.text in CLOSED_BY:
            self.open.append((token.text, self.last.text if self.last.kind == "word" else ""))
        elif token.kind == "mark" and token.text in CLOSED_BY.values():
            bracket, self.condition = self.open.pop() if self.open else ("", "")
            if CLOSED_BY.get(bracket) != token.text:
                raise self._refusal(f'"{token.text}" closes nothing that is open', "Take it away, or open it")
            return Token(token.kind, token.text, token.at, len(self.open))
        return token

    def _template(self, start: int) -> Token:
        found, depth = TEMPLATE.match(self.text, start), len(self.open)
        if not found:
            raise self._refusal("a template is never closed", "Close it")
        if found["end"] == "${":
            self.open.append(("`", ""))
        return Token("template", self.text[self.at : found.end()], self.at, depth)

    def _pattern_or_division(self) -> Token:
        last, depth = self.last, len(self.open)
        if last.kind == "mark" and last.text == "}":
            raise self._refusal('"/" after "}" may divide or begin a pattern', "Give the pattern a name first")
        word = last.kind == "word" and (last.text not in BEFORE_A_PATTERN or self.before_last.text in (".", "?."))
        bracket = last.text == "]" or (last.text == ")" and self.condition not in WITH_A_CONDITION)
        value = last.kind in ("string", "number", "pattern") or last.text in ("++", "--")
        value = value or (last.kind == "template" and last.text.endswith("`"))
        if word or bracket or value:
            return Token("mark", "/=" if self.text.startswith("/=", self.at) else "/", self.at, depth)
        if found := PATTERN.match(self.text, self.at):
            return Token("pattern", found[0], self.at, depth)
        raise self._refusal('a pattern (or a comment) begins with "/" and is never closed', "Close it")

    def _refusal(self, what: str, mend: str) -> UnknownScript:
        return UnknownScript(self.file, line_of(self.text, self.at), what, mend)


def line_of(text: str, at: int) -> int:
    """The number of the line that a character stands in, from 1."""
    return text.count("\n", 0, at) + 1
