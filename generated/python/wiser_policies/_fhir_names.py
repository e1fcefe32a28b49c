"""The names of policies in FHIR: canonical addresses, code systems, linkIds and answers.

The questionnaires and the package use the same ones. A copy of this module is `wiser_policies._fhir_names`, so it
imports the standard library alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from urllib.parse import quote

# `.example` is reserved (RFC 2606): nothing is published under an address of ours yet. All of them begin here.
BASE = "https://wiser-policies.example/fhir"

CPT = "http://www.ama-assn.org/go/cpt"
HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
ICD_10 = "http://hl7.org/fhir/sid/icd-10-cm"

# The answers that every questionnaire has, beside the options of its policy.
ANSWERS = f"{BASE}/CodeSystem/answers"
YES, NO = "yes", "no"
FOUND, NOT_FOUND = "found", "not-found"
NONE, LISTED = "none", "listed"

PROCEDURES = "codes"  # the fact that chooses the policy


def canonical(policy: str, version: str) -> str:
    """The address of the questionnaire of one version, as a response names it.

    >>> canonical("esi", "6.0.0")
    'https://wiser-policies.example/fhir/Questionnaire/esi|6.0.0'
    """
    return f"{address(policy)}|{version}"


def address(policy: str) -> str:
    """The address of the questionnaire of a policy, without its version."""
    return f"{BASE}/Questionnaire/{_id(policy)}"


def options_system(policy: str, *fact: str) -> str:
    """The code system of the options of a fact, or of a field of a list.

    >>> options_system("esi", "prior_sessions", "approach")
    'https://wiser-policies.example/fhir/CodeSystem/esi.prior-sessions.approach'
    """
    return f"{BASE}/CodeSystem/{'.'.join(map(_id, (policy, *fact)))}"


def _id(name: str) -> str:
    """A name as an id of FHIR, which has no underscore; a name of ours has no hyphen."""
    return name.replace("_", "-")


def code_system(system: str, code: str) -> str:
    """The code system of a procedure or diagnosis code: HCPCS level I, which is CPT, begins with a digit."""
    if system == "ICD-10":
        return ICD_10
    return CPT if code[:1].isdigit() else HCPCS


def headings(charts: Iterable[str], of_request: Collection[str]) -> list[str]:
    """The headings of the chart in the order of a form: those about the request itself come first."""
    return sorted(dict.fromkeys(charts), key=lambda heading: heading not in of_request)


def section_link(heading: str) -> str:
    """The linkId of the group of a heading. No two headings have the same.

    >>> section_link("Examination and imaging")
    'section-Examination-and-imaging'
    """
    return "section-" + quote(heading, safe="").replace("-", "%2D").replace("%20", "-")


def link_of(*names: str) -> str:
    """The linkId of a fact, of a field of a list, or of one item of findings.

    >>> link_of("prior_sessions", "approach")
    'prior_sessions.approach'
    """
    return ".".join(names)


def listed_link(fact: str) -> str:
    """The linkId of the question whether a list has any record."""
    return f"{fact}-listed"


def record_link(fact: str) -> str:
    """The linkId of one record of a list."""
    return f"{fact}-record"
