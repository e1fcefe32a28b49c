"""The command `wiser`, and the options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wiser_compiler import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Command = Callable[..., Any]


CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class PathType(click.ParamType["Path"]):
    """A path. pathlib is imported only when a path is given, so `wiser check` starts without it."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The argument as a path. An empty text is refused: it would mean the working folder."""
        if value == "":
            self.fail("an empty text is no path", param, ctx)
        from pathlib import Path

        return Path(str(value))


class FolderType(PathType):
    """A folder that exists."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The argument as a path."""
        path = super().convert(value, param, ctx)
        if not path.is_dir():
            self.fail(
                f"{path.as_posix()} is no folder" if path.exists() else f"there is no folder {path.as_posix()}",
                param,
                ctx,
            )
        return path


PATH = PathType()


def _policies(kind: PathType) -> Callable[[Command], Command]:
    return click.option(
        "--policies", "folder", default="policies", show_default=True, type=kind, help="Folder of the policies."
    )


FOLDER = _policies(PATH)
READ_FOLDER = _policies(FolderType())  # of commands that say something about policies which have to be there


ANSWER_FORMAT = click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="text for people, json for programs.",
)


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="wiser")
def wiser() -> None:
    """Write Medicare WISeR documentation criteria as YAML; compile them; check requests.

    \b
    Policy author:   wiser new ID, then wiser lint, wiser prove, wiser build
    App developer:   import wiser_policies, or load the schemas in generated/json_schema
    Staff:           wiser checklist ID, or wiser check REQUEST.json

    It speaks of documentation. It makes no coverage decision.

    Exit status of every command, besides its own: 2 wrong usage, 3 no answer, since the output cannot be written or
    the program made a mistake, 130 interrupted, 141 nobody reads the output any more.
    """
