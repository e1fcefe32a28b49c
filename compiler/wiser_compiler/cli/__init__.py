"""The command line. Each command imports what it needs when it runs, so that `wiser check` starts at once.

Exit status everywhere: 0 clean, 1 findings, 2 usage; `program` adds those of a command that gave no answer. The help of
`wiser check` says more.
"""

from wiser_compiler.cli import analysis, build, editor, policies, requests, samples
from wiser_compiler.cli.group import wiser

__all__ = ["analysis", "build", "editor", "policies", "requests", "samples", "wiser"]
