"""The command for editors."""

from __future__ import annotations

from wiser_compiler.cli.group import wiser


@wiser.command()
def lsp() -> None:
    """Answer an editor over standard streams, as a language server.

    Findings while somebody types, completion, hover, definition, references, rename, quick fixes, outline and
    folding. An editor starts it; docs/editors.md says how. It needs the extra `editor`.
    """
    from wiser_compiler.commands.fix import proposed
    from wiser_compiler.editor.server import serve

    serve(proposed)
