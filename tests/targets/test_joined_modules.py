"""Modules are joined to one script, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from node_tools import node
from wiser_compiler.targets.javascript.bundle import NotJoined, joined

MODULES = {
    "index.js": 'import { twice } from "./lib/twice.js";\nexport { one } from "./lib/one.js";\n\n'
    "export const four = twice(2);\nexport function* numbers() {\n  yield four;\n}\nexport class Five {}\n",
    "lib/twice.js": 'import {\n  one,\n  two,\n} from "./one.js";\n// says `export` and import in words\n'
    "const hidden = one;\nexport function twice(number) {\n  return number * two * hidden;\n}\n",
    "lib/one.js": "/** The first ones.\n * import them\n */\n"
    "const hidden = 2;\nexport const one = 1;\nexport const two = hidden;\n",
}  # fmt: skip


def test_a_script_has_what_the_first_module_exports(tmp_path: Path) -> None:
    script = joined(MODULES, "index.js", "numbersOf")
    (tmp_path / "script.cjs").write_text(script)
    shows = "require('./script.cjs'); const { Five, four, numbers, one } = numbersOf; "
    shows += "console.log(four, one, [...numbers()], new Five(), Object.keys(numbersOf), typeof twice)"
    assert node("-e", shows, folder=tmp_path) == (
        "4 1 [ 4 ] Five {} [ 'four', 'numbers', 'Five', 'one' ] undefined\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("lib/one.js", "export default 1;\n", "`export default 1;` cannot be joined"),
        ("lib/one.js", "export let one = 1, two = 2;\n", "`export let one = 1, two = 2;` cannot be joined"),
        ("lib/one.js", "const one = 1;\nexport { one };\n", "`export { one };` cannot be joined"),
        ("lib/one.js", 'export * from "./twice.js";\n', "cannot be joined"),
        ("lib/one.js", "export const one = 1;\n", "lib/twice.js: lib/one.js exports no `two`"),
        ("lib/twice.js", 'import { one as two } from "./one.js";\n', "exports no `one as two`"),
        ("lib/twice.js", 'import one from "./one.js";\n', "cannot be joined"),
        ("lib/twice.js", 'import "./one.js";\n', "cannot be joined"),
        ("lib/twice.js", 'const one = await import("./one.js");\n', "cannot be joined"),
        ("lib/twice.js", 'import { a } from "lodash";\n', "cannot be joined"),
        ("lib/twice.js", 'import { a } from "../../other.js";\n', "imports ../other.js, which is no module"),
        ("lib/one.js", 'import { twice } from "./twice.js";\n', "lib/twice.js > lib/one.js > lib/twice.js"),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_named(path: str, text: str, why: str) -> None:
    with pytest.raises(NotJoined) as raised:
        joined(MODULES | {path: text}, "index.js" if path != "lib/one.js" else "lib/twice.js", "numbersOf")
    assert why in str(raised.value)
