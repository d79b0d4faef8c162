"""The timeline's pictures: the axis of years and a line for each network, as SVG as wide as its place.

Places along the axis are per cent of the width, heights are em of the lettering: nothing is stretched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dash.development.base_component import Component

from dashboard.markup.attributes import attributes
from dashboard.markup.bar import percent_of
from dashboard.markup.elements import Circle, DrawnLine, DrawnPath, DrawnText, Rect, Svg
from geodata.days import Span
from geodata.timeline import AgreementPeriod, DatedRows, NetworkTimeline, PartialDate

#: Years between two that are named on the axis, and how many are named at most.
STEPS, MOST_NAMED = (1, 2, 5, 10, 20, 50, 100), 7
#: Marks that are nearer to each other, as a share of the axis, have one number together.
NEAR = 0.05
#: A founding in words is at most so wide, as a share of the axis: an entry within it has its number below the words.
NAMED_WIDTH = 0.4
#: Heights in em: a line of lettering, a network's line, a mark, an agreement with its name.
LETTERS, LINE, MARK, AGREEMENT = 1.3, 0.5, 0.8, 1.9
#: What all rows share goes on to the end of each row, however high its words make it; the style sheet cuts it off.
WHOLE_ROW = "60em"
#: A triangle in a square of ten: who enters comes up from below to the line's upper edge, who leaves goes down.
TRIANGLES = {"+": "M-6 10L0 0L6 10Z", "−": "M-6 0L0 10L6 0Z"}


@dataclass(frozen=True)
class DayLine:
    """A day that the state names, as a line through the timeline: its kind ("day", "since") and its name."""

    kind: str
    day: date
    name: str


@dataclass(frozen=True)
class Ruler:
    """The axis: whole years, the register's span on it, and the days that the state names."""

    years: Span
    span: Span
    days: tuple[DayLine, ...]

    def at(self, day: date) -> float:
        """The beginning of a day as a share of the axis."""
        return (day - self.years.first) / (self.years.last - self.years.first + timedelta(1))

    def after(self, day: date) -> float:
        """The end of a day as a share of the axis."""
        return self.at(day) + 1 / (self.years.last - self.years.first + timedelta(1)).days

    def named_years(self) -> list[int]:
        """The years that are named on it, evenly spaced."""
        first, last = self.years.first.year, self.years.last.year
        step = next((one for one in STEPS if (last - first) / one < MOST_NAMED), STEPS[-1])
        return [year for year in range(first, last + 1) if year % step == 0]


@dataclass(frozen=True)
class LineWords:
    """What stands in the picture of a network: its founding, the name of an agreement, and all of it in short."""

    founded: str
    agreement: Callable[[AgreementPeriod], str]
    gist: str


def axis_drawing(ruler: Ruler, band: str) -> Svg:
    """The years, over them the name of the register's ``band``, and over that the days that the state names."""
    rows = [(one.name, ruler.at(one.day), ruler.after(one.day)) for one in ruler.days]
    rows.append((band, ruler.at(ruler.span.first), ruler.after(ruler.span.last)))
    height = LETTERS * (len(rows) + 1)
    return Svg(
        [
            *_ground(ruler),
            *(_beside(text, left, right, LETTERS * (place + 1)) for place, (text, left, right) in enumerate(rows)),
            *(_centred(str(year), ruler.at(date(year, 1, 1)), height - 0.2) for year in ruler.named_years()),
        ],
        height=_em(height),
        **attributes(aria_hidden=True),
    )


def line_drawing(ruler: Ruler, line: NetworkTimeline, fill: str, told: LineWords) -> Svg:
    """A network from its founding to the end of the register's span, with what is dated of it."""
    entered = [one.when.first for one in line.entries]
    starts = line.founded.first if line.founded else min([ruler.span.first, *entered])
    ends = max(starts, ruler.span.last)
    is_crowded = any(abs(ruler.at(day) - ruler.at(starts)) < NAMED_WIDTH for day in entered)
    above = LETTERS + (LETTERS if is_crowded else 0) + MARK
    below = above + LINE + (MARK + LETTERS if line.exits else 0) + 0.4
    height = below + AGREEMENT * len(line.agreements) + (0 if line.agreements else 0.4)
    return Svg(
        [
            *_ground(ruler),
            _block(ruler, starts, ends, above, LINE, "life", fill),
            *_founding(ruler, line.founded, starts, above, told.founded),
            *_turns(ruler, line.entries, "+", above - MARK, above - MARK - 0.2),
            *_turns(ruler, line.exits, "−", above + LINE, above + LINE + MARK + LETTERS - 0.2),
            *(
                shape
                for place, period in enumerate(line.agreements)
                for shape in _agreement(ruler, period, below + AGREEMENT * place, told.agreement(period))
            ),
        ],
        height=_em(height),
        role="img",
        **attributes(aria_label=told.gist),
    )


