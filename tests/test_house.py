"""The order of the house: imports point down, stand at the top of the file, and make no circle."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.serving import PROJECT

#: From the top. A module may import from its own storey and from those below; a folder stands for all in it.
STOREYS = (
    ("dashboard.__main__",),
    ("dashboard.server.app",),
    ("dashboard.page.layout",),
    (
        "dashboard.exports",
        "dashboard.parts",
        "dashboard.browser.paint",
        "dashboard.browser.places",
        "dashboard.browser.bare_scene",
        "dashboard.picture.static_map",
        "dashboard.picture.names",
        "dashboard.picture.lettering",
        "dashboard.picture.fills",
        "dashboard.colours.paper_patterns",
        "dashboard.story.qr",
    ),
    (
        "dashboard.view.sentence",
        "dashboard.view.described",
        "dashboard.browser.finder",
        "dashboard.page.networks.plotly_figures",
        "dashboard.planning.consequences",
        "dashboard.planning.file_preview",
        "dashboard.planning.naming",
        "dashboard.story.story",
        "dashboard.story.kinds",
        "dashboard.story.paging",
        "dashboard.view.titled",
        "dashboard.story.step",
    ),
    ("dashboard.view.view", "dashboard.view.selection", "dashboard.view.atlas", "dashboard.view.new_networks"),
    ("dashboard.colours.free_colours",),
    ("dashboard.geometry.light_paths",),
    (
        "dashboard.geometry.scene",
        "dashboard.geometry.ground",
        "dashboard.geometry.beyond",
        "dashboard.geometry.placement",
        "dashboard.view.classes",
        "dashboard.geometry.typeface",
        "dashboard.page.links",
    ),
    (
        "dashboard.view.state",
        "dashboard.words.wording",
        "dashboard.colours.palette",
        "dashboard.colours.contrast",
        "dashboard.page.ids",
    ),
    ("dashboard.server.addresses",),
    ("geodata.__main__",),
    ("geodata.folder.load", "geodata.write", "geodata.planning.intake"),
    ("geodata.folder.check", "geodata.folder.checks"),
    (
        "geodata.folder.reading",
        "geodata.folder.normalise",
        "geodata.folder.layer",
        "geodata.folder.table",
        "geodata.folder.descriptor",
        "geodata.folder.encoding",
        "geodata.folder.statistics",
    ),
    (
        "geodata.planning.examples",
        "geodata.planning.suggest",
        "geodata.planning.plan_checks",
        "geodata.planning.costs",
        "geodata.planning.contiguity",
        "geodata.places.sea",
        "geodata.planning.differences",
        "geodata.planning.scenario_text",
        "geodata.planning.scenario",
        "geodata.planning.new_network",
    ),
    (
        "geodata.explain",
        "geodata.search",
        "geodata.coverage",
        "geodata.join",
        "geodata.places.neighbours",
        "geodata.places.walk",
    ),
    (
        "geodata.places.labels",
        "geodata.numbers",
        "geodata.dates",
        "geodata.text",
        "geodata.folder.codes",
        "geodata.folder.schema",
        "geodata.story",
    ),
    ("geodata.model",),
    ("geodata.errors", "geodata.packages"),
)
FILES = [*sorted((PROJECT / "geodata").rglob("*.py")), *sorted((PROJECT / "dashboard").rglob("*.py"))]
#: Only these may bring data from files into the page.
MEETING = {"dashboard.server.app", "dashboard.__main__"}
READERS = {
    "geodata.folder.load",
    "geodata.folder.check",
    "geodata.folder.reading",
    "geodata.folder.table",
    "geodata.folder.layer",
    "geodata.folder.descriptor",
}


def module_of(file: Path) -> str:
    """The dotted name of a file; a package is its folder."""
    parts = file.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): ast.parse(file.read_text(encoding="utf-8")) for file in FILES}


def imports(tree: ast.AST) -> set[str]:
    """Dotted names of what is imported, functions and classes reduced to their module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{one.name}" for one in node.names}
            found |= {one if one in MODULES else node.module for one in inner}
    return found


def storey(module: str) -> int:
    """Height from the top; 0 is the entry point."""
    for height, modules in enumerate(STOREYS):
        if any(module == one or module.startswith(one + ".") for one in modules):
            return height
    raise LookupError(f"{module} has no place in the house: add it to a storey of STOREYS")


@pytest.mark.parametrize("module", [name for name in MODULES if name not in ("geodata", "dashboard")])
def test_imports_point_down(module: str) -> None:
    """A module imports only from its own storey and below."""
    own = {one for one in imports(MODULES[module]) if one in MODULES and one not in ("geodata", "dashboard")}
    assert sorted(one for one in own if storey(one) < storey(module)) == []


def test_geodata_knows_no_page() -> None:
    """geodata imports nothing of Dash, Plotly, Flask, Babel or the page."""
    foreign = {"dash", "plotly", "flask", "babel", "waitress", "dashboard", "tests", "fontTools"}
    found = {
        module: sorted({one.partition(".")[0] for one in imports(tree)} & foreign)
        for module, tree in MODULES.items()
        if module.startswith("geodata")
    }
    assert {module: names for module, names in found.items() if names} == {}


def test_page_knows_no_plotly() -> None:
    """The map is painted without Plotly."""
    assert [module for module, tree in MODULES.items() if any(one.startswith("plotly") for one in imports(tree))] == []


def test_page_reads_no_data() -> None:
    """Only the application and its entry point meet what reads data files."""
    found = {
        module: sorted(imports(tree) & READERS)
        for module, tree in MODULES.items()
        if module.startswith("dashboard") and module not in MEETING
    }
    assert {module: names for module, names in found.items() if names} == {}


def test_absolute_at_the_top() -> None:
    """Imports are absolute and stand at the top of the file, never in a function, class or branch."""
    late = [
        f"{module}:{node.lineno}"
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and (node not in tree.body or (isinstance(node, ast.ImportFrom) and node.level))
    ]
    assert late == []


def test_no_circle() -> None:
    """No module imports itself by way of others."""
    graph = {module: (imports(tree) & set(MODULES)) - {module} for module, tree in MODULES.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


def test_no_state_on_modules() -> None:
    """No function changes a variable of its module."""
    found = [
        f"{module}:{node.lineno}"
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_nothing_about_the_region_in_code() -> None:
    """No network, municipality number or county of the project's data stands in the code or in the page's words."""
    words = ("hallingdal", "naik", "follo", "kongsberg", "viken", "akershus", "buskerud", "østfold", "ostfold")
    found = []
    for module, tree in MODULES.items():
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                found += [
                    f"{module}:{node.lineno} {word}" for word in words if re.search(rf"\b{word}\b", node.value.lower())
                ]
    for file in sorted((PROJECT / "dashboard" / "words").glob("*.json")):
        text = file.read_text(encoding="utf-8").lower()
        found += [f"{file.name} {word}" for word in words if re.search(rf"\b{word}\b", text)]
    assert found == []
