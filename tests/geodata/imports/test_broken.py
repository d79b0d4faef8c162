"""Every kind of broken file is refused with one sentence that mends it; nothing that a file holds is an exception."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.folder.load import load
from geodata.imports.emissions import read_emissions
from geodata.imports.files import LARGE_FIGURES
from geodata.imports.outcome import ReadFigures
from geodata.imports.sentences import SENTENCES, sentence
from geodata.imports.statistics import read_statistics
from geodata.planning.intake.grid import MOST_BYTES, MOST_CELLS, ReadingBounds
from geodata.register import Register
from tests.geodata.county import PROJECT, write_county
from tests.geodata.imports.figure_files import AMOUNT, DETAILED_COLUMNS, book, json_stat, with_emissions
from tests.geodata.planning.intake.import_files import OLE, bomb, encrypted_zip

Reader = Callable[[bytes, str, Register], ReadFigures]
HTML = (
    b"<!DOCTYPE html>\n<html><head><title>Utslipp</title></head><body><table><tr><td>1</td></tr></table></body></html>"
)
GOOD_JSON = json_stat({"Region": {"9101": "Aa", "9102": "Bx"}, "Tid": {"2023": "2023"}}, [1102, 1202])
GOOD_CSV = (
    "07459: Befolkning\n\nregion;Personer 2022;Personer 2023\n9101 Aa;1101;1102\n9102 Bø;..;1202\nKilde: SSB\n".encode()
)
ONE_GAS = ("", "9101", "Aa", 2009, "Jordbruk", "x", "CO2", 1)
GOOD_BOOK = book({"Oversikt - detaljert": [DETAILED_COLUMNS, ONE_GAS]})
KILOTONNES = "Utslipp (1000 tonn CO2-ekvivalenter)"


def altered(**members: object) -> bytes:
    """A good answer with other members; None takes one away."""
    data = {**json.loads(GOOD_JSON), **members}
    return json.dumps({key: value for key, value in data.items() if value is not None}).encode()


def answer_of(region: str, time: str) -> bytes:
    """An answer with one value."""
    return json_stat({"Region": {region: region}, "Tid": {time: time}}, [9])


def emissions(*rows: tuple[object, ...], header: tuple[str, ...] = DETAILED_COLUMNS) -> bytes:
    """A workbook of emissions with one sheet."""
    return book({"Oversikt - detaljert": [header, *rows]})


#: File → its name, the code, and words that its sentence has.
OF_ANY = {
    "empty": (b" \r\n", "a.csv", "empty", "empty"),
    "folder": (b"", "data/", "directory", "folder"),
    "too large": (b"9101;1\n" * (MOST_BYTES // 7 + 1), "a.csv", "too_large", f"at most {MOST_BYTES}"),
    "web page as workbook": (HTML, "utslipp.xlsx", "web_page", "web page"),
    "web page": (b"\xef\xbb\xbf  <html>", "a.csv", "web_page", "web page"),
    "PDF": (b"%PDF-1.7 \n", "a.xlsx", "pdf", "PDF"),
    "old Excel": (OLE + b"\0" * 600, "a.xls", "old_excel", "save it as .xlsx"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "password", "without"),
    "password of parts": (encrypted_zip(), "a.xlsx", "password", "without"),
    "cut short": (GOOD_BOOK[: len(GOOD_BOOK) // 2], "a.xlsx", "damaged_workbook", "download it again"),
    "not a workbook": (b"PK\x05\x06" + b"\0" * 18, "a.xlsx", "not_a_spreadsheet", "no spreadsheet"),
    "bomb": (bomb(), "a.xlsx", "expands_too_much", "unpacks"),
    "letters lost": ("region;Personer 2023\n9102 B\ufffd;1\n".encode(), "a.csv", "lost_letters", "Letters"),
    "two encodings": (b"region\n\x81\x8d\x8f", "a.csv", "unreadable_text", "encoding"),
    "quotation mark": (b'region;Personer 2023\n"9101 Aa"x;1\n', "a.csv", "broken_quote", "row 2"),
    "too many cells": (
        b"9101;" + b"1;" * 190 + b"\n" + (b"1;" * 190 + b"\n") * 110,
        "a.csv",
        "too_many_cells",
        f"{MOST_CELLS}",
    ),
    "too many columns": (b"9101 Aa" + b";1" * 300, "a.csv", "too_many_columns", "200 columns"),
    "blank book": (book({"a": []}), "a.xlsx", "empty", "empty"),
}
OF_STATISTICS = {
    "cut JSON": (GOOD_JSON[:-9], "a.json", "bad_json", "cut short"),
    "deep JSON": (b'{"a":' + b"[" * 100_000, "a.json", "bad_json", "JSON"),
    "list": (b"[1, 2]", "a.json", "not_json_stat", "json-stat2"),
    "json-stat 1": (b'{"dataset": {"dimension": {}}}', "a.json", "not_json_stat", "json-stat2"),
    "collection": (altered(**{"class": "collection"}), "a.json", "not_json_stat", "class"),
    "no values": (altered(value=None), "a.json", "not_json_stat", "value"),
    "sizes": (altered(size=[2, 2]), "a.json", "not_json_stat", "size"),
    "index": (altered(dimension={"Region": {"category": {"index": {"9101": 7}}}}), "a.json", "not_json_stat", "Region"),
    "few values": (altered(value=[1]), "a.json", "wrong_size", "has 2 values and holds 1"),
    "value beyond": (altered(value={"7": 1}), "a.json", "wrong_size", "holds 8"),
    "no region": (json_stat({"Alder": {"1": "1"}, "Tid": {"2023": "2023"}}, [9]), "a.json", "no_regions", "numbers"),
    "other contents": (altered(label="Kyr"), "a.json", "no_contents", "Kyr"),
    "others": (answer_of("0301", "2023"), "a.json", "no_municipalities", "0301"),
    "quarters": (answer_of("9101", "2023K1"), "a.json", "no_years", "years"),
    "names alone": (b"region;Personer 2023\nHalden;1\n", "a.csv", "no_regions", "3001 Halden"),
    "no header": (b"9101 Aa;1\n9102 B;2\n", "a.csv", "no_years", "header"),
    "no figures": ("region;år\n9101 Aa;2023\n".encode(), "a.csv", "no_values", "column of figures"),
    "words": (b"region;Personer 2023\n9101 Aa;mange\n", "a.csv", "no_values", "figures"),
}  # fmt: skip
OF_EMISSIONS = {
    "no columns": (book({"Info": [("a", "b")]}), "a.xlsx", "no_emissions", "Oversikt - detaljert"),
    "kilotonnes": (emissions(header=(*DETAILED_COLUMNS[:-1], KILOTONNES)), "a.xlsx", "wrong_unit", "1000 tonn"),
    "no area": (emissions(("2009", "Jordbruk", 1), header=("År", "Sektor", AMOUNT)), "a.xlsx", "no_area", "Info"),
    "twice": (emissions(ONE_GAS, ONE_GAS), "a.xlsx", "row_twice", "Row 3 says"),
    "others": (emissions(("", "0301", "Oslo", *ONE_GAS[3:])), "a.xlsx", "no_municipalities", "0301 Oslo"),
    "no rows": (emissions(), "a.xlsx", "no_emissions", "sheet"),
}  # fmt: skip
CASES = [
    *((read_statistics, *case) for case in [*OF_ANY.values(), *OF_STATISTICS.values()]),
    *((read_emissions, *case) for case in [*OF_ANY.values(), *OF_EMISSIONS.values()]),
]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The invented county with emissions declared."""
    return load(with_emissions(write_county(tmp_path_factory.mktemp("county"))).folder)


