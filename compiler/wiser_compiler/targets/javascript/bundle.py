"""Modules joined to one classic script: browsers refuse modules from `file://`.

Each module becomes a function that returns what the module exports. The modules are written so that this is easy, and
anything else is refused: an import or an export is a statement of its own at the beginning of a line, an import takes
names from a module of the package, none is renamed, and nothing is exported by default or can change afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

TAKEN = re.compile(r'^(import|export) \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:const|class|function\*?) (\w+))", re.MULTILINE)
LEFT = re.compile(r"^.*\b(?:import|export)\b.*$", re.MULTILINE)
COMMENT = re.compile(r"/\*[\s\S]*?\*/|(?:^|(?<=\s))//.*", re.MULTILINE)


class NotJoined(Exception):
    """The modules cannot be joined. The message says where."""


def joined(modules: Mapping[str, str], entry: str, name: str) -> str:
    """A script that sets the global `name` to an object with what the module `entry` exports. Raises NotJoined.

    `modules` has the text of each module by its path.
    """
    join_ = _Join(modules)
    join_.add(entry, ())
    body = "\n".join(join_.parts)
    return f'(function () {{\n"use strict";\n\n{body}\nglobalThis.{name} = {_variable(entry)};\n}})();\n'


@dataclass
class _Join:
    """The modules that are joined so far, each behind those that it imports."""

    modules: Mapping[str, str]
    parts: list[str] = field(default_factory=list)
    exported: dict[str, list[str]] = field(default_factory=dict)  # the names that a module exports, by its path

    def add(self, path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise NotJoined(f"{path} imports itself: {' > '.join((*above, path))}")
        if path not in self.modules:
            raise NotJoined(f"{above[-1] if above else 'the script'} imports {path}, which is no module of the package")
        if path in self.exported:
            return
        text = self.modules[path]
        members, imports = EXPORT.findall(text), []
        for statement, names, target in _taken(path, text):
            self.add(target, (*above, path))
            for name in names:
                if name not in self.exported[target]:
                    raise NotJoined(f"{path}: {target} exports no `{name}`")
            if statement == "import":
                imports.append(f"const {{ {', '.join(names)} }} = {_variable(target)};")
            else:
                members += [f"{name}: {_variable(target)}.{name}" for name in names]
        self.exported[path] = [member.partition(":")[0] for member in members]
        self.parts.append("\n".join([
            f"const {_variable(path)} = (function () {{",
            *imports,
            _body(path, text),
            f"return Object.freeze({{ {', '.join(members)} }});",
            "})();",
            "",
        ]))  # fmt: skip


def _taken(path: str, text: str) -> Iterator[tuple[str, list[str], str]]:
    """Each `import` or `export` from another module: which of the two, the names, and the path of the other module."""
    for statement, names, target in TAKEN.findall(text):
        taken = [name.strip() for name in names.split(",") if name.strip()]
        yield statement, taken, normpath(join(dirname(path), target))


def _body(path: str, text: str) -> str:
    """A module without its imports and exports."""
    left = EXPORT.sub("", TAKEN.sub("", text))
    if found := LEFT.search(COMMENT.sub("", left)):
        raise NotJoined(f"{path}: `{found[0].strip()}` cannot be joined")
    return left.strip()


def _variable(path: str) -> str:
    """The variable for what a module exports: `runtime_days` of runtime/days.js."""
    return re.sub(r"\W", "_", path.removesuffix(".js"))
