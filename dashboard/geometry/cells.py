"""The region as cells: which of them an area owns, and whether a rectangle keeps within some areas or off all of them.

A cell counts as an area's when its middle lies there, and as touched by every border that runs through it: whatever
holds of all cells under a rectangle holds of the rectangle.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

import numpy
import shapely
from numpy.typing import NDArray

from dashboard.geometry.shapes import areas, landmarks
from geodata.register import Register

Bools = NDArray[numpy.bool_]
Floats = NDArray[numpy.float64]
Whole = NDArray[numpy.integer]

#: So many cells along the region's longer side.
ALONG = 640
#: How far cells reach beyond the region, as parts of its longer side: to the sides, where names stand; above and below.
ASIDE, ABOVE = 0.8, 0.12
#: Whose a cell is that no municipality of the region owns: nobody's, or a named neighbour's (a landmark).
NOBODY, LANDMARK = -1, -2


@dataclass(frozen=True, eq=False)
class Cells:
    """``owner``: by row and column from the north-west, the place of a municipality in ``numbers`` or one of the above.

    ``touched``, ``touching``: cells (flat) that a border runs through, and whose border it is; the region's own outline
    is NOBODY's. ``west``, ``north``, ``cell_m``: metres of the metric CRS.
    """

    west: float
    north: float
    cell_m: float
    numbers: tuple[str, ...]
    owner: Whole
    touched: Whole
    touching: Whole

    @property
    def longer_m(self) -> float:
        """The region's longer side."""
        return self.cell_m * ALONG

    @cached_property
    def land(self) -> Bools:
        """Cells that lie in the region or in a landmark, or are touched by their borders."""
        mask = self.owner != NOBODY
        mask.flat[self.touched] = True
        return mask

    @cached_property
    def taken(self) -> Whole:
        """Sums of ``land``."""
        return summed(self.land)

    @cached_property
    def extents(self) -> Whole:
        """First and last row, first and last column of each municipality's cells; -1 of one that has none."""
        found = numpy.full((len(self.numbers), 4), -1)
        rows, columns = numpy.nonzero(self.owner >= 0)
        places = self.owner[rows, columns]
        for place in numpy.unique(places):
            down, across = rows[places == place], columns[places == place]
            found[place] = down.min(), down.max(), across.min(), across.max()
        return found

    @cached_property
    def touched_at(self) -> tuple[Whole, Whole]:
        """Rows and columns of the touched cells."""
        down, across = numpy.divmod(self.touched, self.owner.shape[1])
        return down, across

    def only(self, numbers: Collection[str]) -> Cells:
        """The cells around some municipalities alone, with one more at each side."""
        extents = self.extents[self.places(numbers)]
        extents = extents[extents[:, 0] >= 0]
        if not len(extents):
            return self
        top, left = max(0, extents[:, 0].min() - 1), max(0, extents[:, 2].min() - 1)
        owner = self.owner[top : extents[:, 1].max() + 2, left : extents[:, 3].max() + 2]
        down, across = self.touched_at
        kept = (down >= top) & (down < top + owner.shape[0]) & (across >= left) & (across < left + owner.shape[1])
        return replace(
            self,
            west=self.west + left * self.cell_m,
            north=self.north - top * self.cell_m,
            owner=owner,
            touched=(down[kept] - top) * owner.shape[1] + across[kept] - left,
            touching=self.touching[kept],
        )

    def owned(self, numbers: Collection[str]) -> Bools:
        """By row and column, whether a cell is one of some municipalities'."""
        return self._whose(numbers)[self.owner]

    def _whose(self, numbers: Collection[str]) -> Bools:
        """By what ``owner`` says, whether it is one of some municipalities; NOBODY and LANDMARK count from the end."""
        table = numpy.zeros(len(self.numbers) + 2, bool)
        table[self.places(numbers)] = True
        return table

    def foreign(self, numbers: Collection[str]) -> Whole:
        """Sums of cells that do not lie wholly within some municipalities."""
        own = self._whose(numbers)
        mask = ~own[self.owner]
        mask.flat[self.touched[~own[self.touching]]] = True
        return summed(mask)

    def places(self, numbers: Collection[str]) -> list[int]:
        """What ``owner`` says of some municipalities."""
        return [place for place, number in enumerate(self.numbers) if number in numbers]

    def count(self, sums: Whole, box: tuple[Floats, Floats, Floats, Floats]) -> Whole:
        """How many of the summed cells lie under boxes (west, south, east, north; metres); beyond them are none."""
        west, south, east, north = box
        rows, columns = sums.shape
        left = _within((west - self.west) / self.cell_m, columns)
        right = _within(numpy.ceil((east - self.west) / self.cell_m), columns)
        top = _within((self.north - north) / self.cell_m, rows)
        bottom = _within(numpy.ceil((self.north - south) / self.cell_m), rows)
        return sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]

    def under(self, west: float, south: float, east: float, north: float) -> tuple[slice, slice]:
        """Rows and columns of the cells under a box."""
        top, bottom = (int((self.north - y) // self.cell_m) for y in (north, south))
        left, right = (int((x - self.west) // self.cell_m) for x in (west, east))
        return slice(max(0, top), max(0, bottom + 1)), slice(max(0, left), max(0, right + 1))

    def owners_at(self, x: Floats, y: Floats) -> Whole:
        """Whose the cells are under points; NOBODY's beyond the cells."""
        columns = ((x - self.west) / self.cell_m).astype(int)
        rows = ((self.north - y) / self.cell_m).astype(int)
        inside = (columns >= 0) & (rows >= 0) & (columns < self.owner.shape[1]) & (rows < self.owner.shape[0])
        found = numpy.full(x.shape, NOBODY)
        found[inside] = self.owner[rows[inside], columns[inside]]
        return found


def _within(places: Floats, size: int) -> Whole:
    """Whole places from 0 to ``size`` - 1; what is cut off towards 0 is at 0 already."""
    whole: Whole = numpy.maximum(numpy.minimum(places, size - 1), 0).astype(numpy.intp)
    return whole


def summed(mask: Bools) -> Whole:
    """Sums over rectangles from the first corner (a summed-area table), with a row and a column of zeros before."""
    sums = numpy.zeros((mask.shape[0] + 1, mask.shape[1] + 1), numpy.int32)
    numpy.cumsum(mask, axis=0, out=sums[1:, 1:])
    numpy.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    return sums


def build_cells(register: Register) -> Cells:
    """The cells of a register's region and what lies around it."""
    shapes = areas(register)
    west, south, east, north = register.boundaries.total_bounds
    longer = max(east - west, north - south)
    cell_m = longer / ALONG
    west, north = west - ASIDE * longer, north + ABOVE * longer
    columns = int((east + ASIDE * longer - west) / cell_m) + 1
    rows = int((north - south + ABOVE * longer) / cell_m) + 1
    owner = numpy.full((rows, columns), NOBODY)
    touched, touching = [], []
    whole = shapely.union_all(list(shapes.values()))
    owned = [*enumerate(shapes.values()), *((LANDMARK, one.area) for one in landmarks(register))]
    for place, shape in [*owned, (NOBODY, whole)]:
        if place != NOBODY:
            left, bottom, right, top = shape.bounds
            across = numpy.arange(max(0, int((left - west) / cell_m)), min(columns, int((right - west) / cell_m) + 1))
            down = numpy.arange(max(0, int((north - top) / cell_m)), min(rows, int((north - bottom) / cell_m) + 1))
            x, y = numpy.meshgrid(west + (across + 0.5) * cell_m, north - (down + 0.5) * cell_m)
            shapely.prepare(shape)
            row, column = numpy.nonzero(shapely.contains_xy(shape, x, y))
            owner[down[row], across[column]] = place
        edge = shapely.get_coordinates(shapely.segmentize(shape.boundary, cell_m / 2))
        at = numpy.floor((edge - [west, north]) / [cell_m, -cell_m]).astype(int)
        at = at[(at >= 0).all(axis=1) & (at[:, 0] < columns) & (at[:, 1] < rows)]
        cells = numpy.unique(at[:, 1] * columns + at[:, 0])
        touched.append(cells)
        touching.append(numpy.full(len(cells), place))
    return Cells(west, north, cell_m, tuple(shapes), owner, numpy.concatenate(touched), numpy.concatenate(touching))