@pytest.mark.parametrize(("reader", "content", "name", "code", "words"), CASES, ids=range(len(CASES)))
def test_refused(register: Register, reader: Reader, content: bytes, name: str, code: str, words: str) -> None:
    """It says what is wrong with the file, and how to mend it."""
    read = reader(content, name, register)
    assert read.problem is not None
    assert (read.problem.code, read.figures, read.new) == (code, (), ())
    assert words in sentence(read.problem)
    assert "{" not in sentence(read.problem)


def test_emissions_must_be_declared(tmp_path: Path) -> None:
    """A register without a measure of emissions says which row it needs."""
    problem = read_emissions(GOOD_BOOK, "a.xlsx", load(write_county(tmp_path).folder)).problem
    assert problem is not None
    assert "greenhouse_gas_emissions" in sentence(problem)


def test_every_refusal_has_a_sentence() -> None:
    """Each code that is raised has its sentence, and each sentence is said and is one."""
    rooms = [PROJECT / "geodata" / "imports", PROJECT / "geodata" / "planning" / "intake"]
    text = "".join(file.read_text(encoding="utf-8") for room in rooms for file in room.glob("*.py"))
    raised = set(re.findall(r'(?:Unreadable|ImportProblem)\(\s*"(\w+)"', text))
    own = {"one_column", "no_networks"}  # of a planner's file alone
    assert raised - own - set(SENTENCES) == set()
    assert [code for code in SENTENCES if f'"{code}"' not in text.replace(f'    "{code}":', "")] == []
    assert [code for code, words in SENTENCES.items() if not re.fullmatch(r"[^.]*(?:\.[a-z0-9][^.]*)*\.", words)] == []


