"""SSB's json-stat2: any order of dimensions, several contents, unknown values, other numbers; what is left out."""

from __future__ import annotations

import json

import pytest

from geodata.folder.load import load
from geodata.imports.outcome import ReadFigures
from geodata.imports.statistics import read_statistics
from geodata.register import Register
from tests.geodata.county import County
from tests.geodata.imports.figure_files import in_order, json_stat

REGIONS = {"0": "Hele landet", "K-9101": "K-9101 Aa", "K-9102": "Bø", "9103": "Co (2020-2023)"}
CONTENTS = {"Personer1": "Personer"}


def outcome(content: bytes, register: Register) -> ReadFigures:
    """What the file says, without a problem."""
    read = read_statistics(content, "answer.json", register)
    assert read.problem is None
    return read


def figures(read: ReadFigures) -> dict[tuple[str, int, str], float | None]:
    """(number, year, measure) → value."""
    return {(one.number, one.year, one.measure): one.value for one in read.figures}


def left_out(read: ReadFigures) -> dict[str, str]:
    """What was left out → why."""
    return {one.what: one.code for one in read.left_out}


def people(register: Register, values: dict[str, object], year: str = "2024", **more: object) -> ReadFigures:
    """An answer with a population by code of region."""
    return outcome(
        json_stat({"Region": {one: one for one in values}, "Tid": {year: year}}, list(values.values()), **more),
        register,
    )


def test_population(county: County) -> None:
    """Regions are read with and without K-, the whole country is left out, changes are told with before and after."""
    dimensions = {"Region": REGIONS, "ContentsCode": CONTENTS, "Tid": {"2023": "2023", "2024": "2024"}}
    values = [5_488_984, 5_550_203, 1102, 1150, 1203, 1250, 1302, 1350]
    read = outcome(json_stat(dimensions, values), load(county.folder))
    assert figures(read)["9101", 2024, "population"] == 1150
    assert len(read.figures) == 6
    assert [(one.name, one.edition, one.unit, one.indicator) for one in read.figures[::2]] == [
        (name, "2020", "persons", "population_1jan") for name in ("Aa", "Bø", "Co")
    ]
    assert [(one.number, one.year, one.before, one.after) for one in read.changed] == [("9102", 2023, 1202, 1203)]
    assert {one.number for one in read.same} == {"9101", "9103"}
    assert [(one.number, one.year, one.after) for one in read.new] == [
        ("9101", 2024, 1150),
        ("9102", 2024, 1250),
        ("9103", 2024, 1350),
    ]
    assert [(one.code, one.count) for one in read.left_out] == [("total", 2)]


@pytest.mark.parametrize("order", ["Region Tid ContentsCode Arealtype", "Arealtype ContentsCode Tid Region"])
def test_any_order(county: County, order: str) -> None:
    """Dimensions come in any order, and a category of another dimension may say the measure."""
    known = {
        "Region": {"9101": "Aa", "9102": "Bø"},
        "Tid": {"2022": "2022", "2023": "2023"},
        "ContentsCode": {"Areal": "Areal (km²)"},
        "Arealtype": {"ARLAND": "Landareal", "ARTOT": "Totalareal", "FERSK": "Ferskvann"},
    }
    dimensions = {id: known[id] for id in order.split()}
    by = {
        tuple(
            {"Region": region, "Tid": year, "ContentsCode": "Areal", "Arealtype": kind}[id] for id in dimensions
        ): int(region) * 10 + int(year) - 2000 + len(kind) / 4
        for region in ("9101", "9102")
        for year in ("2022", "2023")
        for kind in known["Arealtype"]
    }
    content = json_stat(dimensions, in_order(dimensions, by), label="09280: Areal (km²)", role={})
    read = outcome(content, load(county.folder))
    assert figures(read) == {
        (region, year, measure): int(region) * 10 + year - 2000 + length / 4
        for region in ("9101", "9102")
        for year in (2022, 2023)
        for measure, length in (("area", 6), ("total_area", 5))
    }
    assert set(left_out(read).values()) == {"unknown_contents"}
    assert {frozenset(what.split(", ")) for what in left_out(read)} == {frozenset({"Areal (km²)", "Ferskvann"})}


