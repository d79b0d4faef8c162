"""Lists of a network's members from another time, held against the register: who is named, and who is not.

A list is a network of the kind LIST_KIND; it never counts. That it does not name a member is no proof of leaving.
"""

from __future__ import annotations

from geodata.join import counts
from geodata.register import Register

LIST_KIND = "list"
#: The status of a row of a list, and what such a row says beside the register.
LISTED_STATUS = "listed"
#: Named by the list and a member in the register; named by the list alone; a member whom the list does not name.
NAMED, NAMED_ONLY, NOT_NAMED = "named", "named_only", "not_named"


def against_register(register: Register, id: str) -> dict[str, str]:
    """Municipality number → NAMED, NAMED_ONLY or NOT_NAMED, of all whom the list or the register names.

    Those outside the region are among them. Raises KeyError for a network that is not there.
    """
    of = register.networks[id].list_of
    members = {row.municipality for row in register.memberships if row.network == of and counts(row)}
    listed = {row.municipality for row in register.memberships if row.network == id and row.status == LISTED_STATUS}
    return {
        **{number: NAMED if number in members else NAMED_ONLY for number in sorted(listed)},
        **dict.fromkeys(sorted(members - listed), NOT_NAMED),
    }
