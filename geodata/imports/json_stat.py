"""SSB's answer in JSON-stat 2.0 (https://json-stat.org/full/) as single values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from geodata.folder.encoding import decode
from geodata.imports.answer import SavedAnswer, SavedValue
from geodata.imports.cells import same_spelling
from geodata.planning.intake.grid import ReadingBounds, Unreadable, refuse, tidy_cell

#: What dimensions are called where the data set does not say their roles.
_TIME = frozenset({"tid", "år", "year", "time"})
_REGION = frozenset({"region", "kommune", "kommuner", "municipality"})
#: Flags beside a value that stands all the same: preliminary, estimated, nought. Any other makes it unknown.
_VALID_FLAGS = frozenset({"", "*", "p", "e", "-"})


@dataclass(frozen=True)
class _Dimension:
    id: str
    categories: tuple[tuple[str, str], ...]


def parse_json_stat(content: bytes, name: str, bounds: ReadingBounds) -> SavedAnswer:
    """The values of a data set; null, and what a status flag says is not there, as SSB's sign ``..``.

    Dimensions in any order. Raises Unreadable ("bad_json", "not_json_stat", "wrong_size", "too_many_cells").
    """
    refuse(content, name, bounds)
    text, findings = decode(content, name)
    if findings:
        raise Unreadable(findings[0].code if findings[0].code == "lost_letters" else "unreadable_text")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Unreadable("bad_json") from problem
    if not isinstance(data, dict) or data.get("class", "dataset") != "dataset":
        raise _not_json_stat("class")
    dimensions = _dimensions(data)
    region = _place(data, dimensions, "geo", _REGION)
    time = _place(data, dimensions, "time", _TIME)
    cells = prod(len(one.categories) for one in dimensions)
    if cells > bounds.cells:
        raise Unreadable("too_many_cells", most=bounds.cells)
    values, flags = _at(data, "value", cells), _flags(data, cells)
    others = [place for place in range(len(dimensions)) if place not in (region, time)]
    found = []
    for at, coordinates in enumerate(product(*(one.categories for one in dimensions))):
        categories = tuple(coordinates[place] for place in others)
        text = _text(values.get(at), flags.get(at))
        found.append(SavedValue(at + 1, _region(*coordinates[region]), _year(coordinates[time]), categories, text))
    return SavedAnswer(tidy_cell(_string(data.get("label"))), tuple(found))


def _dimensions(data: Mapping[str, object]) -> list[_Dimension]:
    ids, sizes, described = data.get("id"), data.get("size"), data.get("dimension")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) for one in ids):
        raise _not_json_stat("id")
    if not isinstance(sizes, list) or len(sizes) != len(ids) or len(set(ids)) != len(ids):
        raise _not_json_stat("size")
    if not isinstance(described, dict):
        raise _not_json_stat("dimension")
    dimensions = [_dimension(one, described.get(one)) for one in ids]
    if [len(one.categories) for one in dimensions] != sizes:
        raise _not_json_stat("size")
    return dimensions


def _dimension(id: str, described: object) -> _Dimension:
    category = described.get("category") if isinstance(described, dict) else None
    if not isinstance(category, dict):
        raise _not_json_stat(f"dimension {tidy_cell(id)}")
    index, label = category.get("index"), category.get("label")
    labels = label if isinstance(label, dict) else {}
    if isinstance(index, dict) and all(type(place) is int for place in index.values()):
        codes = sorted(index, key=lambda code: index[code])
        whole = [index[code] for code in codes] == list(range(len(codes)))
    elif isinstance(index, list):
        codes, whole = index, all(isinstance(code, str) for code in index)
    else:
        codes, whole = list(labels), index is None and len(labels) == 1  # a single category needs no index
    if not codes or not whole:
        raise _not_json_stat(f"dimension {tidy_cell(id)}")
    return _Dimension(id, tuple((tidy_cell(code), tidy_cell(_string(labels.get(code)))) for code in codes))


def _place(data: Mapping[str, object], dimensions: list[_Dimension], role: str, names: frozenset[str]) -> int:
    """The only dimension with a role, or the one that is called so."""
    roles = data.get("role")
    said = roles.get(role) if isinstance(roles, dict) else None
    ids = [one.id for one in dimensions]
    found = [place for place, id in enumerate(ids) if isinstance(said, list) and id in said]
    found = found or [place for place, id in enumerate(ids) if same_spelling(id) in names]
    if len(found) != 1:
        raise Unreadable("no_regions" if role == "geo" else "no_years")
    return found[0]


def _at(data: Mapping[str, object], key: str, cells: int) -> dict[int, object]:
    """Values, or flags, by their places: of a list that is whole, or of an object that leaves the unknown out."""
    given = data.get(key)
    if isinstance(given, list):
        if len(given) != cells:
            raise Unreadable("wrong_size", cells=cells, values=len(given))
        return dict(enumerate(given))
    if isinstance(given, dict) and all(len(place) < 10 and place.isdecimal() for place in given):
        found = {int(place): value for place, value in given.items()}
        if any(place >= cells for place in found):
            raise Unreadable("wrong_size", cells=cells, values=max(found) + 1)
        return found
    raise _not_json_stat(key)


def _flags(data: Mapping[str, object], cells: int) -> Mapping[int, object]:
    status = data.get("status")
    if status is None:
        return {}
    return dict.fromkeys(range(cells), status) if isinstance(status, str) else _at(data, "status", cells)


def _text(value: object, flag: object) -> str:
    if flag is not None and not (isinstance(flag, str) and flag.strip() in _VALID_FLAGS):
        return ".."
    if value is None:
        return ".."
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return tidy_cell(str(value) if not isinstance(value, int) or abs(value) < 10**15 else "inf")
    return "?"


def _region(code: str, label: str) -> str:
    """A region's code and name in one, where the name does not begin with the code."""
    number = code[2:] if code[:2].upper() in ("K-", "K_") else code
    return label if label.startswith((code, number)) else f"{code} {label}".strip()


def _year(category: tuple[str, str]) -> str:
    return category[1] if len(category[1]) == 4 else category[0]


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _not_json_stat(what: str) -> Unreadable:
    return Unreadable("not_json_stat", what=what)
