"""One script of many modules: the order, the grammar, what is refused, and that it does in node what the modules do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.server.scripts.joined import in_order, joined_script, page_script
from dashboard.server.scripts.module import read_module
from dashboard.server.scripts.tokens import UnknownScript
from tests.serving import PROJECT

ASSETS = PROJECT / "assets"
TEXTS = {file.relative_to(ASSETS).as_posix(): file.read_text(encoding="utf-8") for file in ASSETS.rglob("*.js")}
MODULES = [name for name in TEXTS if name.startswith("modules/") and name != "modules/main.js"]
#: Scripts of ours that are told things by the page when they are imported: any answer will do here.
PAGE = """
const chart = JSON.stringify({ boxes: {}, renumbered: {} });
const any = new Proxy(function () {}, { get: (of, name) => (name === "textContent" ? chart : any), apply: () => any });
Object.assign(globalThis, { d3: any, document: any, window: globalThis, addEventListener: any, matchMedia: any });
"""


def run(script: str, folder: Path | None = None, kind: str = "commonjs") -> str:
    """What node prints when it runs the text."""
    done = subprocess.run(
        ["node", f"--input-type={kind}"], input=script, text=True, capture_output=True, timeout=60, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(expression: str, **files: str) -> object:
    """The value of an expression in a module that imports from ``files`` (name without its ending → text)."""
    imports = "".join(f'import * as {name} from "./{name}.js";\n' for name in files)
    texts = {f"{name}.js": text for name, text in files.items()}
    entry = f"{imports}console.log(JSON.stringify({expression}));"
    return json.loads(run(joined_script({**texts, "entry.js": entry}, "entry.js")))


def test_in_order() -> None:
    """Each runs once, after what it needs, in the order in which a browser would run them."""
    texts = {
        "main.js": 'import { b } from "./deep/b.js";\nimport { a } from "./a.js";\nb(a);',
        "a.js": "export const a = 1;",
        "deep/b.js": 'import { a as first } from "../a.js";\nexport function b() {}',
        "alone.js": "export default 1;",
    }
    assert [module.name for module in in_order(texts, "main.js")] == ["a.js", "deep/b.js", "main.js"]


def test_circle() -> None:
    """A circle is refused by a sentence that names it."""
    texts = {
        "main.js": 'import { a } from "./a.js";',
        "a.js": 'import { b } from "./b.js";\nexport const a = 1;',
        "b.js": '\nimport * as c from "./c.js";\nexport const b = 1;',
        "c.js": '\n\nimport { a } from "./a.js";',
    }
    with pytest.raises(
        UnknownScript, match=r"circle: a\.js needs b\.js, which needs c\.js, which needs a\.js"
    ) as caught:
        joined_script(texts, "main.js")
    assert (caught.value.file, caught.value.line) == ("c.js", 3)


def test_equal_names_do_not_meet() -> None:
    """Two modules may call their own things alike, also as the joined script calls its parts."""
    one = "const inner = 1, _0 = 'a';\nfunction help() { return inner; }\nexport { help as given, _0 };"
    other = 'import { given as inner, _0 as _1 } from "./one.js";\n'
    other += "const help = 2;\nexport const both = [inner(), help, _1];"
    assert told("other.both", one=one, other=other) == [1, 2, "a"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("export function a() { return 1; }", "[a]"),
        ("export async function a() {}", "[a]"),
        ("export function* a() {}", "[a]"),
        ("export class a { static b = 1; }", "[a]"),
        ("export const a = () => [1, 2], 3;", None),
        ("export const a = { b: [1, 2] };", "[a]"),
        ("export const { a, b: c } = { a: 1, b: 2 };", "[a,c]"),
        ("const a = 1, b = 2;\nexport { a, b as c };", "[a,c]"),
        ("var Vendored = (function () { 'use strict'; return { a: 1 }; })();\n\nexport {Vendored};", "[Vendored]"),
        ("export {};", "[]"),
        ("let a = 1;\na = 2;\nexport const b = { from: a, import: 1, export: 2 };", "[b]"),
        ("export const a = 1\nexport const b = a", "[a,b]"),
    ],
)
def test_exports(text: str, value: str | None) -> None:
    """Functions, classes, constants, patterns of constants and lists are given by their names, no others."""
    if value is None:
        with pytest.raises(UnknownScript, match="several names"):
            read_module("one.js", text)
    else:
        assert str(told("Object.keys(one)", one=text)).replace("'", "").replace(" ", "") == value


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("export default function () {}", 1, "export default"),
        ("const a = 1;\nexport { a as default };", 2, "a in a list"),
        ('\nexport { a } from "./b.js";', 2, "what another module exports"),
        ('export * from "./b.js";', 1, r"export \*"),
        ("\n\nexport let a = 1;", 3, "export let"),
        ("export var a = 1;", 1, "export var"),
        ("let a = 1;\nexport { a };\nfunction b() { a = 2; }", 3, "a is exported and given another value"),
        ("let a = 1;\nexport { a as b };\nconst c = () => a++;", 3, "another value"),
        ("let a = 1;\nexport { a };\n--a;", 3, "another value"),
        ("let a = 1;\nexport { a };\na ??= 2;", 3, "another value"),
        ("let a = 1;\nexport { a };\n[a] = [2];", 3, "another value"),
        ("let a = 1;\nexport { a };\n({ b: [a] } = c);", 3, "another value"),
        ("let a = 1;\nexport { a };\nfor (a of b) c();", 3, "another value"),
        ("export const a = 1, b = 2;", 1, "several names"),
        ("export const [a] = b;", 1, "a list"),
        ("export const { a = 1 } = b;", 1, '"," is missing'),
        ("export const { ...a } = b;", 1, "in a list of names"),
        ("export enum A {}", 1, "export enum"),
        ("const a = 1;\nexport { a };\nexport { a };", 3, "a is exported twice"),
        ('import a from "./b.js";', 1, "import a"),
        ('import a, { b } from "./b.js";', 1, "import a"),
        ('import "./b.js";', 1, "import"),
        ('import { default as a } from "./b.js";', 1, "default in a list"),
        ('import { a } from "b";', 1, "no path"),
        ('import { a } from "./b.js" with { type: "json" };', 1, "attributes"),
        ('if (a) {\n  import { b } from "./b.js";\n}', 2, "not at the top"),
        ('const a = 1;\nimport("./b.js");', 2, "relative path"),
        ("const a = 1;\nimport(b);", 2, "relative path"),
        ('export const a = () =>\n  import("../b.js");', 2, "relative path"),
        ("const a = import.meta.url;", 1, "import.meta"),
        ("\nawait a();", 2, "await"),
        ("export const a = await b();", 1, "await"),
        ('"use strict";\na();', 1, "directive"),
    ],
)
def test_refused(text: str, line: int, what: str) -> None:
    """What is not of the grammar is refused: file, line, what is wrong, and what to do."""
    with pytest.raises(UnknownScript, match=what) as caught:
        read_module("one.js", text)
    assert (caught.value.file, caught.value.line) == ("one.js", line)
    assert caught.value.mend


@pytest.mark.parametrize(
    ("text", "what"),
    [('import { a } from "./none.js";', "there is no none.js"), ('\nimport { b } from "./a.js";', "a.js exports no b")],
)
def test_not_there(text: str, what: str) -> None:
    """A file or a name that is not there is refused where it is imported."""
    with pytest.raises(UnknownScript, match=what) as caught:
        joined_script({"main.js": text, "a.js": "export const a = 1;"}, "main.js")
    assert caught.value.line == text.index("import") + 1


def test_import_from_elsewhere() -> None:
    """What is fetched by a whole address is the same wherever the script lies."""
    assert 'import("https:' in read_module("one.js", 'export const a = () => import("https://a.example/b.js");').body


def test_comments_go() -> None:
    """Comments and indents go, lines stay; a licence stays, and so does what only looks like a comment."""
    text = "/* a */\n  // b\nlet c = '/* d */'; // e\n/*! free */\n\n  let f = `\n  // g`; /* h\n */ let i = /[/*]/;"
    assert read_module("one.js", text).body == (
        "let c = '/* d */';\n/*! free */\nlet f = `\n  // g`;\nlet i = /[/*]/;"
    )  # fmt: skip


@settings(max_examples=12)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs",))), min_size=20, max_size=20))
def test_texts_survive(texts: list[str]) -> None:
    """Every text that a module holds is the same afterwards, as a string and in a template."""
    strings = "".join(f"export const s{at} = {json.dumps(text)}; /* {at} */\n" for at, text in enumerate(texts))
    quoted = [re.sub(r"([`\\]|\$\{)", r"\\\1", text).replace("\r", "\\r") for text in texts]
    templates = "".join(f"  export const t{at} = `{text}${{'`'}}`;// {at}\n" for at, text in enumerate(quoted))
    given = told("[Object.values(one), Object.values(other)]", one=strings, other=templates)
    assert given == [texts, [text + "`" for text in texts]]


def test_qualifies() -> None:
    """The page's own modules are joined as they are, each once, and none is left out but the types."""
    names = {module.name for module in in_order(TEXTS, "modules/main.js")}
    assert {name for name in MODULES if name not in names} == {"modules/sent.js"}