def test_several_contents(county: County) -> None:
    """Several contents codes are several measures at once."""
    contents = {"Folkemengde": "Folkemengde", "ARLAND": "Landareal (km²)", "Tetthet": "Innbyggere per km²"}
    content = json_stat(
        {"Region": {"9101": "Aa"}, "ContentsCode": contents, "Tid": {"2023": "2023"}},
        [1102, 51.5, 21.4],
        label="Areal og befolkning",
    )
    read = outcome(content, load(county.folder))
    assert figures(read) == {("9101", 2023, "population"): 1102, ("9101", 2023, "area"): 51.5}
    assert left_out(read) == {"Innbyggere per km²": "unknown_contents"}


def test_unknown(county: County) -> None:
    """Null, a sign as a value and a status flag are unknown, never zero; a preliminary figure stands."""
    register = load(county.folder)
    values = {"9101": None, "9102": "..", "9103": 0, "9104": 1400, "9105": 1500}
    read = people(register, values, "2023", status={"2": ":", "3": "*"})
    assert [one.value for one in read.figures] == [None, None, None, 1400, 1500]
    assert {one.number for one in (*read.new, *read.changed, *read.same)} == {"9104", "9105"}
    assert [one.value for one in people(register, values, "2023", status=["", "", "..", "", "."]).figures] == [
        None,
        None,
        None,
        1400,
        None,
    ]
    assert [one.value for one in people(register, {"9101": 5}, "2023", status="..").figures] == [None]


def test_values_as_object(county: County) -> None:
    """An answer may leave out the unknown: places → values."""
    content = json_stat({"Region": {"9101": "", "9102": ""}, "Tid": {"2023": "2023"}}, {"1": 1250})
    assert figures(outcome(content, load(county.folder))) == {
        ("9101", 2023, "population"): None,
        ("9102", 2023, "population"): 1250,
    }


def test_other_editions(county: County) -> None:
    """Figures keep their number and edition, and are compared in the register's own."""
    read = people(load(county.folder), {"K-8101": 1102, "K-9202": 1250, "9301": 7, "81": 9, "F-91": 9}, "2023")
    assert [(one.number, one.name, one.edition) for one in read.figures] == [
        ("8101", "Aa", "2019"),
        ("9202", "Bø", "2024"),
    ]
    assert [(one.number, one.before, one.after) for one in read.changed] == [("9102", 1202, 1250)]
    assert [one.number for one in read.same] == ["9101"]
    assert set(left_out(read).values()) == {"not_municipality"}
    assert len(read.left_out) == 3


def test_noughts_of_others_years(county: County) -> None:
    """SSB gives 0 for years in which nobody had a number: that is no figure."""
    read = people(load(county.folder), {"K-9101": 0, "K-9201": 1150, "K-8101": 0}, "2024")
    assert figures(read) == {("9201", 2024, "population"): 1150}
    assert {one.code for one in read.left_out} == {"not_then"}


def test_merged(county: County) -> None:
    """What merged is summed; a figure that lacks its part is left out with the part's number."""
    county.append("municipalities", edition="2019", number="8111", name="Vesle Aa", county="utland")
    county.append("changes", from_edition="2019", from_number="8111", to_edition="2020", to_number="9101", share="1")
    register = load(county.folder)
    read = people(register, {"8101": 800, "8111": 150}, "2019")
    assert [(one.number, one.after) for one in read.new] == [("9101", 950)]
    assert len(read.figures) == 2
    alone = people(register, {"8101": 800, "8102": 900}, "2019")
    assert [(one.number, one.after) for one in alone.new] == [("9102", 900)]
    assert [(one.code, one.what, one.parts) for one in alone.left_out] == [("incomplete", "8101 Aa", ("8111",))]
    unknown = people(register, {"8101": 800, "8111": None}, "2019")
    assert (unknown.new, [one.number for one in unknown.figures]) == ((), ["8111"])


