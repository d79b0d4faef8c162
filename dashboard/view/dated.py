"""Dates of the register in words: entry and exit, when something is attested, and the period of an agreement."""

from __future__ import annotations

from dashboard.words.wording import Wording
from geodata.lists import LISTED_STATUS
from geodata.model import COUNTING_STATUS, Membership
from geodata.timeline import AgreementPeriod

#: What is said where neither entry nor exit is known; a row of a list says nothing of them.
_UNKNOWN = {COUNTING_STATUS: "panel_entry_unknown", LISTED_STATUS: ""}


def dates_text(say: Wording, row: Membership) -> str:
    """The dates of a row as they are known; blank ones are left out, but that of the entry is said to be unknown."""
    known = [
        say(f"panel_{key}", date=say.date(value))
        for key, value in (
            ("from", row.valid_from),
            ("to", row.valid_to),
            ("first", row.first_attested),
            ("last", row.last_attested),
        )
        if value
    ]
    unknown = _UNKNOWN.get(row.status, "panel_dates_unknown")
    if unknown and not (row.valid_from or row.valid_to):
        known.insert(0, say(unknown))
    return ", ".join(known)


def agreement_text(say: Wording, begins: str | None, ends: str | None) -> str:
    """ "avtale 6. april 2022 – 31. desember 2027"; blank where there is none."""
    return say("agreement", period=period_text(say, begins, ends)) if begins or ends else ""


def period_text(say: Wording, begins: str | None, ends: str | None) -> str:
    """ "6. april 2022 – 31. desember 2027", each end as exact as it is known; None is an end that is not known."""
    key = "period" if begins and ends else "period_from" if begins else "period_to"
    return say(key, begins=say.date(begins), ends=say.date(ends))


def ends_of(period: AgreementPeriod) -> tuple[str | None, str | None]:
    """Both ends of an agreement's period as their source gives them."""
    begins, ends = period.begins, period.ends
    return begins.text if begins else None, ends.text if ends else None


def shared_text(say: Wording, period: AgreementPeriod) -> str:
    """ "6. april 2022 – 31. desember 2027 (12 medlemmer)": an agreement's period, and how many share it."""
    return say.count("agreement_shared", len(period.rows), period=period_text(say, *ends_of(period)))
