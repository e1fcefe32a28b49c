"""The sheet of a request in a file, for the command lines."""

from __future__ import annotations

import sys

from wiser_policies._check import check_json
from wiser_policies._files import read_bytes
from wiser_policies._json import MOST_BYTES
from wiser_policies._text import render
from wiser_policies.sheets import Sheet, filled_sheet


class NoSheet(Exception):
    """A request has no sheet. The message says why, without its values."""


def is_request(name: str) -> bool:
    """Whether a request is meant, and not a policy: a file whose name ends in .json, or standard input."""
    return name == "-" or name.lower().endswith(".json")


def sheet_of_file(name: str, policy: str, today: str, large: bool) -> Sheet:
    """The sheet of the request in a file, filled in. Raises NoSheet, and LookupError for an unknown policy."""
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else read_bytes(name, MOST_BYTES, streams=True)
    except (OSError, AttributeError) as error:
        raise NoSheet(f"{name}: cannot be read: {getattr(error, 'strerror', None) or 'no such input'}") from None
    result = check_json(data, policy)
    if result.problems or result.policy.program:
        raise NoSheet(render(result, name))
    return filled_sheet(result, today=today, large=large)