def mark_drawing(kind: str) -> Svg:
    """A mark by itself, for the key: "founded", "+", "−", "agreement", "span" or a kind of day."""
    shape: Component
    if kind in TRIANGLES:
        shape = Svg(DrawnPath(d=TRIANGLES[kind], className="turn"), x="50%", viewBox="0 0 10 10", width="1em")
    elif kind == "founded":
        shape = Circle(className="founded", cx="50%", cy="50%", r="0.45em")
    elif kind == "agreement":
        shape = Rect(className="agreement", x="5%", y="0.35em", width="90%", height="0.3em")
    elif kind == "span":
        shape = Rect(className="span", x="0", y="0", width="100%", height="1em")
    else:
        shape = DrawnLine(className=kind, x1="50%", x2="50%", y1="0", y2="1em")
    return Svg(shape, width="2em", height="1em", **attributes(aria_hidden=True))


def _ground(ruler: Ruler) -> Iterator[Component]:
    """What every row shares: the register's span, the years and the days that the state names."""
    left, right = ruler.at(ruler.span.first), ruler.after(ruler.span.last)
    yield Rect(className="span", x=percent_of(left), y="0", width=percent_of(right - left), height=WHOLE_ROW)
    for year in ruler.named_years():
        yield _upright(ruler.at(date(year, 1, 1)), "tick")
    for one in ruler.days:
        yield _upright((ruler.at(one.day) + ruler.after(one.day)) / 2, one.kind)


def _founding(ruler: Ruler, founded: PartialDate | None, starts: date, above: float, text: str) -> Iterator[Component]:
    """A circle on a day, a bar as long as the year or month that is known; words alone where nothing is."""
    if founded is None:
        yield _beside(text, ruler.at(starts), ruler.at(starts), LETTERS - 0.3)
        return
    left, right = ruler.at(founded.first), ruler.after(founded.last)
    if founded.first == founded.last:
        yield Circle(className="founded", cx=percent_of((left + right) / 2), cy=_em(above + LINE / 2), r="0.5em")
    else:
        yield _block(ruler, founded.first, founded.last, above + LINE / 2 - 0.5, 1, "founded")
    yield _beside(text, left, right, LETTERS - 0.3)


def _turns(ruler: Ruler, turns: Sequence[DatedRows], sign: str, top: float, baseline: float) -> Iterator[Component]:
    """A triangle in the middle of each date, a line as long as a partial one, and how many they are."""
    places = [(ruler.at(one.when.first) + ruler.after(one.when.last)) / 2 for one in turns]
    for one, place in zip(turns, places, strict=True):
        if one.when.first != one.when.last:
            tip = top + MARK - 0.15 if sign == "+" else top
            yield _block(ruler, one.when.first, one.when.last, tip, 0.15, "turn")
        triangle = DrawnPath(d=TRIANGLES[sign], className="turn")
        yield Svg(triangle, x=percent_of(place), y=_em(top), width=_em(MARK), height=_em(MARK), viewBox="0 0 10 10")
    for near in _near(places):
        count = sum(len(turns[place].rows) for place in near)
        middle = (places[near[0]] + places[near[-1]]) / 2
        yield _centred(f"{sign}{count}", middle, baseline)


def _near(places: Sequence[float]) -> list[list[int]]:
    """Places in order, by those that stand so near to each other that they have one number."""
    groups: list[list[int]] = []
    for at, place in enumerate(places):
        if groups and place - places[groups[-1][-1]] < NEAR:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _agreement(ruler: Ruler, period: AgreementPeriod, top: float, text: str) -> Iterator[Component]:
    """A thin bar over the period; where an end is not known, over what the other may mean."""
    known = [one for one in (period.begins, period.ends) if one]
    first, last = known[0].first, known[-1].last
    yield _block(ruler, first, last, top, 0.3, "agreement")
    yield _beside(text, ruler.at(first), ruler.after(last), top + AGREEMENT - 0.4)


def _block(ruler: Ruler, first: date, last: date, top: float, height: float, kind: str, fill: str = "") -> Rect:
    left, right = ruler.at(first), ruler.after(last)
    where = {"x": percent_of(left), "y": _em(top), "width": percent_of(right - left), "height": _em(height)}
    return Rect(className=kind, **where, **attributes(data_fill=fill or None))


def _upright(place: float, kind: str) -> DrawnLine:
    return DrawnLine(className=kind, x1=percent_of(place), x2=percent_of(place), y1="0", y2=WHOLE_ROW)


def _beside(text: str, left: float, right: float, baseline: float) -> DrawnText:
    """Words at what they name, from its start on, or up to its end where that lies in the later half."""
    anchor, place, gap = ("start", left, "0.3em") if left <= 0.5 else ("end", right, "-0.3em")
    return DrawnText(text, x=percent_of(place), y=_em(baseline), dx=gap, **attributes(data_anchor=anchor))


def _centred(text: str, place: float, baseline: float) -> DrawnText:
    return DrawnText(text, x=percent_of(place), y=_em(baseline), **attributes(data_anchor="middle"))


def _em(height: float) -> str:
    return f"{height:.2f}em"
