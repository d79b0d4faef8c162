"""One ES module: what it imports and exports, and its body without these words.

Understood are ``import { a, b as c } from "./x.js"``, ``import * as x from "./x.js"``, ``export`` before a function,
class or ``const``, and a list ``export { a, b as c }`` of what stands in the module. All else is refused: a name that
is exported has to keep the value that it has when the module has run, since it is handed over once.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from dashboard.server.scripts.light import without_comments
from dashboard.server.scripts.tokens import Token, UnknownScript, line_of, tokens

#: What gives a name another value.
CHANGES = {"=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??="}
#: A dynamic import of these finds the same file wherever the script itself lies.
ELSEWHERE = ("/", "http:", "https:", "data:")


@dataclass(frozen=True)
class Imported:
    """What a module takes from another, in a line: pairs of its name there and here, or all of it under one name."""

    module: str
    line: int
    names: tuple[tuple[str, str], ...] = ()
    whole: str | None = None


@dataclass(frozen=True)
class ScriptModule:
    """A module as it is joined: ``exports`` are pairs of the name here and the name for others."""

    name: str
    imports: tuple[Imported, ...]
    exports: tuple[tuple[str, str], ...]
    body: str


def read_module(name: str, text: str) -> ScriptModule:
    """The module that stands in a file; ``name`` is its path. Raises UnknownScript."""
    return _ModuleReader(name, text).read()


class _ModuleReader:
    """Where the reading of one module stands: ``at`` counts the tokens of its code."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text, self.at = name, text, 0
        self.all = tokens(name, text)
        self.code = [token for token in self.all if token.kind not in ("space", "comment")]
        self.end = Token("end", "", len(text), 0)
        self.imports: list[Imported] = []
        self.exports: list[tuple[str, str]] = []
        #: Where what is left out begins and ends, in characters.
        self.left_out: list[tuple[int, int]] = []

    def read(self) -> ScriptModule:
        if self.code and self.code[0].kind == "string":
            raise self._refusal("the module begins with a directive", "Take it away: modules are strict")
        while self.at < len(self.code):
            token = self._take()
            if token.kind != "word" or self._is_key(self.at - 1):
                continue
            if token.text == "import":
                self._read_import(token)
            elif token.text == "export" and token.depth == 0:
                self._read_export(token)
            elif token.text == "await" and token.depth == 0:
                raise self._refusal("await stands outside of every function", "Put it into an async function", token)
        self._check_names()
        self._check_constant()
        body = without_comments(self.all, self.left_out)
        return ScriptModule(self.name, tuple(self.imports), tuple(self.exports), body)

    def _read_import(self, first: Token) -> None:
        following = self._take()
        if following.text == "(":
            path = self._peek().text[1:-1] if self._peek().kind == "string" else ""
            if not path.startswith(ELSEWHERE):
                raise self._refusal("import(…) of a relative path", "Import it at the top of the file", first)
            return
        if first.depth or following.text not in ("{", "*"):
            what = {".": "import.meta", "{": "import not at the top"}.get(following.text, f"import {following.text}")
            raise self._refusal(f"{what} is not understood", 'Write import { name } from "./file.js"', first)
        names, whole = self._list() if following.text == "{" else (), None
        if following.text == "*":
            self._expect("as", first)
            whole = self._take().text
        self._expect("from", first)
        path = self._take().text[1:-1]
        if not path.startswith(("./", "../")):
            raise self._refusal(f'"{path}" is no path', "A path begins with ./ or ../", first)
        if self._peek().text == "with":
            raise self._refusal("an import with attributes is not understood", "Import scripts only", first)
        module = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), path))
        self.imports.append(Imported(module, line_of(self.text, first.at), names, whole))
        self._leave_out(first)

    def _read_export(self, first: Token) -> None:
        following = self._take()
        if following.text == "{":
            self.exports += self._list()
            if self._peek().text == "from":
                raise self._refusal("what another module exports is exported", "Let others import it there", first)
            self._leave_out(first)
            return
        self.left_out.append((first.at, following.at))
        if following.text == "async":
            following = self._take()
        if following.text == "function" and self._peek().text == "*":
            self._take()
        if following.text in ("function", "class"):
            name = self._take()
            self.exports.append((name.text, name.text))
        elif following.text == "const":
            self._read_const()
        elif following.text in ("let", "var"):
            mend = "Write const, and let it hold an object where something in it changes"
            raise self._refusal(f"export {following.text}: others would see it change", mend, first)
        else:
            mend = "Export a function, class or const by its name"
            raise self._refusal(f"export {following.text} is not understood", mend, first)

    def _read_const(self) -> None:
        """``const name = …`` or ``const { a, b: c } = …``: one, since others are not seen behind what it is."""
        name = self._take()
        if name.text == "{":
            self.exports += [(here, here) for _, here in self._list(":")]
        elif name.kind == "word":
            self.exports.append((name.text, name.text))
        else:
            raise self._refusal("export const of a list is not understood", "Give each its own const", name)
        self._expect("=", name)
        for token in self.code[self.at :]:
            if token.depth == 0 and token.text == ",":
                mend = "Give each its own export const, and end it with a semicolon"
                raise self._refusal("one export const for several names", mend, name)
            if token.depth == 0 and token.text in (";", "import", "export"):
                break

    def _list(self, renames: str = "as") -> tuple[tuple[str, str], ...]:
        """``a, b as c }``: pairs of the first name and the second, which is the first where there is none."""
        pairs = []
        while (first := self._take()).text != "}":
            second = first
            if self._peek().text == renames:
                self._take()
                second = self._take()
            if not all(one.kind == "word" and one.text != "default" for one in (first, second)):
                raise self._refusal(f"{first.text} in a list of names is not understood", "Use plain names", first)
            pairs.append((first.text, second.text))
            if self._peek().text != "}":
                self._expect(",", first)
        return tuple(pairs)

    def _check_names(self) -> None:
        """No name is exported twice."""
        names = [name for _, name in self.exports]
        for name in names:
            if names.count(name) > 1:
                raise self._refusal(f"{name} is exported twice", "Export it once")

    def _check_constant(self) -> None:
        """A variable in a list of exports has one value: others would keep the first. Functions are tsc's to guard."""
        exported = {name for name, _ in self.exports}
        variables = {
            self._word(at + 1)
            for at, token in enumerate(self.code)
            if token.depth == 0 and token.text in ("let", "var") and self._word(at + 1) in exported
        }
        for at, token in enumerate(self.code):
            if token.text in variables and token.kind == "word" and not self._is_key(at) and self._is_changed(at):
                mend = "Let it be an object whose field changes, or export a function that tells it"
                raise self._refusal(f"{token.text} is exported and given another value", mend, token)

    def _is_changed(self, at: int) -> bool:
        """Whether a name is assigned to, counted up or down, or stands in brackets that something is assigned to."""
        before, after = self._word(at - 1), self._word(at + 1)
        return (
            before in ("++", "--")
            or after in ("++", "--")
            or (after in CHANGES and before not in ("let", "var"))
            or (before == "(" and after in ("of", "in"))
            or self._is_in_pattern(at)
        )

    def _is_in_pattern(self, at: int) -> bool:
        depth = self.code[at].depth
        for following, token in enumerate(self.code[at + 1 :], at + 2):
            if depth == 0 or (token.depth < depth and token.text == ")"):
                break
            if token.depth < depth and self._word(following) in ("=", "of", "in"):
                return True
            depth = min(depth, token.depth)
        return False

    def _is_key(self, at: int) -> bool:
        """Whether a word is the name of a property: after a dot, or before the colon in an object."""
        return self._word(at - 1) in (".", "?.") or (self._word(at + 1) == ":" and self._word(at - 1) in ("{", ","))

    def _leave_out(self, first: Token) -> None:
        if self._peek().text == ";":
            self._take()
        last = self.code[self.at - 1]
        self.left_out.append((first.at, last.at + len(last.text)))

    def _word(self, at: int) -> str:
        return self.code[at].text if 0 <= at < len(self.code) else ""

    def _peek(self) -> Token:
        return self.code[self.at] if self.at < len(self.code) else self.end

    def _take(self) -> Token:
        token = self._peek()
        self.at += 1
        return token

    def _expect(self, text: str, first: Token) -> None:
        if self._take().text != text:
            raise self._refusal(f'"{text}" is missing', "Import and export by plain names", first)

    def _refusal(self, what: str, mend: str, token: Token | None = None) -> UnknownScript:
        at = (token or self._peek()).at
        return UnknownScript(self.name, line_of(self.text, at), what, mend)
