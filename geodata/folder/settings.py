"""What the descriptor says of the whole register: its editions, its days, its coordinates, its languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pyproj import CRS
from pyproj.exceptions import CRSError

from geodata.dates import whole_day
from geodata.days import Span
from geodata.errors import Finding
from geodata.folder.codes import finding

#: ETRS89 / UTM 33N, metres: Norway's national grid, for a folder that names no other.
NATIONAL_CRS = "EPSG:25833"
USUAL_LANGUAGES = ("nb", "nn", "en")
#: What stands under "register" in the descriptor beside what is told of its publication.
SETTING_KEYS = ("base_edition", "span", "as_of", "metric_crs", "languages")
_FILE = "datapackage.json"
_ALWAYS = Span(date.min, date.max)


@dataclass(frozen=True)
class RegisterSettings:
    """The register's settings, checked.

    ``base``: id of the edition whose numbers key tables and files; ``span``: the days that the register speaks
    of; ``as_of``: the day that is shown unless another is asked for; ``metric_crs``: where metres are measured;
    ``languages``: of the columns with words, the first being what stands in for the others.
    """

    base: str = ""
    span: Span = _ALWAYS
    as_of: date = date.max
    metric_crs: str = NATIONAL_CRS
    languages: tuple[str, ...] = USUAL_LANGUAGES


def settings_of(declared: Mapping[str, object]) -> RegisterSettings:
    """The settings that are readable, defaults in place of the others (``setting_problems`` names these)."""
    span = declared.get("span")
    ends = [_day(span.get(end)) for end in ("from", "to")] if isinstance(span, Mapping) else [None, None]
    crs, languages = declared.get("metric_crs"), declared.get("languages")
    usual = RegisterSettings()
    return RegisterSettings(
        base=str(declared.get("base_edition") or ""),
        span=Span(ends[0] or usual.span.first, ends[1] or usual.span.last),
        as_of=_day(declared.get("as_of")) or usual.as_of,
        metric_crs=crs if isinstance(crs, str) and is_metric(crs) else usual.metric_crs,
        languages=tuple(languages) if isinstance(languages, list) and _are_languages(languages) else usual.languages,
    )


def setting_problems(declared: Mapping[str, object]) -> Iterator[Finding]:
    """Findings about settings that are missing or that no register can have."""
    settings, span = settings_of(declared), declared.get("span")
    if not isinstance(span, Mapping) or not all(_day(span.get(end)) for end in ("from", "to")):
        yield _bad("span", "Write {“from”: “2020-01-01”, “to”: “2024-12-31”}: the days that the register speaks of.")
    elif settings.span.first > settings.span.last:
        yield _bad("span", "Exchange the two days: the first comes before the last.")
    elif not _day(declared.get("as_of")) or settings.as_of not in settings.span:
        yield _bad("as_of", "Write the day that is shown, such as “2024-12-31”; it lies in the span.")
    if not settings.base:
        yield _bad("base_edition", "Write the edition whose numbers the tables use, such as “2020”.")
    if "metric_crs" in declared and not (isinstance(crs := declared["metric_crs"], str) and is_metric(crs)):
        yield _bad("metric_crs", f"Write a projected coordinate system in metres, such as “{NATIONAL_CRS}”.")
    if "languages" in declared and not _are_languages(declared["languages"]):
        yield _bad("languages", "Write a list of the languages' codes, such as [“nb”, “nn”, “en”].")


def with_days(content: bytes, moved: Mapping[str, date]) -> bytes:
    """The descriptor with other days for "span.from", "span.to" or "as_of", in the form that the project writes."""
    declared = json.loads(content.decode("utf-8-sig"))
    for key, day in moved.items():
        outer, _, inner = key.partition(".")
        about = declared["register"][outer] if inner else declared["register"]
        about[inner or outer] = day.isoformat()
    return (json.dumps(declared, ensure_ascii=False, indent=2) + "\n").encode()


def is_metric(crs: str) -> bool:
    """Whether it names a projected coordinate system in metres."""
    try:
        found = CRS.from_user_input(crs)
    except CRSError:
        return False
    return bool(found.is_projected) and all(axis.unit_name == "metre" for axis in found.axis_info)


def _bad(key: str, help: str) -> Finding:
    message = f"The register's “{key}” is missing or cannot be used."
    return finding("bad_setting", _FILE, message, help, key=key)


def _day(value: object) -> date | None:
    return whole_day(value) if isinstance(value, str) else None


def _are_languages(value: object) -> bool:
    texts = [one for one in value if isinstance(one, str) and one.isalpha()] if isinstance(value, list) else []
    return bool(texts) and texts == value and len(set(texts)) == len(texts)
