"""The style sheets: layers in one order, sizes as tokens, and no rule for what no page has."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from dashboard.view.views import ALL_VIEWS
from tests.serving import PROJECT

LAYERS = ("base", "layout", "parts", "compare", "map", "story", "print")
SHEETS = {
    file.stem: re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for file in sorted((PROJECT / "assets").rglob("*.css"))
}
EVERY_SHEET = "\n".join(SHEETS.values())
#: What stands between braces, without braces of its own.
RULES = re.compile(r"([^{};]+)\{([^{}]*)\}")
SELECTORS = "\n".join(selector for selector, _ in RULES.findall(EVERY_SHEET))
#: Names that stand in no file of ours as they are, and who gives them.
FROM_ELSEWHERE = {
    "main-svg": "plotly, in each of its charts",
    "to-dark": "dashboard/page/frame/header.py, from the name of the theme",
    "to-light": "dashboard/page/frame/header.py, from the name of the theme",
    "not_named": "geodata/lists.py, of a member whom a list does not name",
}
#: Sizes that stand once and belong to no scale: declaration → why it is as it is.
OFF_SCALE = {
    "padding: var(--space-045) 0.7rem": "the field over the table, in line with the cells",
    "gap: 0.85rem": "the sidebar fits a window of 900 pixels",
    "padding-right: 4rem": "the place of the share beside a figure's name",
    "padding: 0.42rem var(--space-075)": "rows of the table: 51 of them",
    "padding: 0.05rem var(--space-045)": "a key stands in a line of text",
    "padding: var(--space-020) 0.7rem": "a brush, around its swatch",
    "padding-left: 1.4rem": "the numbers of a list",
    "padding-bottom: 6rem": "the height of the planner's bar on a phone",
    "margin-bottom: 3.75rem": "the height of the presentation's controls",
    "min-height: 24px": "the smallest target that may be pressed (WCAG 2.5.8)",
    "margin-left: calc(var(--at) - 1.5px)": "half of the curtain's line",
    "margin: 0.7rem 0 0": "a step's caption under its number",
    "gap: 0.7rem": "a step's legend, read from afar",
    "margin-top: 1.2rem": "a step's table under its headline",
    "padding-block: 0.22rem": "a step's table in a low window",
    "gap: var(--space-150) 4rem": "columns of the last step",
    "min-height: 1.9rem": "the legend's head, whether it has a note or not",
    "min-height: 2rem": "rows of the list of everyone",
    "min-height: 3.5rem": "the header",
    "min-height: 9rem": "a step's table: three rows are seen",
    "min-height: 34rem": "the map in a frame on another site",
    "min-height: 320px": "a chart before it is drawn",
    "margin: -1px": "what is said to screen readers only",
}
SIZED = re.compile(
    r"(?<=[{;\s])((?:font-size|border-radius|min-height|(?:row-|column-)?gap|(?:padding|margin)(?:-[a-z]+)?): [^;{}]+)"
)
#: A literal that a token should say; sizes in em, percent, pt, mm and vw follow what is around them, or the paper.
LITERAL = re.compile(r"\d(?:rem|px)")
#: Sizes that grow with the window, within bounds of their own.
FLUID = re.compile(r"\b(?:clamp|min|max)\(")


def words_of(file: Path) -> set[str]:
    """What stands in the strings of a Python file, and the names that it gives to arguments."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    strings = (str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant))
    arguments = (node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg)
    return {word for text in (*strings, *arguments) for word in re.findall(r"[\w-]+", text)}


def used() -> set[str]:
    """Every name that a component or a script can give: strings of Python, words of the scripts."""
    scripts = [file for file in (PROJECT / "assets").rglob("*.[mj]*") if file.suffix in (".js", ".mjs")]
    ours = [file for file in scripts if "lib" not in file.parts]
    found = {
        word for file in ours for word in re.findall(r"[\w-]+", re.sub(r"//.*", "", file.read_text(encoding="utf-8")))
    }
    for file in (PROJECT / "dashboard").rglob("*.py"):
        found |= words_of(file)
    return found


def spellings(attribute: str) -> set[str]:
    """An attribute as HTML, Python and the scripts' ``dataset`` spell it."""
    bare = re.sub(r"^(data|aria)-", "", attribute)
    camel = re.sub(r"-(\w)", lambda found: found[1].upper(), bare)
    return {attribute, attribute.replace("-", "_"), bare.replace("-", "_"), camel}


def test_layers() -> None:
    """The first sheet declares the layers, once; each sheet stands in the layer that it is named after."""
    declared = re.findall(r"@layer ([\w, ]+);", EVERY_SHEET)
    assert declared == [", ".join(LAYERS)]
    assert SHEETS[min(SHEETS)].lstrip().startswith("@layer ")
    assert set(SHEETS) == set(LAYERS)
    for name in LAYERS:
        outside = re.sub(rf"@layer {name} \{{.*\n\}}", "", SHEETS[name], flags=re.DOTALL)
        assert re.sub(r"@layer [\w, ]+;|@page \{[^}]*\}", "", outside).strip() == "", name


def test_shapes() -> None:
    """The style sheets know every shape that a view has, and no other."""
    assert set(re.findall(r'data-shape="(\w+)"', SELECTORS)) <= {one.shape for one in ALL_VIEWS}
    assert set(re.findall(r'data-shape="(\w+)"', SELECTORS)) == {"map", "article", "table", "story"}


def test_views_named() -> None:
    """Only two views have rules of their own: both show the map, and differ beside it and on paper."""
    assert set(re.findall(r'data-view="(\w+)"', SELECTORS)) == {"overview", "plan"}
    assert not re.search(r":(?:is|where)\([^)]*data-view[^)]*,", SELECTORS)


def test_no_dead_names() -> None:
    """Every class, id, attribute and value in a selector is given by a component or a script."""
    known = used()
    names = set(re.findall(r"[.#]([A-Za-z][\w-]*)", SELECTORS))
    names |= set(re.findall(r'\[[\w-]+[\^$*~|]?="([\w-]+)"\]', SELECTORS))
    attributes = set(re.findall(r"\[([a-z-]+)", SELECTORS))
    assert len(names) > 200
    assert names - known == set(FROM_ELSEWHERE)
    assert {one for one in attributes if not spellings(one) & known} == set()


def test_sizes_are_tokens() -> None:
    """Type, radius, space and height come from the scales; what stands beside them is listed with its reason."""
    raw = {
        declaration.strip()
        for declaration in SIZED.findall(EVERY_SHEET)
        if LITERAL.search(declaration) and not FLUID.search(declaration)
    }
    assert raw == set(OFF_SCALE)


def test_no_unknown_token() -> None:
    """Every token that is used is declared, and every one that is declared is used."""
    scale = r"--(?:type|radius|height|space)-[\w-]+"
    declared = set(re.findall(rf"({scale}):", EVERY_SHEET))
    assert declared == set(re.findall(rf"var\(({scale})\)", EVERY_SHEET))


@pytest.mark.parametrize("name", ["networks", "present"])
def test_name_that_is_dead(name: str) -> None:
    """The search for dead names bites: a class that nobody gives is found, one that a component gives is not."""
    known = used()
    assert name in known
    assert f"{name}-of-nobody" not in known
