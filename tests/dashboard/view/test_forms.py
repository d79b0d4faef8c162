"""What forms send is answered with the canonical address; what people typed or saved means what it meant."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view.forms import canonical
from dashboard.view.reading import read_query
from dashboard.view.state import LONGEST, State, write_query
from tests.dashboard.view.test_state import KNOWN, queries, states

SHAPES = ("go", "find", "pop_from", "pop_to", "networks", "q", "equal", "each", "pop", "view", "lang", "x")


def leads(state: State, text: str) -> Mapping[str, str | None]:
    """A search that finds one municipality by its number, and else leads to the table."""
    return {"municipality": text, "view": None} if text == "3006" else {"view": "table", "q": text}


def meant_by(query: str) -> str | None:
    """The canonical address that a query is answered with."""
    return canonical(query, KNOWN, leads)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("go=%3Fview%3Dtable%26lang%3Den", "?lang=en&view=table"),
        ("?go=?", ""),
        ("go=", ""),
        ("go=https://evil.example/?view=table", ""),
        ("go=//evil.example", ""),
        ("go=%3Fview%3Dtable%0d%0aSet-Cookie:a", ""),
        ("go=javascript:alert()", ""),
        ("view=plan&go=?view=data", "?view=data"),
        ("find=3006&view=data&lang=nn", "?lang=nn&municipality=3006"),
        ("find=+nes++by&theme=dark", "?view=table&q=nes%20by&theme=dark"),
        ("find=&view=table&q=nes", "?view=table&q=nes"),
        ("find=nes&scenario=3006%3Anaik%2Bfollo", "?view=table&q=nes&scenario=3006:naik%2Bfollo"),
        ("pop_from=1000&pop_to=20000", "?pop=1000-20000"),
        ("pop_from=20000&pop_to=1000", "?pop=1000-20000"),
        ("pop_from=9&pop_to=10", "?pop=9-10"),
        ("pop_from=5+000&pop_to=", "?pop=5000-"),
        ("pop_from=&pop_to=5000&pop=1-2", "?pop=-5000"),
        ("pop_from=&pop_to=&view=table", "?view=table"),
        ("networks=naik&networks=follo", "?networks=naik,follo"),
        ("networks=&networks=follo", "?networks=follo"),
        ("networks=&networks=", "?networks="),
        ("view=plan&networks=&lang=en", "?lang=en&view=plan&networks="),
        ("networks=&find=3006", "?networks=&municipality=3006"),
        ("view=table&q=", "?view=table"),
        ("view=plan&equal=100&each=", "?view=plan&equal=100"),
    ],
)
def test_sent_by_a_form(sent: str, meant: str) -> None:
    """Each shape that only a form sends has one canonical address, and that is not redirected again."""
    assert meant_by(sent) == meant
    assert meant_by(meant) is None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "networks=",
        "?networks=",
        "networks",
        "?view=table&lang=en",
        "?q=nes+og",
        "?municipality=3303",
        "county=akershus&county=buskerud",
        "?lang=",
        "?view=&networks=",
        "?new=a:Eine&new=b:Andre",
        "?pop_from=abc&pop_to=5",
        "?pop_from=-5",
        "?find=nes&unknown=1",
        "?networks=naik&networks=xx",
        "?q=&view=nowhere",
    ],
)
def test_left_as_it_is(query: str) -> None:
    """What was typed or saved is answered where it stands, so that what is not understood in it is said."""
    assert meant_by(query) is None


def test_unreadable_is_said() -> None:
    """A range that is no number stays in the address, and the page names it."""
    assert [one.name for one in read_query("?pop_from=abc&pop_to=5", KNOWN)[1]] == ["pop_from", "pop_to"]


def test_too_long() -> None:
    """What would not be read whole is not redirected."""
    assert meant_by("find=x&title=" + "å" * LONGEST) is None


@given(states)
def test_buttons(state: State) -> None:
    """A button leads to the very state that it was written for, from wherever it stands."""
    query = write_query(state)
    assert meant_by("go=" + quote(query or "?")) == query
    assert meant_by(query) is None


@given(states, states)
def test_rest_of_the_state(state: State, other: State) -> None:
    """A range and ticks change nothing but themselves."""
    rest, fields = write_query(state.but(pop=None, networks=None)), list[tuple[str, object]]()
    if other.pop:
        low, high = ("" if end is None else end for end in other.pop)
        fields += [("pop_from", low), ("pop_to", high)]
    if other.networks is not None:
        fields += [("networks", ""), *(("networks", id) for id in other.networks)]
    sent = f"{rest or '?'}&{urlencode(fields)}"
    meant = meant_by(sent)
    expected = state.but(pop=other.pop, networks=other.networks)
    assert read_query(sent if meant is None else meant, KNOWN) == (expected, ())


pairs = st.lists(st.tuples(st.sampled_from(SHAPES), st.text(max_size=30) | st.sampled_from(["", "naik", "3006", "7"])))
addresses = st.sampled_from(["https://a.example/?view=plan", "//a.example", "\\\\a", "/a", "?view=plan", "a:b"])


@given(queries | pairs.map(urlencode) | addresses.map(lambda text: "go=" + quote(text)))
def test_any_query(query: str) -> None:
    """Whatever is sent: the answer is a query of this page, understood whole, and not redirected again."""
    meant = meant_by(query)
    if meant is not None:
        assert meant == "" or meant.startswith("?")
        assert meant.isascii()
        assert meant.isprintable()
        state, ignored = read_query(meant, KNOWN)
        assert (write_query(state), ignored) == (meant, ())
        assert meant_by(meant) is None
