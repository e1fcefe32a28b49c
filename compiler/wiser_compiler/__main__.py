"""The command `wiser`. Says what to install where the compiler's libraries are not there."""

from __future__ import annotations

import gc
import sys

from wiser_compiler.program import run, visible

TYPE_CHECKING = False  # as in `program`
if TYPE_CHECKING:
    from collections.abc import Sequence

    import click


# The libraries that commands need, each with the extra that brings it.
EXTRAS = {
    "click": "compiler", "jinja2": "compiler", "yaml": "compiler", "z3": "prove",
    "pygls": "editor", "lsprotocol": "editor", "watchfiles": "editor",
    "typst": "pdf", "font_roboto": "pdf",
}  # fmt: skip


def main() -> None:
    """Run the command line."""
    gc.disable()  # a command makes trees and ends: looking for circles in them only takes time
    sys.exit(run("wiser", lambda: answer(None)))


def answer(arguments: Sequence[str] | None) -> object:
    """Run the command that the arguments name, by default those of the command line. Returns the exit status."""
    try:
        import click

        from wiser_compiler.cli import wiser

        try:
            return wiser.main(arguments, "wiser", standalone_mode=False)
        except click.Abort:  # so click calls an interruption
            raise KeyboardInterrupt from None
        except click.ClickException as error:
            _shown(error).show(sys.stderr)
            return error.exit_code
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in EXTRAS:
            raise
        extra = EXTRAS[library]
        print(
            f"wiser needs {library}, which comes with the extra `{extra}`. In a clone of the project:\n"
            f"    pip install '.[{extra}]'\n"
            "To check requests without it: python -m wiser_policies REQUEST.json",
            file=sys.stderr,
        )
        return 2


def _shown(error: click.ClickException) -> click.ClickException:
    """The message of an error with unseen characters escaped: it may repeat an argument or the name of a file."""
    import click

    match error:
        case click.exceptions.NoArgsIsHelpError():
            return error
        case click.UsageError(ctx=context):
            return click.UsageError(visible(error.format_message()), context)
        case _:
            return click.ClickException(visible(error.format_message()))


if __name__ == "__main__":
    main()
