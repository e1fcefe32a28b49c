"""What `wiser prove` may find. The examples are changes of tests/planted/base.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from wiser_compiler.explanations.page import Explanation

OF_PROOFS: Mapping[str, Explanation] = {
    "never-ready": Explanation(
        "No request can be ready: some criteria cannot be met together.",
        """
        Each of them can be met for itself, so nobody sees it while reading one. The criteria shown are as few
        as exclude each other; with any one of them changed the others can be met. Often two sources were
        copied one after the other, or a criterion lacks its `applies_when`.
        """,
        """
        criteria:
          place:
            title: The service is given in an office
            cite: {guide_6: box 2}
            require: {setting: {is: office, quote: "in the office only"}}
          facility:
            title: The service is given in a facility
            cite: {guide_6: box 3}
            require: {setting: {one_of: [center, hospital], quote: "in a facility"}}
        """,
        """
        criteria:
          place:
            title: The service is given in an office, unless it is urgent
            cite: {guide_6: box 2}
            require: {setting: {is: office, quote: "in the office only"}}
            unless: urgent
          facility:
            title: An urgent service is given in a facility
            cite: {guide_6: box 3}
            applies_when: urgent
            require: {setting: {one_of: [center, hospital], quote: "in a facility"}}
        """,
    ),
    "never-met": Explanation(
        "A criterion can never be met.",
        """
        Its tests exclude each other, alone or together with `applies_when`, so every request fails it or
        lacks something. Shown are as few of the tests as do so. One of them is usually turned round: at most
        for at least, before for after.
        """,
        """
        require:
          - {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
          - {pain_duration: {less_than: 4 weeks, quote: "less than 4 weeks"}}
        """,
        """
        require:
          any:
            - {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
            - {pain_duration: {less_than: 4 weeks, quote: "less than 4 weeks"}}
        """,
    ),
    "never-fails": Explanation(
        "A criterion can never fail: whatever the chart states, it is met.",
        """
        It asks only that something is stated, and looks like a criterion that asks for more. A bound that is
        as wide as the range of its fact, or two ways of which one always holds, are the usual reasons. Where
        it is enough that the chart states it, `documented` says so.
        """,
        """
        require: {pain_before: {at_least: 0 points, quote: "at least 0"}}
        """,
        """
        require: {pain_before: documented}
        """,
    ),
    "never-applies": Explanation(
        "A criterion applies to no request.",
        """
        The tests of its `applies_when` exclude each other, so it is never asked, and its place in the source
        only seems to be encoded.
        """,
        """
        applies_when: [{setting: {is: office}}, {setting: {is: hospital}}]
        require: image_guided
        """,
        """
        applies_when: {setting: {one_of: [office, hospital]}}
        require: image_guided
        """,
    ),
    "conflicting-criteria": Explanation(
        "Two criteria cannot both be met where both apply, or one cannot be met where the others are.",
        """
        For some requests the policy asks for two things at once that exclude each other. The request that
        shows it meets one of the two and cannot meet the other.
        """,
        """
        criteria:
          fractured:
            title: With a fracture the imaging is recent
            cite: {guide_6: box 2}
            applies_when: fracture
            require: {imaging_date: {on_or_after: 30 days before service_date, quote: "within 30 days"}}
          cancerous:
            title: With cancer the imaging is older
            cite: {guide_6: box 3}
            applies_when: cancer
            require: {imaging_date: {before: 60 days before service_date, quote: "more than 60 days"}}
        """,
        """
        criteria:
          fractured:
            title: With a fracture the imaging is recent
            cite: {guide_6: box 2}
            applies_when: fracture
            require: {imaging_date: {on_or_after: 30 days before service_date, quote: "within 30 days"}}
          cancerous:
            title: With cancer and no fracture the imaging is older
            cite: {guide_6: box 3}
            applies_when: {cancer: yes, fracture: no}
            require: {imaging_date: {before: 60 days before service_date, quote: "more than 60 days"}}
        """,
    ),
    "implied-criterion": Explanation(
        "A criterion is met wherever others are, so it asks for nothing of its own.",
        """
        It is a looser form of another one, follows from several, or is the same one under a second name. The
        checklist asks twice, and whoever changes one of them later forgets the other. If the source does say
        both, let one criterion cite both places.
        """,
        """
        criteria:
          long-pain:
            title: The pain has lasted four weeks
            cite: {guide_6: box 2}
            require: {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}
        require: {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        """,
        """
        criteria:
          long-pain:
            title: The pain has lasted four weeks, or six without a fracture
            cite: {guide_6: box 2}
            require:
              - {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}
              - any: [fracture, {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}]
        """,
    ),
    "dead-test": Explanation(
        "A test can never help its criterion to be met, or to apply.",
        """
        Where it holds, something around it excludes the way it stands on, or another way holds as well. So
        the way is never needed, or never open, and the source surely meant something by it. The other places
        are as few as bring it about.
        """,
        """
        require:
          fracture: no
          any: [fracture, care_failed]
        """,
        """
        require:
          any: [fracture, care_failed]
        """,
    ),
    "idle-test": Explanation(
        "A test adds nothing: it holds wherever the tests beside it do.",
        """
        It can be taken out and no request is answered otherwise, once the chart states the facts. It repeats
        a stricter test, or its bound is as wide as the range of its fact.
        """,
        """
        require:
          - {pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}}
          - {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        """,
        """
        require: {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        """,
    ),
    "dead-exception": Explanation(
        "An exception changes nothing: wherever it holds, the rule is met as well, or it can never hold.",
        """
        No request needs it. Either the rule already allows what the exception says, or `applies_when` and the
        exception exclude each other.
        """,
        """
        require: {any: [fracture, care_failed]}
        unless: {fracture: yes, cancer: yes}
        """,
        """
        require: {any: [fracture, care_failed]}
        unless: {fracture: no, cancer: yes}
        """,
    ),
    "swallowed-rule": Explanation(
        "An exception holds wherever its rule fails, so the criterion can never fail.",
        """
        The exception was meant for a few requests and takes all of them. What makes them special is missing
        in `unless`, or its bound points the wrong way.
        """,
        """
        require: {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        unless: {pain_duration: {less_than: 8 weeks, quote: "less than 8 weeks"}}
        """,
        """
        require: {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        unless: {fracture: yes, pain_duration: {at_least: 2 weeks, quote: "at least 2 weeks"}}
        """,
    ),
    "idle-fact": Explanation(
        "A fact is tested, and whatever the chart states for it, every verdict is the same.",
        """
        People look it up in the chart for nothing. Each test of it may look useful for itself; together they
        take every answer alike. Where it is enough that the chart states it, `documented` says so.
        """,
        """
        facts:
          More:
            fever: "Is there fever?"
        require:
          any:
            - {image_guided: yes, fever: yes}
            - {image_guided: yes, fever: no}
        """,
        """
        facts:
          More:
            fever: "Is there fever?"
        require: {image_guided: yes, fever: documented}
        """,
    ),
    "gap-between-routes": Explanation(
        "A single value falls between two tests that seem to take every one.",
        """
        *Less than 6* here and *more than 6* there leave out exactly 6. The two stand in two ways of an
        `any`, or in the `applies_when` of two criteria. One of them should include its edge; the source says
        which. What is meant to be left out is wider than one step.
        """,
        """
        require:
          any:
            - {pain_duration: {less_than: 6 weeks, quote: "less than 6 weeks"}, care_failed: yes}
            - {pain_duration: {more_than: 6 weeks, quote: "more than 6 weeks"}, cannot_tolerate_care: yes}
        """,
        """
        require:
          any:
            - {pain_duration: {less_than: 6 weeks, quote: "less than 6 weeks"}, care_failed: yes}
            - {pain_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}, cannot_tolerate_care: yes}
        """,
    ),
    "overlapping-routes": Explanation(
        "A single value belongs to two tests that seem to share out all of them.",
        """
        *At most 6* here and *at least 6* there both take exactly 6, so for that value either way will do,
        or both criteria apply. One of them should leave out its edge; the source says which. What is meant
        to overlap is wider than one step.
        """,
        """
        require:
          any:
            - {pain_duration: {at_most: 6 weeks, quote: "6 weeks or less"}, care_failed: yes}
            - {pain_duration: {at_least: 6 weeks, quote: "6 weeks or more"}, cannot_tolerate_care: yes}
        """,
        """
        require:
          any:
            - {pain_duration: {at_most: 6 weeks, quote: "6 weeks or less"}, care_failed: yes}
            - {pain_duration: {more_than: 6 weeks, quote: "more than 6 weeks"}, cannot_tolerate_care: yes}
        """,
    ),
    "schema-disagrees": Explanation(
        "A generated schema says otherwise than the policy.",
        """
        What the schema `ready` accepts has to be met, and what `possible` refuses has to be not met. This
        is a mistake of the tool and of no policy; please report it with the request that shows it.
        """,
    ),
    "unproven": Explanation(
        "A question about the policy was not answered in time.",
        """
        The solver gave up, or a schema holds a keyword that is not read. What was not looked at is never
        taken for clean. A smaller test, or a narrower range of the facts it reads, may be within reach; a
        slow machine needs another run.
        """,
    ),
}
