"""Files of figures in the forms that SSB and Miljødirektoratet give them, about the invented county."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from itertools import product

import openpyxl

from tests.geodata.county import County

TITLE = "07459: Befolkning, etter region, statistikkvariabel og år"
AMOUNT = "Utslipp (tonn CO2-ekvivalenter)"
DETAILED_COLUMNS = ("Fylke", "Kommunenummer", "Kommune", "År", "Sektor", "Utslippskilde", "Klimagass", AMOUNT)
EMISSIONS = {
    "id": "emissions",
    "indicator": "greenhouse_gas_emissions",
    "unit": "tonnes_co2e",
    "decimals": "0",
    "additive": "yes",
    "period": "year",
    "column": "emissions_tonnes_co2e",
    "shown": "more",
    "charted": "yes",
    "name_nb": "Utslipp",
    "name_nn": "Utslepp",
    "name_en": "Emissions",
}


def json_stat(
    dimensions: Mapping[str, Mapping[str, str]], values: Sequence[object] | Mapping[str, object], **more: object
) -> bytes:
    """A data set as SSB answers: id → code → name, in the order of the values."""
    described = {
        id: {"label": id, "category": {"index": {code: at for at, code in enumerate(codes)}, "label": dict(codes)}}
        for id, codes in dimensions.items()
    }
    roles = {"geo": ["Region"], "time": ["Tid"], "metric": ["ContentsCode"]}
    data = {
        "version": "2.0",
        "class": "dataset",
        "label": TITLE,
        "source": "Statistisk sentralbyrå",
        "id": list(dimensions),
        "size": [len(codes) for codes in dimensions.values()],
        "dimension": described,
        "value": values,
        "role": roles,
        **more,
    }
    return json.dumps(data, ensure_ascii=False).encode()


def in_order(dimensions: Mapping[str, Mapping[str, str]], by: Mapping[tuple[str, ...], object]) -> list[object]:
    """Values by their codes in the order of the dimensions, row-major as JSON-stat has them."""
    return [by.get(codes) for codes in product(*dimensions.values())]


def book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of sheets by name."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def with_emissions(county: County) -> County:
    """The county with emissions declared, as the project's own data have them, and no figure."""
    county.append("measures", **EMISSIONS)
    return county
