"""Why a file of figures cannot be read, in one English sentence that says how to mend it; pages translate by code."""

from __future__ import annotations

from geodata.planning.intake.grid import ImportProblem

#: Code → the sentence; in braces the problem's values, or its ``row``.
SENTENCES = {
    "empty": "The file is empty; download it again.",
    "directory": "This is a folder, not a file; name the file in it.",
    "too_large": "The file has {bytes} bytes, and at most {most} are read; choose fewer regions or years.",
    "too_many_rows": "The file has more than {most} rows; choose fewer regions or years.",
    "too_many_columns": "The file has more than {most} columns; choose fewer years, or years as rows.",
    "too_many_cells": "The file has more than {most} filled cells; choose fewer regions or years.",
    "expands_too_much": "The workbook unpacks to more than is read ({most} bytes); choose fewer regions or years.",
    "web_page": "The file is a web page, whatever its name says; download the file itself, or open it in Excel and"
    " save it as .xlsx.",
    "pdf": "The file is a PDF; download the figures as CSV or Excel.",
    "old_excel": "The file is in the old Excel format; open it in Excel and save it as .xlsx.",
    "open_document": "The file is an OpenDocument sheet; save it as .xlsx.",
    "password": "The file is protected by a password; save it without.",
    "not_a_spreadsheet": "The file is no spreadsheet; download it as CSV or Excel (.xlsx).",
    "damaged_workbook": "The workbook cannot be opened, it is probably damaged; download it again.",
    "unreadable_text": "The encoding of the file cannot be understood; save it as “CSV UTF-8”.",
    "lost_letters": "Letters were lost when the file was converted; download it again, or save it as “CSV UTF-8”.",
    "broken_quote": "A quotation mark in row {row} has no partner; download the file again.",
    "bad_json": "The file begins as JSON but cannot be read as such; it is probably cut short, so download it again.",
    "not_json_stat": "The file is JSON, but no json-stat2 data set ({what}); ask SSB for the format “json-stat2”.",
    "wrong_size": "The data set says it has {cells} values and holds {values}; it is probably cut short, so download"
    " it again.",
    "no_regions": "No column has regions with numbers, such as “3001 Halden”; choose “code and text” in Statbanken.",
    "no_years": "No header and no column says the years of the figures; save the table with its header.",
    "no_values": "The table has no column of figures; save it with at least one variable and year.",
    "no_contents": "No figure is of a measure that is known here ({what}); choose table 07459 (“Personer”) or 09280"
    " (“Landareal”), for both sexes and all ages.",
    "no_municipalities": "No figure is of a municipality of the register (the first is of “{what}”); choose the"
    " register's municipalities.",
    "no_emissions": "No sheet has the columns År, Sektor and Utslipp (tonn CO2-ekvivalenter); download the workbook"
    " from Miljødirektoratet again, with its sheet “Oversikt - detaljert”.",
    "wrong_unit": "The emissions stand in “{what}”, and they are read in tonnes of CO2 equivalents; download the"
    " workbook in tonnes.",
    "no_area": "The workbook does not say which municipality it is of; keep its sheet “Info” or the column"
    " Kommunenummer.",
    "row_twice": "Row {row} says the same year, sector, source and gas again ({what}), so that sums would count it"
    " twice; delete one of the rows.",
    "measure_missing": "The register declares no measure with the indicator “{what}”; add its row to measures.csv.",
}


def sentence(problem: ImportProblem) -> str:
    """The problem's sentence, with its values filled in."""
    return SENTENCES[problem.code].format(row=problem.row, **problem.values)