def test_same_exports() -> None:
    """Each module gives the names that it gives when a browser runs it by itself, of the same kinds."""
    taken = {name: f"m{at}" for at, name in enumerate(MODULES)}
    report = f"{{ {', '.join(f'{json.dumps(name)}: {variable}' for name, variable in taken.items())} }}"
    print_all = (
        f"console.log(JSON.stringify(Object.entries({report}).map(([name, given]) =>"
        " [name, Object.keys(given).sort().map((key) => [key, typeof given[key]])])));"
    )
    ours = "".join(f'import * as {variable} from "./{name}";\n' for name, variable in taken.items())
    alone = "".join(f'const {variable} = await import("./{name}");\n' for name, variable in taken.items())
    one = run(PAGE + joined_script({**TEXTS, "entry.js": ours + print_all}, "entry.js"))
    assert json.loads(one) == json.loads(run(PAGE + alone + print_all, ASSETS, "module"))


def test_scripts_own_tests(tmp_path) -> None:
    """The scripts' own tests pass with the modules of the joined script in place of the files."""
    shutil.copytree(PROJECT / "tests" / "assets", tmp_path / "tests" / "assets")
    shutil.copytree(PROJECT / "tests" / "cases", tmp_path / "tests" / "cases")
    (tmp_path / "tests" / "assets" / "house.test.js").unlink()  # it reads the files themselves
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    tested = {
        name
        for file in (tmp_path / "tests" / "assets").glob("*.js")
        for name in re.findall(r'"\.\./\.\./assets/(modules/[^"]+)"', file.read_text(encoding="utf-8"))
    }
    assert {"modules/map/fills.js", "modules/page/query.js", "modules/plan/scenario.js"} <= tested
    taken = {name: f"m{at}" for at, name in enumerate(sorted(tested))}
    entry = "".join(f'import * as {variable} from "./{name}";\n' for name, variable in taken.items())
    entry += f"globalThis.taken = {{ {', '.join(f'{json.dumps(name)}: {one}' for name, one in taken.items())} }};"
    (tmp_path / "joined.js").write_text(joined_script({**TEXTS, "entry.js": entry}, "entry.js"), encoding="utf-8")
    for name in tested:
        names = ", ".join(given for _, given in read_module(name, TEXTS[name]).exports)
        file = tmp_path / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * (name.count("/") + 1)
        text = f'import "{up}joined.js";\nexport const {{ {names} }} = globalThis.taken["{name}"];\n'
        file.write_text(text, encoding="utf-8")
    files = sorted(str(file) for file in (tmp_path / "tests" / "assets").glob("*.test.js"))
    done = subprocess.run(["node", "--test", *files], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert int(re.findall(r"^# pass (\d+)", done.stdout, re.MULTILINE)[0]) > 50


def test_page_script() -> None:
    """Classic scripts stand first and as they are; the whole is a script that node can read."""
    text = page_script(ASSETS, "modules/main.js", ("lib/d3-zoom.min.js",))
    assert text.startswith((ASSETS / "lib/d3-zoom.min.js").read_text(encoding="utf-8").strip())
    assert TEXTS["lib/d3-zoom.min.js"].strip() in text
    run(f"new (require('node:vm').Script)({json.dumps(text)})")
