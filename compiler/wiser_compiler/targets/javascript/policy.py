"""Policy to its data as a module, with the types of its requests, and as a script that registers it."""

from __future__ import annotations

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.json_text import in_rows
from wiser_compiler.targets.javascript.types import types_of
from wiser_compiler.targets.output import Output

FOLDER = "javascript"
GLOBAL = "wiserPolicies"


def javascript(policy: Policy) -> Output:
    """The compiled policy as a module and as a script, and the types of its module."""
    data, place = in_javascript(in_rows(as_data(policy))), place_of(policy)
    head = f"/** The compiled policy {policy.key}. Generated; do not edit. */\n"
    return Output({
        f"{FOLDER}/policies/{place}.js": f"{head}export default {data.rstrip()};\n",
        f"{FOLDER}/policies/{place}.d.ts": types_of(policy),
        f"{FOLDER}/script/{place}.js": f"{head}{GLOBAL}.register({data.rstrip()});\n",
    })  # fmt: skip


def place_of(policy: Policy) -> str:
    """The path of its module without the ending, as in `esi/v6_0_0`."""
    return f"{policy.id}/v{policy.version.replace('.', '_')}"


def in_javascript(text: str) -> str:
    """JSON that also means the same in a module, and that a page may hold inside of `<script>`."""
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return safe.replace('"__proto__":', '["__proto__"]:')  # which would be no key, but the parent of the object
