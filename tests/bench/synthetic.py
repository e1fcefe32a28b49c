"""Many made-up policies of about 4 KB each: `python -m tests.bench.synthetic FOLDER 1000`.

Every other one has one bound, the rest have two; each bound has an example on each side.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

COMMON = Path(__file__).parents[2] / "policies" / "common" / "1.0.0.yaml"

POLICY = """\
policy: synthetic_{n}
version: "1.0.0"
title: "Synthetic service number {n}"
uses: common 1.0.0
effective: {from: "2026-04-24", until: open}
review_by: "2027-04-24"

sources:
  guide: {same_as: guide_6, section: "9.{n}"}

codes:
  "{code}": "synthetic service, first level"
  "{next_code}": {label: "synthetic service, each further level", add_on_to: ["{code}"]}

facts:
  History:
    duration: {type: number, unit: weeks, from: 0, to: 5200, ask: "For how many full weeks has this pain lasted?"}
    care_tried: "Was noninvasive conservative care tried and documented in the chart?"
    symptoms:
      type: findings
      ask: "Which of these does the chart show?"
      of: {radiculopathy: radiculopathy, radicular_pain: radicular pain, claudication: neurogenic claudication}
    history: {type: note, ask: "Where is the history of this pain?"}
  Scans:
    scan_date: {type: date, from: "1990-01-01", to: "2036-12-31", ask: "When was the scan taken?"}
    scan: {type: note, ask: "Where is the report of the scan?"}
  Plan:
    planned_region: {type: choice, of: spinal_region, ask: "Which spinal region will be treated?"}
    consent: "Did the patient agree after the risks were explained?"
    infection: "Is an active infection present?"

criteria:
  duration:
    title: "The pain has lasted {weeks} weeks or longer"
    cite: {guide: box 1}
    require:
      duration: {at_least: {weeks} weeks, quote: "at least {weeks} weeks"}

  care:
    title: "Conservative care was tried, and the history says so"
    cite: {guide: box 2}
    require:
      all: [care_tried, {history: documented}]
      quote: "care was tried and failed"

  indication:
    title: "One of the listed symptoms is there"
    cite: {guide: box 3}
    require:
      any:
        - symptoms: {includes: radiculopathy}
        - symptoms: {includes: claudication}
      quote: "radiculopathy or neurogenic claudication"

  region:
    title: "The region is lumbar or sacral, or a scan is there"
    cite: {guide: box 4}
    require:
      any:
        - planned_region: {is: lumbar_sacral}
        - scan: documented

  recent-scan:
    title: "The scan is recent"
    cite: {guide: box 5}
    require:
      scan_date: {scan_test}

  consent:
    title: "The patient agreed"
    cite: {guide: box 6}
    require: consent

  no-infection:
    title: "No active infection is present"
    cite: {guide: box 7}
    require:
      none: [infection]
      quote: "active infection"

examples:
  base:
    name: A chart that shows everything
    facts:
      received_date: "2026-05-04"
      service_date: "2026-05-14"
      codes: ["{code}"]
      duration: {weeks} weeks
      care_tried: yes
      history: "visit note of 2026-03-02"
      symptoms: {radiculopathy: yes}
      scan_date: "2026-01-20"
      planned_region: lumbar_sacral
      consent: yes
      infection: no
    expect: ready
  cases:
    - name: One week too few
      change: {duration: {weeks_less} weeks}
      expect: {duration: not met}
    - name: An unwritten duration is missing
      without: [duration]
      expect: {outcome: incomplete, duration: missing}
    - name: Care was not tried
      change: {care_tried: no}
      expect: {outcome: not met, care: not met}
    - name: No symptom is shown
      change: {symptoms: none}
      expect: {indication: not met}
    - name: The other region with a scan
      change: {planned_region: cervical_thoracic, scan: "report of 2026-01-20"}
      expect: {region: met}
    - name: No agreement
      change: {consent: no}
      expect: {consent: not met}
    - name: An infection
      change: {infection: yes}
      expect: {no-infection: not met}
    - name: A scan on the last day that counts
      change: {scan_date: "{last_day}"}
      expect: {recent-scan: met}
    - name: A scan on the first day that does not count
      change: {scan_date: "{day_beyond}"}
      expect: {recent-scan: not met}
"""
ONE_BOUND = {
    "scan_test": "{before: service_date}",
    "last_day": "2026-05-13",
    "day_beyond": "2026-05-14",
}
TWO_BOUNDS = {
    "scan_test": '{on_or_after: 12 months before service_date, quote: "within 12 months"}',
    "last_day": "2025-05-14",
    "day_beyond": "2025-05-13",
}


def document(n: int) -> str:
    """The text of one policy; an odd one has two bounds."""
    weeks = 4 + n % 9
    values = {
        "n": n,
        "code": 10000 + 2 * n,
        "next_code": 10001 + 2 * n,
        "weeks": weeks,
        "weeks_less": weeks - 1,
        **(TWO_BOUNDS if n % 2 else ONE_BOUND),
    }
    text = POLICY
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def write(folder: Path, count: int) -> None:
    """A folder of policies, with the vocabulary they use."""
    (folder / "common").mkdir(parents=True)
    shutil.copy(COMMON, folder / "common" / COMMON.name)
    for n in range(count):
        (folder / f"synthetic_{n}").mkdir()
        (folder / f"synthetic_{n}" / "1.0.0.yaml").write_text(document(n), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
