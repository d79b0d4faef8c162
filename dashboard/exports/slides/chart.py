"""A bar for each network, as a chart that can be edited, with its own workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.slide import Slide
from pptx.util import Emu, Pt
from xlsxwriter import Workbook

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.markup import language, line, parsed
from dashboard.exports.slides.paint import SlideColours
from dashboard.story.step import Bar
from dashboard.view.measured import heading_text
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.measures import POPULATION

LABEL_PT = 16


def add_chart(slide: Slide, view: MapView, bars: Sequence[Bar], paint: SlideColours, box: Box, told: str) -> None:
    """The bars from top to bottom in the order of the networks; an unknown number is a word beside its name."""
    say = view.say
    series = heading_text(view, POPULATION)
    data = CategoryChartData(number_format=number_format(view))
    data.categories = [bar_name(bar) for bar in bars]
    data.add_series(series, [bar.value for bar in bars])
    left, top, width, height = (Emu(one) for one in box.emu)
    shapes: Any = slide.shapes  # what its signature says it takes and returns is not what it does
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, left, top, width, height, data)
    frame.name = say("slide_chart")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", told)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook(view, bars, series))
    _shape(chart, view)
    filled = chart.plots[0].series[0]._element
    for at, bar in enumerate(bars):
        look = filled.get_or_add_dPt_for_point(at).get_or_add_spPr()
        gap = bar.group.id == NONE
        key = f"{NONE}-dialogue" if gap and any(area.dialogue for area in view.missing) else bar.group.id
        parts = [paint.fill(key), line(paint.page["gap-ink"].xml, 1.25) if gap else "<a:ln><a:noFill/></a:ln>"]
        for part in parts:
            look.append(parsed(part))


def bar_name(bar: Bar) -> str:
    """The group's short name; with it that the number is not known, where it is not."""
    return bar.group.short_name if bar.value is not None else f"{bar.group.short_name} ({bar.text})"


def number_format(view: MapView) -> str:
    """Whole numbers with the language's mark between thousands, wherever the file is opened."""
    mark = view.say.integer(1000)[1:-3]
    between = f"\\{mark}" if mark else ""
    return f"[>=1000000]#{between}###{between}##0;[>=1000]#{between}##0;0"


def _shape(chart: Chart, view: MapView) -> None:
    """Bars with their numbers, and no axis, grid, title or key."""
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(LABEL_PT)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format(view), False
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(LABEL_PT), True
    numbers, names = chart.value_axis, chart.category_axis
    numbers.visible, numbers.has_major_gridlines, numbers.minimum_scale = False, False, 0
    names.reverse_order, names.has_major_gridlines = True, False
    names.major_tick_mark, names.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    names.format.line.fill.background()
    names.tick_labels.font.size = Pt(LABEL_PT)
    for one in chart._chartSpace.iter("{*}defRPr", "{*}endParaRPr"):
        one.set("lang", language(view.say))
    # python-pptx numbers axes below zero, which the schema of charts does not allow.
    for one in chart._chartSpace.iter("{*}axId", "{*}crossAx"):
        one.set("val", one.get("val").lstrip("-"))


def _workbook(view: MapView, bars: Sequence[Bar], series: str) -> bytes:
    """What PowerPoint opens under "edit data", where the chart refers to it; dated as the file is."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": series, "created": dt.datetime(view.year, 1, 1)})
        sheet = book.add_worksheet("Sheet1")  # the chart's references name it so
        shape = book.add_format({"num_format": number_format(view)})
        sheet.set_column(0, 1, 24)
        sheet.write_string(0, 1, series)
        for line_number, bar in enumerate(bars, 1):
            sheet.write_string(line_number, 0, bar_name(bar))
            if bar.value is not None:
                sheet.write_number(line_number, 1, bar.value, shape)
    return buffer.getvalue()
