"""What a new policy begins with. Its only findings are about the places that say TODO."""

from __future__ import annotations

import re

from wiser_compiler.reading.fields import NAME, SEMVER
from wiser_compiler.reading.ids import free_id, not_free

TEMPLATE = """\
# yaml-language-server: $schema=../../schemas/policy.schema.json
# A policy says what a chart must show, in your own words. Each number carries the few words of the
# source that support it (`quote:`), or a `reading:` that says how an unclear place is understood.
policy: ID
version: "VERSION"
title: "TODO name the service"
uses: common 1.0.0
# The version answers for requests received on or after `from`, and before `until` (or open).
effective: {from: "2026-04-24", until: open}
review_by: "2027-04-24"

sources:
  guide: {same_as: guide_6, section: "TODO"}

# Procedure codes with a short label of your own, never the official descriptor. Always in quotes.
codes:
  "00000": "TODO short label"

# Facts stand under the heading of the chart where they are found. A question alone is answered yes or no.
facts:
  History:
    duration: {type: number, unit: weeks, from: 0, to: 5200, ask: "TODO for how many full weeks has it lasted?"}
    care_tried: "TODO was conservative care tried?"

criteria:
  duration:
    title: "TODO say what the chart must show"
    cite: {guide: box 1}
    require:
      duration: {at_least: 4 weeks, quote: "at least 4 weeks"}

  care:
    title: "TODO say what the chart must show"
    cite: {guide: box 2}
    require: care_tried

# A chart written by hand, and what the source says of it: both sides of every number.
examples:
  base:
    name: A chart that shows everything
    facts:
      received_date: "2026-05-04"
      codes: ["00000"]
      duration: 4 weeks
      care_tried: yes
    expect: ready
  cases:
    - name: One week too few
      change: {duration: 3 weeks}
      expect: {duration: not met}
    - name: An unwritten duration is missing
      without: [duration]
      expect: {outcome: incomplete, duration: missing}
"""

RECEIVED_DATE = (
    'received_date: {type: date, from: "2020-01-01", to: "2036-12-31", ask: "When was the request received?"}'
)
"""The fact that every policy needs, for one that uses no vocabulary that declares it."""


def valid_name(id: str, version: str) -> str:
    """How the id or version of a new policy is wrong, or an empty text."""
    if not re.fullmatch(NAME, id):
        return f"a policy cannot be called {id!r}: use small letters, digits and _, such as cervical_fusion"
    if why := not_free(id):
        return f"a policy cannot be called {id!r}: {why}; call it {free_id(id, 'policy')!r}, or by another name"
    if not re.fullmatch(SEMVER, version):
        return f"a version cannot be {version!r}: write three numbers, such as 1.0.0"
    return ""
