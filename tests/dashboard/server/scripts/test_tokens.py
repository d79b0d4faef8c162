"""The text of a script as tokens: nothing is lost, and what looks like code in a text is none."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.server.scripts.tokens import UnknownScript, tokens
from tests.serving import PROJECT

#: Pieces of code that may follow each other with a space between, and the kind of the first token of each.
PIECES = st.one_of(
    st.tuples(st.text().map(json.dumps), st.just("string")),
    st.tuples(st.sampled_from(("'it\\'s'", "'//'", "'/*'", "'`'")), st.just("string")),
    st.tuples(
        st.sampled_from(("`a`", "`//`", "`a\nb`", "`${1}`", "`${`${{ a: '}' }}`}/*`", "`$\\`{`")), st.just("template")
    ),
    st.tuples(st.sampled_from(("/a/", "/[/]'/g", "/\\//u", '/"/')), st.just("pattern")),
    st.tuples(st.sampled_from(("// it's\n", "/* `${ */", "/* a\n * b\n */", "/**/")), st.just("comment")),
    st.tuples(st.sampled_from(("name", "$", "ærlig", "#own", "_0")), st.just("word")),
    st.tuples(st.sampled_from(("1", "0x1f", "1_000n", "1.5")), st.just("number")),
)


@given(st.lists(PIECES))
def test_pieces(pieces: list[tuple[str, str]]) -> None:
    """Each piece is what it is wherever it stands, a pattern where none divides, and together they are the text."""
    text = "".join(f"; {piece} " for piece, _ in pieces)
    found = tokens("a.js", text)
    assert "".join(token.text for token in found) == text
    starts = [sum(len(one) + 3 for one, _ in pieces[:at]) + 2 for at in range(len(pieces))]
    kinds = {token.at: token.kind for token in found}
    assert [kinds[start] for start in starts] == [kind for _, kind in pieces]


@given(st.text(alphabet="`'\"/*\\${}()[];=ab1 \n", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    """Whatever the text, it is told whole or refused."""
    with suppress(UnknownScript):
        assert "".join(token.text for token in tokens("a.js", text)) == text


@pytest.mark.parametrize(
    ("text", "patterns"),
    [
        ("a / b / c", []),
        ("(a) / b / c", []),
        ("a[0] / b / c", []),
        ("a++ / b / c", []),
        ("x.return / b / c", []),
        ("`a` / b / c", []),
        ("1 / 2 / 3", []),
        ("a /= b / c", []),
        ("a = /b/g", ["/b/g"]),
        ("return /b/", ["/b/"]),
        ("if (a) /b/.test(c)", ["/b/"]),
        ("f(/[/)]/, /c/)", ["/[/)]/", "/c/"]),
        ("`${/}/.test(a)}`", ["/}/"]),
    ],
)
def test_pattern_or_division(text: str, patterns: list[str]) -> None:
    """A stroke divides after a value and begins a pattern elsewhere."""
    assert [token.text for token in tokens("a.js", text) if token.kind == "pattern"] == patterns


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a\n}\n", 2, "closes nothing"),
        ("(\n]", 2, "closes nothing"),
        ("{\n(a)\n", 3, "never closed"),
        ("a = `\n", 1, "template is never closed"),
        ("`${a", 1, "never closed"),
        ("a\n= 'b\n'", 2, "is not understood"),
        ("{}\n/a/.test(b)", 2, "may divide or begin a pattern"),
        ("/* a", 1, "never closed"),
        ("\\u0061 = 1", 1, "is not understood"),
    ],
)
def test_refused(text: str, line: int, what: str) -> None:
    """What cannot be told apart is refused: file, line, what is wrong, and what to do."""
    with pytest.raises(UnknownScript, match=what) as caught:
        tokens("a.js", text)
    assert (caught.value.file, caught.value.line) == ("a.js", line)
    assert caught.value.mend


def test_depth() -> None:
    """Brackets stand as deep as what is around them."""
    found = [(token.text, token.depth) for token in tokens("a.js", "a(`${b}`,[c])d")]
    assert found == [
        ("a", 0), ("(", 0), ("`${", 1), ("b", 2), ("}`", 1), (",", 1), ("[", 1), ("c", 2), ("]", 1), (")", 0), ("d", 0)
    ]  # fmt: skip


@pytest.mark.parametrize("file", sorted((PROJECT / "assets" / "modules").rglob("*.js")), ids=lambda file: file.name)
def test_ours(file) -> None:
    """Every script of ours is understood to the letter."""
    text = file.read_text(encoding="utf-8")
    assert "".join(token.text for token in tokens(file.name, text)) == text
