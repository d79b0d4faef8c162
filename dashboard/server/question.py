"""What the page's one callback may be sent: Dash believes whatever looks like JSON."""

from __future__ import annotations

from typing import Any

from dashboard.page import ids

_OUTPUT, _INPUT = {"id": ids.ANSWER, "property": "data"}, {"id": ids.QUESTION, "property": "data"}
_CHANGED = [f"{ids.QUESTION}.data"]


def is_question(body: Any) -> bool:
    """Whether a body, read from JSON, asks what the page asks: for one output, of one input, with two addresses."""
    if not isinstance(body, dict) or body.get("output") != f"{ids.ANSWER}.data" or body.get("outputs") != _OUTPUT:
        return False
    inputs = body.get("inputs")
    if not isinstance(inputs, list) or len(inputs) != 1 or not isinstance(inputs[0], dict):
        return False
    value, rest = inputs[0].get("value"), {key: inputs[0][key] for key in inputs[0] if key != "value"}
    if rest != _INPUT or not isinstance(value, dict) or body.get("state") or body.get("changedPropIds") != _CHANGED:
        return False
    painted = value.get("painted")
    return isinstance(value.get("search"), str) and (painted is None or isinstance(painted, str))