def test_split(county: County) -> None:
    """A number that was split is left out with its parts; a number that means two things is not guessed."""
    county.append("municipalities", edition="2019", number="8107", name="Gamle", county="utland")
    for part in ("9101", "9102"):
        county.append("changes", from_edition="2019", from_number="8107", to_edition="2020", to_number=part)
    read = people(load(county.folder), {"8107": 3000, "9103": 1350}, "2019")
    assert [(one.code, one.what, one.parts) for one in read.left_out] == [("split", "8107", ("9101", "9102"))]
    assert [one.number for one in read.figures] == ["9103"]


def test_a_number_with_years(county: County) -> None:
    """A number of years in which the register's municipality had another is somebody else's."""
    content = json_stat(
        {
            "Region": {"9103": "9103 Nye (2024-)", "K-9103": "K-9103 Co (2020-2023)", "8102": "Bø (-2019)"},
            "Tid": {"2023": "2023"},
        },
        [5, 1350, 1250],
    )
    read = outcome(content, load(county.folder))
    assert left_out(read) == {"9103 Nye (2024-)": "other_years"}
    assert [(one.name, one.value) for one in read.figures] == [("Co", 1350), ("Bø", 1250)]


def test_parts_of_the_population(county: County) -> None:
    """One sex or age is never taken for the whole population; all sexes and ages are."""
    dimensions = {
        "Region": {"9101": "Aa"},
        "Kjonn": {"0": "Begge kjønn", "1": "Menn"},
        "ContentsCode": CONTENTS,
        "Tid": {"2024": "2024"},
    }
    read = outcome(json_stat(dimensions, [1150, 570]), load(county.folder))
    assert figures(read) == {("9101", 2024, "population"): 1150}
    assert left_out(read) == {"Menn, Personer": "unknown_contents"}
    alone = read_statistics(json_stat({**dimensions, "Kjonn": {"1": "Menn"}}, [570]), "a.json", load(county.folder))
    assert alone.problem is not None
    assert alone.problem.code == "no_contents"


def test_other_persons(county: County) -> None:
    """Persons of another table are not the population."""
    content = json_stat(
        {"Region": {"9101": "Aa"}, "ContentsCode": CONTENTS, "Tid": {"2024": "2024"}},
        [12],
        label="09817: Innvandrere og andel av befolkningen, etter region og år",
    )
    problem = read_statistics(content, "a.json", load(county.folder)).problem
    assert problem is not None
    assert (problem.code, problem.values) == ("no_contents", {"what": "Personer"})


def test_the_own_folder(viken: Register) -> None:
    """The project's own population as an answer of SSB's is the same as what is there, in the numbers of 2024 too."""
    own = viken.population[2026]
    new = {one.numbers_in("2024")[0]: int(own[number]) for number, one in viken.municipalities.items()}
    for values in ({f"K-{number}": int(value) for number, value in own.items()}, new):
        read = people(viken, values, "2026")
        assert (len(read.same), read.changed, read.new, read.left_out) == (51, (), (), ())
    assert {one.edition for one in read.figures} == {"2024"}


def test_as_it_comes(county: County) -> None:
    """An answer with a byte-order mark and unknown members is read; a category without index too."""
    data = json.loads(json_stat({"Region": {"9101": "Aa"}, "Tid": {"2024": "2024"}}, [1150]))
    data["extension"] = {"px": {"tableid": "07459"}}
    del data["dimension"]["Region"]["category"]["index"]
    content = b"\xef\xbb\xbf" + json.dumps(data).encode()
    assert figures(outcome(content, load(county.folder))) == {("9101", 2024, "population"): 1150}
