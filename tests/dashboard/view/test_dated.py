"""Dates of the register in words: entry and exit apart from an agreement, and what is unknown as unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.view.dated import agreement_text, dates_text, shared_text
from dashboard.view.view import MapView
from dashboard.words.wording import Wording
from geodata.join import memberships_of
from geodata.model import Membership
from geodata.timeline import agreements


def row(**dates: str) -> Membership:
    """A member's row with some dates."""
    known = dict.fromkeys(("valid_from", "valid_to", "agreement_from", "agreement_to"), None)
    others = {"first_attested": None, "last_attested": None, "note": {}, "source": "invented", "status": "member"}
    return Membership(network="vest", municipality="9101", name="Aa", **(others | known | dates))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "ends", "text"),
    [
        ("nb", ("2022-04-06", "2027-12-31"), "avtale 6. april 2022 – 31. desember 2027"),
        ("nn", ("2022-04", "2027"), "avtale april 2022 – 2027"),
        ("en", ("2022-04-06", "2027-12"), "agreement 6 April 2022 – December 2027"),
        ("nb", ("2022", None), "avtale fra 2022"),
        ("nn", ("2022", None), "avtale frå 2022"),
        ("en", (None, "2027-12-31"), "agreement to 31 December 2027"),
        ("nb", (None, None), ""),
    ],
)
def test_agreement(lang: str, ends: tuple[str | None, str | None], text: str) -> None:
    """A period is as exact as its source; an end that is not known is left open."""
    assert agreement_text(Wording(lang), *ends) == text


def test_agreement_is_no_entry() -> None:
    """The dates of an agreement are not told as entry and exit: these stay unknown."""
    say = Wording("en")
    assert dates_text(say, row(agreement_from="2022-04-06", agreement_to="2027")) == "date of joining not known"
    assert dates_text(say, row(valid_from="2023-05", agreement_to="2027")) == "from May 2023"
    assert dates_text(say, row(valid_to="2023", last_attested="2022")) == "to 2023, last attested 2022"


def test_other_rows() -> None:
    """A row of a list says nothing of entry; of what is no membership the dates are unknown."""
    say = Wording("nb")
    assert dates_text(say, row(status="listed")) == ""
    assert dates_text(say, row(status="inferred", last_attested="2023")) == "datoer ikke kjent, sist belagt 2023"


def test_shared(view: Callable[..., MapView]) -> None:
    """The members of Klima Østfold share one agreement, and each has it on its row."""
    seen = view("?lang=nb")
    (period,) = agreements(one for one in seen.atlas.register.memberships if one.network == "ostfold")
    assert shared_text(seen.say, period) == "6. april 2022 – 31. desember 2027 (12 medlemmer)"
    (hvaler,) = memberships_of(seen.atlas.register, "3011")
    assert agreement_text(seen.say, hvaler.agreement_from, hvaler.agreement_to) == (
        "avtale 6. april 2022 – 31. desember 2027"
    )
