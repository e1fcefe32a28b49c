"""The command `wiser`. Says what to install where the compiler's libraries are not there."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    try:
        from wiser_compiler.cli import wiser

        wiser()
    except ModuleNotFoundError as error:
        if error.name not in ("click", "jinja2", "yaml"):
            raise
        print(
            f"wiser needs {error.name}, which comes with the extra `compiler`:\n"
            "    pip install 'wiser-policies[compiler]'\n"
            "To check requests without it: python -m wiser_policies REQUEST.json",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
