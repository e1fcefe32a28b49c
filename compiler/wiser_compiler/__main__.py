"""The command `wiser`. Says what to install where the compiler's libraries are not there.

A mistake of the tool itself ends with one line: a traceback could show what is in a request.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line."""
    gc.disable()  # a command makes trees and ends: looking for circles in them only takes time
    for stream in (sys.stdout, sys.stderr):
        # A checklist in a file is UTF-8 everywhere; a terminal that cannot show a sign shows its number.
        stream.reconfigure(  # type: ignore[union-attr]
            encoding=None if stream.isatty() else "utf-8", errors="backslashreplace"
        )
    try:
        from wiser_compiler.cli import wiser

        wiser()
    except ModuleNotFoundError as error:
        if error.name not in ("click", "jinja2", "yaml", "z3"):
            raise
        extra = "prove" if error.name == "z3" else "compiler"
        print(
            f"wiser needs {error.name}, which comes with the extra `{extra}`. In a clone of the project:\n"
            f"    pip install '.[{extra}]'\n"
            "To check requests without it: python -m wiser_policies REQUEST.json",
            file=sys.stderr,
        )
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whoever read has seen enough
        sys.exit(1)
    except OSError as error:
        print(f"wiser: {error.filename or 'the output'}: {error.strerror}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("WISER_TRACE"):
            raise
        kind = type(error).__name__
        print(f"wiser stopped on a mistake of its own ({kind}); WISER_TRACE=1 shows where", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
