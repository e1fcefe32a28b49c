"""A small policy with a criterion of each form, and changes of it as a next version has them."""

from __future__ import annotations

SMALL = """\
policy: demo
version: "1.0.0"
title: A demonstration
uses: common 1.0.0
effective: {from: "2026-04-24", until: open}
sources: {guide: {title: A guide, version: "1"}}
codes: {"00000": a service}
facts:
  Chart:
    weeks: {type: number, unit: weeks, from: 0, to: 520, ask: "For how many weeks?"}
    tried: "Was care tried?"
    unable: "Is the patient unable?"
    allergic: "Is there an allergy?"
    report: {type: note, ask: "Where is the report?"}
    kind: {type: choice, of: {plain: plain, odd: odd, other: other}, ask: "Which kind?"}
    levels: {type: set, of: {a: a, b: b, c: c}, unit: levels, ask: "Which levels?"}
    signs: {type: findings, of: {fever: fever, rash: rash}, ask: "Which signs?"}
    visits:
      type: list
      unit: visits
      up_to: 40
      ask: "List every visit."
      each:
        day: {type: date, from: "1990-01-01", to: "2036-12-31"}
        helped: "Did it help?"
criteria:
  duration: {title: Long enough, cite: {guide: box 1}, require: {weeks: {at_least: 4 weeks}}}
  care: {title: Care was tried, cite: {guide: box 2}, require: {any: [tried, unable]}}
  plain: {title: A plain kind, cite: {guide: box 3}, require: {kind: {is: plain}}, unless: allergic}
  shown: {title: It is shown, cite: {guide: box 4}, require: [report, {levels: {includes_any: [a]}}]}
  sound: {title: No signs, cite: {guide: box 5}, require: {signs: none}}
  limit:
    title: Few visits
    cite: {guide: box 6}
    applies_when: {kind: {one_of: [plain, odd]}}
    require:
      count: visits
      where: {day: {after: 12 months before service_date, on_or_before: service_date}}
      at_most: 3 visits
advisory:
  helpful: {title: One of them helped, cite: {guide: box 7}, require: {some: visits, where: helped}}
  asked: {title: All is stated, cite: {guide: box 8}, require: [unable, allergic, report, {signs: any}]}
examples:
  base:
    name: A complete chart
    facts:
      codes: ["00000"]
      received_date: "2026-05-04"
      service_date: "2026-05-20"
      weeks: 10 weeks
      tried: yes
      unable: no
      allergic: no
      report: p. 1
      kind: plain
      levels: [a]
      signs: none
      visits: [{day: "2026-01-10", helped: yes}]
    expect: ready
"""

STRICTER = ("at_least: 4 weeks", "at_least: 5 weeks")
TITLE = ("title: Few visits", "title: Not many visits")


def changed(*edits: tuple[str, str]) -> str:
    """The small policy with edits: each is a text that it has once, and what stands there instead."""
    text = SMALL
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
