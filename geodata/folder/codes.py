"""Every code that a finding can carry, with its severity and meaning, in one table."""

from __future__ import annotations

from typing import NamedTuple

from geodata.errors import Finding, Severity


class Code(NamedTuple):
    """Whether a finding stops the start ("error") or is shown ("warning"), and what it means."""

    severity: Severity
    meaning: str


CODES: dict[str, Code] = {
    # The folder and its files
    "missing_folder": Code("error", "The data folder does not exist, or is a file."),
    "missing_descriptor": Code("error", "The folder has no datapackage.json."),
    "bad_json": Code("error", "A JSON file cannot be read as JSON."),
    "bad_descriptor": Code("error", "datapackage.json is JSON, but no usable Data Package descriptor."),
    "missing_resource": Code("error", "datapackage.json does not list a table or layer that is needed."),
    "unsafe_path": Code("error", "datapackage.json points at a file outside the data folder."),
    "unsafe_link": Code("error", "A source or licence in datapackage.json has an address that no page may lead to."),
    "missing_file": Code("error", "A file that datapackage.json lists is not there."),
    "unreadable_file": Code("error", "A file is there but the system does not let it be read."),
    "empty_file": Code("error", "A file has no content, or only a header."),
    "not_csv": Code("error", "A .csv file is something else: a workbook, a web page, binary data."),
    "unreadable_text": Code("error", "A file's text is in no encoding that can be recognised, or is a mixture of two."),
    "lost_letters": Code("error", "Letters were lost in an earlier conversion (U+FFFD or UTF-8 read as Windows-1252)."),
    "broken_quote": Code("error", "A quotation mark is never closed, or is closed in the middle of a cell."),
    # Tables, by the descriptor
    "missing_column": Code("error", "A column that the descriptor declares is not in the header."),
    "duplicate_column": Code("error", "Two columns have the same header."),
    "blank_header": Code("error", "A column with values has no header."),
    "unknown_column": Code("warning", "A column that the descriptor does not declare; it is not read."),
    "missing_cell": Code("error", "A row has fewer cells than the header."),
    "extra_cell": Code("error", "A row has more cells than the header."),
    "blank_required": Code("error", "A cell that must have a value is blank."),
    "wrong_type": Code("error", "A value is not of its column's type, such as a number."),
    "wrong_pattern": Code("error", "A value does not have its column's form."),
    "not_allowed": Code("error", "A value is not one of those its column allows."),
    "out_of_range": Code("error", "A value is smaller, larger, shorter or longer than its column allows."),
    "not_unique": Code("error", "A value that may occur once in its column occurs again."),
    "duplicate_row": Code("error", "Two rows have the same key."),
    "unknown_reference": Code("error", "A value refers to a row of another table that is not there."),
    # Editions and municipalities
    "bad_setting": Code("error", "A setting of the register in datapackage.json is missing or cannot be used."),
    "bad_edition": Code("error", "An edition without a first day, or not exactly one whose counties are shown."),
    "bad_change": Code("error", "A change that does not lead from one edition to the next, or gives away too much."),
    "lost_share": Code("warning", "The shares of what became of a municipality do not add up to all of it."),
    "no_county": Code("error", "A municipality is in no county of the edition that groups, or in several."),
    "unknown_municipality": Code("error", "A number that no municipality has in any edition that is listed."),
    "split_number": Code("error", "A number of another edition that was split, so that its row is nobody's."),
    "ambiguous_number": Code("error", "One number means two municipalities."),
    "outside_is_inside": Code("error", "A municipality of the region is also listed as outside it."),
    "wrong_name": Code("error", "A name does not belong to the number beside it."),
    "wrong_name_outside": Code("warning", "A name does not belong to the number beside it, outside the region."),
    # Networks and memberships
    "bad_network_id": Code("error", "A network's id cannot be used in addresses, or is the reserved 'none'."),
    "missing_colour": Code("error", "A climate network lacks a colour or an initial."),
    "same_colour": Code("error", "Two climate networks have the same colour."),
    "same_pattern": Code("warning", "Two climate networks have the same pattern on paper."),
    "not_drawn": Code("warning", "A climate network is marked as not drawn; whoever counts as covered is."),
    "same_initial": Code("error", "Two climate networks have the same initial."),
    "network_without_members": Code("warning", "A climate network has no member."),
    "bad_list": Code("error", "A list without its network, or a row of a list that says more than that."),
    "duplicate_membership": Code("error", "The same membership stands twice."),
    "contradicting_memberships": Code("error", "Two rows say different things of one municipality in one network."),
    "member_of_two": Code("warning", "A municipality is a member of more than one climate network."),
    "impossible_date": Code("error", "A date that no calendar has."),
    "dates_out_of_order": Code("error", "A period ends before it begins."),
    "ended_agreement": Code("warning", "A member whose membership rests on an agreement that has ended."),
    "outside_span": Code("warning", "A membership that holds on no day that the register speaks of."),
    # Measures and statistics
    "missing_measure": Code(
        "error", "The measure of population or of land area is missing; neither can be done without."
    ),
    "bad_measure": Code("error", "A measure has no figures to be made of, or is called what means something else."),
    "missing_population": Code("error", "A municipality has no population in any year."),
    "missing_part": Code("warning", "A figure of one of several that merged, of which another has none."),
    "missing_year": Code("warning", "A municipality lacks the population of a year that others have."),
    "year_gap": Code("warning", "A year between the first and the last of a measure has no figure at all."),
    "missing_land_area": Code("error", "A municipality has no land area."),
    "impossible_value": Code("error", "A statistic is negative, not finite, above 100 %, or counts part of a person."),
    "wrong_unit": Code("error", "A statistic has another unit than its indicator is read in."),
    "land_exceeds_total": Code("error", "A municipality's land area is larger than its total area."),
    "population_jump": Code("warning", "A population changes by more than a quarter in one year."),
    # Geometry
    "bad_geojson": Code("error", "A file is JSON, but no GeoJSON FeatureCollection, or a feature has the wrong form."),
    "wrong_crs": Code("error", "Coordinates are not longitude and latitude in WGS 84."),
    "wrong_place": Code("error", "An area lies far from the others, as when longitude and latitude are swapped."),
    "empty_geometry": Code("error", "A feature has no geometry, or an empty one."),
    "not_an_area": Code("error", "A feature is a point or a line where an area is needed."),
    "invalid_geometry": Code("error", "An area's outline crosses itself or is otherwise invalid."),
    "missing_boundary": Code("error", "A municipality has no boundary."),
    "unknown_boundary": Code("error", "A boundary belongs to no municipality of the region."),
    "duplicate_boundary": Code("error", "A municipality has two boundaries."),
    "overlap": Code("error", "Two municipalities' areas overlap."),
    "gap": Code("error", "There is a gap between municipalities that no area outside the region fills."),
    "unmatched_border": Code("error", "A shared border does not have the same points on both sides."),
    # Fixed links and words
    "link_to_itself": Code("error", "A fixed link leads from a municipality to itself."),
    "duplicate_link": Code("error", "The same fixed link stands twice."),
    "needless_link": Code("warning", "A fixed link joins municipalities that touch on land anyway."),
    "missing_text": Code("error", "texts.csv lacks a text that the page shows."),
    "unknown_text": Code("warning", "texts.csv has a text that no page shows."),
    "bad_placeholder": Code("error", "A text that is filled has braces that hold no known placeholder."),
    "typed_number": Code("warning", "The large number of a step is typed in; it will not follow the data."),
    "unlike_placeholders": Code("warning", "A text that is filled lacks a placeholder that another language has."),
}


def finding(
    code: str, file: str, message: str, help: str, row: int | None = None, column: str | None = None, **details: object
) -> Finding:
    """A finding of ``code`` with the severity that the table gives it; details become text."""
    return Finding(
        code=code,
        severity=CODES[code].severity,
        file=file,
        message=message,
        help=help,
        row=row,
        column=column,
        details={name: str(value) for name, value in details.items()},
    )
