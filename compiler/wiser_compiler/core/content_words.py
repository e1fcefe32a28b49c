"""The words of a text that say what it is about, each by its root, so that "compliance" is found in "did they comply".

Roots are for comparing words of a source with questions and labels. They are no words themselves, and two words of one
root need not be synonyms: whoever compares asks whether a question speaks of the same thing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Words that name nothing by themselves.
_STOP = frozenset(
    """
    a an the this that these those such same other another any each every all both either neither none one two
    three four five six seven eight nine ten of to in on at by for from as into over under within after before
    during through between about than then so too also only just more most less least very it its it's their
    they them he she his her is are was were be been being has have had having do does did can could may might
    must shall should will would who whom whose which what when where how why if unless whether there here
    patient patients need needs needed following criteria criterion requirement requirements required requires
    necessary up out per new due given and or but with along done smaller larger bigger greater longer shorter
    higher lower fewer older younger later earlier wider deeper induced related associated based time times s e
    g i via
    """.split()
)
# Words about papers, not about the patient. They count where a clause has no others.
_WEAK = frozenset(
    """
    document record chart report note submit provide include show demonstrate evidence support state list
    present clear appropriate adequate applicable relevant able proceed use made make do exist
    """.split()
)
# Words of one family whose endings hide it, and words of one sense: the root, then the words.
_FAMILIES = """
    able: ability unable inability capable
    tolerate: tolerance intolerance intolerant tolerant
    stable: stability instability stabilize stabilization unstable
    maintain: maintenance
    comply: compliance compliant noncompliance noncompliant adhere adherence adherent complied complies
    retain: retention keep kept keeps
    destroy: destruction destructive
    respond: response responsive unresponsive
    pregnant: pregnancy
    depress: depression depressive
    obese: obesity
    surgery: surgical surgically operation operative
    imaging: radiological radiologic radiology radiograph radiographs radiographic image images
    scan: scans
    exam: examination examinations examined exams
    drug: drugs medication medications medicine medicines pharmacologic pharmacological pharmacotherapy
    physician: doctor doctors clinician provider practitioner
    care: therapy therapies treatment treatments treat treated treating management managed manage
    document: documentation documented documents documenting
    reason: rationale reasons explanation explained explains explain justification justified justify
    zoster: shingles
    diagnose: diagnosis diagnoses diagnosed
    counsel: counseling counselled counselling advise advised advice
    instruct: instruction instructed education educated
    evaluate: evaluation evaluated assess assessed assessment assessments evaluations
    smoke: smoking smoker smokers smokes smoked tobacco
    walk: walking ambulate ambulating ambulation
    worse: worsen worsening worsened worsens
    better: improve improved improvement improves improving
    fail: failure failed fails failing unsuccessful
    refuse: refusal refused refuses declined declines
    likely: unlikely
    control: uncontrolled controlled
    correct: uncorrected corrected
    success: successful
    sign: indication indications signs
    enroll: enrollment enrolled enrolment participate participation participates part
    allergy: allergic allergies hypersensitivity hypersensitive
    fracture: fractures fractured broken
    vertebra: vertebrae vertebral
    neurology: neurologic neurological
    psychology: psychological psychologist psychologic
    narrow: stenosis narrows
    hospital: hospitalized hospitalised hospitalization inpatient
    function: functional functionally functions functioning
    restore: restoration restored restores restorative
