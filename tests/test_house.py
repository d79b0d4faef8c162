"""The order of the house: imports point down, stand at the top of the file, and make no circle."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

from tests.serving import PROJECT

#: Room → the rooms it may import from, from the top down; each stands below it. A room is a folder or a module
#: that stands by itself in its package. Whatever is not listed as allowed is refused.
HOUSE: dict[str, str] = {
    "dashboard.__main__": "server exports page view | errors folder register",
    "dashboard.server": "page browser exports planning story picture view colours markup words | planning register",
    "dashboard.page": "browser components planning story picture view markup words"
    " | planning coverage join errors model measures register timeline lists days",
    "dashboard.exports": "components story picture view geometry colours markup words"
    " | planning coverage model measures history",
    "dashboard.browser": "story picture view geometry colours | places search join",
    "dashboard.planning": "view | planning coverage join",
    "dashboard.story": "view words | planning story coverage model measures",
    "dashboard.components": "view markup | coverage measures lists",
    "dashboard.picture": "view geometry colours | places model lists days",
    "dashboard.view": "geometry colours words"
    " | planning places search coverage join numbers text model measures register lists days editions"
    " dates timeline",
    "geodata.timeline": "| register days model dates",
    "dashboard.geometry": "| places register",
    "dashboard.colours": "| model",
    "dashboard.markup": "",
    "dashboard.words": "| text",
    "geodata.__main__": "| folder explain errors diff dates vote text imports",
    "geodata.vote": "| explain folder numbers text lists register errors days model dates",
    "geodata.diff": "| coverage planning text join register",
    "geodata.explain": "| places join numbers text model errors register",
    "geodata.frame": "| coverage join register days",
    "geodata.coverage": "| join measures register",
    "geodata.packages": "",
    "geodata.history": "| planning join register dates",
    "geodata.imports": "| planning folder numbers text register measures errors",
    "geodata.planning": "| folder places search join numbers text model register",
    "geodata.search": "| join numbers text register model",
    "geodata.places": "| model register",
    "geodata.folder": "| story numbers dates text model measures errors register lists days editions",
    "geodata.story": "",
    "geodata.numbers": "| text",
    "geodata.text": "",
    "geodata.lists": "| join register",
    "geodata.join": "| model register days",
    "geodata.register": "| model measures errors days editions dates",
    "geodata.measures": "",
    "geodata.errors": "",
    "geodata.days": "| model dates",
    "geodata.model": "| editions",
    "geodata.editions": "",
    "geodata.dates": "",
}
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


def room(module: str) -> str:
    """The room that a module stands in."""
    return ".".join(module.split(".")[:2])


def allowed(name: str) -> set[str]:
    """The rooms that a row of HOUSE lets a room import from: those of the page, then, after "|", the subject's."""
    page, _, subject = HOUSE[name].partition("|")
    return {f"dashboard.{one}" for one in page.split()} | {f"geodata.{one}" for one in subject.split()}


def arrows() -> set[tuple[str, str]]:
    """Who imports from whom, room by room."""
    return {
        (room(module), room(one))
        for module, tree in MODULES.items()
        for one in imports(tree)
        if one in MODULES and room(one) != room(module) and "." in module
    }


def test_rooms() -> None:
    """The table names every room there is and no other, in an order in which no arrow points up."""
    assert set(HOUSE) == {room(module) for module in MODULES if "." in module}
    order = {name: place for place, name in enumerate(HOUSE)}
    assert [(name, one) for name in HOUSE for one in allowed(name) if order[one] <= order[name]] == []


def test_imports_point_down() -> None:
    """A room imports only from the rooms that its row allows, and a row allows no more than is used."""
    found = arrows()
    assert found == {(name, one) for name in HOUSE for one in allowed(name)}


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


def test_no_two_things_share_a_name() -> None:
    """A public function, class or constant has a name of its own in the whole project; the entry points excepted."""
    owners: dict[str, list[str]] = {}
    for module, tree in MODULES.items():
        for node in tree.body:
            named = [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            named += [one.id for one in targets if isinstance(one, ast.Name)]
            for name in named:
                if not name.startswith("_"):
                    owners.setdefault(name, []).append(module)
    assert {name: modules for name, modules in owners.items() if len(modules) > 1} == {
        "main": ["geodata.__main__", "dashboard.__main__"]
    }
