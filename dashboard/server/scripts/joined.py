"""Our ES modules as one script: the browser asks once, and learns of no module from another.

Each module becomes a function that takes what it imports and gives what it exports, so that equal names in two modules
never meet. It runs once, after those that it needs, in the order in which a browser runs modules. The script may stand
as a classic one or as a module; it is strict in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dashboard.server.scripts.module import ScriptModule, read_module
from dashboard.server.scripts.tokens import UnknownScript


def page_script(assets: Path, entry: str, classic: Iterable[str] = ()) -> str:
    """The script of a page: files of the folder ``assets`` that are no modules, as they are, then ``entry`` joined.

    Raises UnknownScript.
    """
    first = [(assets / name).read_text(encoding="utf-8").strip() for name in classic]
    files = sorted(file for file in assets.rglob("*.js") if file.is_file())
    texts = {file.relative_to(assets).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return "\n;\n".join((*first, joined_script(texts, entry)))


def joined_script(texts: Mapping[str, str], entry: str) -> str:
    """The module ``entry`` and all that it needs as one script. ``texts``: path → text of a module.

    Raises UnknownScript for a circle, for a file or name that is not there, and for what no module of ours may say.
    """
    modules = in_order(texts, entry)
    variables = {module.name: f"_{at}" for at, module in enumerate(modules)}
    lines = [_wrapped(module, variables) for module in modules]
    return "\n".join(("(function () {", '"use strict";', *lines, "})();", ""))


def in_order(texts: Mapping[str, str], entry: str) -> tuple[ScriptModule, ...]:
    """``entry`` and what it needs, each after those that it needs itself. Raises UnknownScript."""
    found: dict[str, ScriptModule] = {}
    _visit(texts, entry, (), found)
    for module in found.values():
        _check_imports(module, found)
    return tuple(found.values())


def _visit(texts: Mapping[str, str], name: str, above: tuple[str, ...], found: dict[str, ScriptModule]) -> None:
    """Put a module into ``found`` behind what it needs; ``above`` are those that wait for it."""
    if name in found:
        return
    module = read_module(name, texts[name])
    for one in module.imports:
        if one.module in (*above, name):
            circle = [*(*above, name)[(*above, name).index(one.module) :], one.module]
            way = f"{circle[0]} needs {', which needs '.join(circle[1:])}"
            raise UnknownScript(name, one.line, f"modules go in a circle: {way}", "Move what both need into a third")
        if one.module not in texts:
            raise UnknownScript(name, one.line, f"there is no {one.module}", "Name a file that is there")
        _visit(texts, one.module, (*above, name), found)
    found[name] = module


def _check_imports(module: ScriptModule, found: Mapping[str, ScriptModule]) -> None:
    """What a module takes by name is given by the other."""
    for one in module.imports:
        given = {name for _, name in found[one.module].exports}
        for there, _ in one.names:
            if there not in given:
                what = f"{one.module} exports no {there}"
                raise UnknownScript(module.name, one.line, what, "Export it there, or import another name")


def _wrapped(module: ScriptModule, variables: Mapping[str, str]) -> str:
    """A module as a function that is called at once, with what it imports and giving what it exports."""
    parameters = [one.whole or f"{{ {_pairs(one.names, ': ')} }}" for one in module.imports]
    arguments = [variables[one.module] for one in module.imports]
    exports = _pairs((("__proto__", "null"), *((there, here) for here, there in module.exports)), ": ")
    return (
        f"// {module.name}\n"
        f"const {variables[module.name]} = (({', '.join(parameters)}) => {{\n{module.body}\n"
        f"return Object.freeze({{ {exports} }});\n}})({', '.join(arguments)});"
    )


def _pairs(pairs: Iterable[tuple[str, str]], between: str) -> str:
    return ", ".join(first if first == second else f"{first}{between}{second}" for first, second in pairs)