"""
_ROOTS = {
    word: root
    for root, _, words in (line.strip().partition(": ") for line in _FAMILIES.strip().splitlines())
    for word in words.split()
}
_KNOWN = frozenset({*_ROOTS, *_ROOTS.values(), *_WEAK})
_ENDINGS = (
    "ations ation ities ments ances ences ment ance ence ings ions ity ful ing ion ure ive ate iz at ed es ic al ly s e"
    " y"
).split()
_SHORTEST = 4  # letters that a root keeps
# What a kind of thing is a kind of: a question about imaging may be about an MRI.
_WIDER = {"mri": "imaging", "ct": "imaging", "xray": "imaging", "scan": "imaging"}

# Words that turn a statement around. "Failed" does so before a verb alone: "failed to respond", not "failed hardware".
NEGATORS = frozenset(
    """
    not no none never without cannot neither nor absent absence free lack lacks lacking unable inability exclude
    excludes excluded exclusion can't isn't doesn't didn't hasn't wasn't aren't won't
    """.split()
)
_FAILED_TO = re.compile(r"(?i)\bfail(?:ure|s|ed|ing)? to\b")
_NEUTRAL = re.compile(r"(?i)\b(?:with or without|with and without|whether or not|not limited to|if not|not only)\b")
_XRAY = re.compile(r"(?i)\bx-?rays?\b")
_TURNED = re.compile(
    r"non-?(?=[a-z]{4})|un(?=stable|controlled|corrected|changed|treated|responsive|likely|able)"
    r"|in(?=toleran|stabil|adequate|sufficient|effective|complete)"
)
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is about: roots that name something, roots about papers, and whether it is turned around.

    `turned` are roots that stand there with a prefix such as *un-*, and `negators` is how often the text itself is
    negated.
    """

    strong: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    negators: int = 0

    @property
    def telling(self) -> frozenset[str]:
        """The roots by which the text is recognized."""
        return self.strong or self.weak

    @property
    def all(self) -> frozenset[str]:
        """Every root of the text."""
        return self.strong | self.weak


@lru_cache(4096)
def content(text: str) -> Words:
    """The content words of a text.

    >>> sorted(content("with documented compliance").strong), sorted(content("Did the patient comply?").strong)
    (['comply'], ['comply'])
    >>> content("without evidence of infection").negators, content("with or without rest").negators
    (1, 0)
    """
    strong: set[str] = set()
    weak: set[str] = set()
    turned: set[str] = set()
    negators = 0
    plain = _XRAY.sub("xray", _FAILED_TO.sub("not", _NEUTRAL.sub(" ", text.replace("’", "'"))))
    for word in _WORD.findall(plain.lower()):
        negators += word in NEGATORS
        prefix = _TURNED.match(word)
        stem = word[prefix.end() :] if prefix and word.startswith("non") else word
        if prefix:
            turned.add(root(stem))
        for part in stem.split("-"):
            found = root(part)
            if part in _STOP or len(part) < 2 or part.isdigit() or (part in NEGATORS and found not in _WEAK):
                continue
            (weak if found in _WEAK else strong).add(found)
    return Words(frozenset(strong), frozenset(weak), frozenset(turned), negators)


@lru_cache(4096)
def root(word: str) -> str:
    """The root of a word in small letters.

    >>> [root(word) for word in ("restoration", "restored", "fractures", "infections", "infected", "submitted")]
    ['restore', 'restore', 'fracture', 'infect', 'infect', 'submit']
    """
    if word in _KNOWN:
        return _ROOTS.get(word, word)
    stem = word
    while ending := next((end for end in _ENDINGS if stem.endswith(end) and len(stem) - len(end) >= _SHORTEST), ""):
        stem = stem.removesuffix(ending)
        if ending in ("ed", "ing") and stem[-1] == stem[-2] and stem[-1] not in "ls":
            stem = stem[:-1]
        for form in (stem, f"{stem}e", f"{stem}y"):
            if form in _KNOWN:
                return _ROOTS.get(form, form)
    return stem


def speaks_of(telling: frozenset[str], roots: frozenset[str]) -> bool:
    """Whether one of the roots is found among others, at least by how they begin, or as a wider word.

    >>> speaks_of(frozenset({"diaphragmatic"}), frozenset({"diaphragm"}))
    True
    >>> speaks_of(frozenset({"mri"}), frozenset({"imaging"})), speaks_of(frozenset({"mri"}), frozenset({"ct"}))
    (True, False)
    """
    if telling & roots or roots.intersection(_WIDER[each] for each in telling if each in _WIDER):
        return True
    return any(_begin_alike(one, other) for one in telling for other in roots)


def _begin_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or shorter[:5] != longer[:5]:
        return False
    return longer.startswith(shorter) or shorter[:6] == longer[:6]