def test_wider_bounds(register: Register) -> None:
    """A command reads what an upload may not, within bounds of its own."""
    rows = b"".join(b"9101 Aa;%d;1\n" % year for year in range(1900, 2000)) * 55
    content = b"region;ar;Folkemengde 2023\n" + rows
    problem = read_statistics(content, "a.csv", register).problem
    assert problem is not None
    assert problem.code == "too_many_rows"
    assert read_statistics(content, "a.csv", register, LARGE_FIGURES).problem.code == "no_contents"
    narrow = ReadingBounds(rows=1)
    assert read_emissions(GOOD_BOOK, "a.xlsx", register, narrow).problem.code == "too_many_rows"


def answers(read: ReadFigures) -> None:
    """Either a sentence, or figures of the register's measures."""
    if read.problem:
        assert sentence(read.problem)
    else:
        assert {one.measure for one in read.figures} <= {one.id for one in read.measures.values()}


WORDS = ("region", "år", "9101 Aa", "K-9102 Bø (2020-2023)", "2023", "Personer 2023", "Kommunenummer", "9201", AMOUNT)
SIGNS = ("..", ":", "1 102", "51,5", "Sektor", "Klimagass", "Jordbruk", "nan", "1e999", "-", "", None)
CELLS = (
    st.sampled_from([*WORDS, *SIGNS])
    | st.text(max_size=8).filter(str.isprintable)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(
    content=st.binary(max_size=300), start=st.sampled_from([b"", b"{", b"PK\x03\x04", GOOD_CSV[:60], GOOD_BOOK[:900]])
)
def test_any_bytes(register: Register, content: bytes, start: bytes) -> None:
    """Bytes of any kind, also behind a beginning that looks right."""
    for reader in (read_statistics, read_emissions):
        answers(reader(start + content, "a.xlsx", register))


@FUZZ
@given(good=st.sampled_from([GOOD_JSON, GOOD_CSV, GOOD_BOOK]), data=st.data())
def test_changed_bytes(register: Register, good: bytes, data: st.DataObject) -> None:
    """A good file with bytes cut out or overwritten."""
    at = data.draw(st.integers(0, len(good) - 1))
    content = good[:at] + data.draw(st.binary(max_size=4)) + good[at + data.draw(st.integers(0, 40)) :]
    for reader in (read_statistics, read_emissions):
        answers(reader(content, "a.csv", register))


@FUZZ
@given(rows=ROWS, header=st.booleans())
def test_any_cells(register: Register, rows: list[list[object]], header: bool) -> None:
    """Tables of any cells, as text and as a workbook."""
    start = [list(DETAILED_COLUMNS)] if header else []
    text = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in start + rows)
    for content in (text.encode("utf-8", "replace"), book({"Oversikt - detaljert": start + rows})):
        for reader in (read_statistics, read_emissions):
            answers(reader(content, "a.csv", register))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@FUZZ
@given(key=st.sampled_from(["id", "size", "dimension", "value", "role", "status", "label", "class"]), value=JSON)
def test_any_member(register: Register, key: str, value: object) -> None:
    """An answer with anything in place of one of its members, or of one of a dimension's."""
    answers(read_statistics(altered(**{key: value}), "a.json", register))
    described = json.loads(GOOD_JSON)["dimension"]
    for inner in ("index", "label"):
        described["Region"]["category"][inner] = value
        answers(read_statistics(altered(dimension=described), "a.json", register))
