"""What may be found in documents, and between them. The examples are changes of tests/bad/base.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from wiser_compiler.explanations.page import Explanation

OF_DOCUMENTS: Mapping[str, Explanation] = {
    # the file and its text
    "no-file": Explanation(
        "A file or a folder cannot be read, or holds no policy.",
        "The path may be mistyped, may be a folder without policies, or may not be readable by you.",
    ),
    "wrong-place": Explanation(
        "A document stands in a folder or file that does not bear its name.",
        """
        A policy lies in `policies/<policy>/<version>.yaml`, so that its path alone says which policy and
        version it is. When a file is copied for a new version, this line is easily forgotten. A name ends in
        .yaml, or the file is not read at all.
        """,
        'version: "1.1.0"',
        'version: "1.0.0"',
    ),
    "not-a-policy": Explanation(
        "A vocabulary stands where a policy is expected.",
        "A vocabulary holds words that policies share. Without criteria there is nothing to check.",
        "vocabulary: draft",
        "title: A policy that uses the vocabulary",
    ),
    "empty-file": Explanation(
        "A file holds no document.",
        "An empty file, or one with comments only, says nothing. It is often the trace of a failed save.",
    ),
    "too-large": Explanation(
        "A file is far larger, or nested far deeper, than any policy.",
        """
        Policies of the real kind are small. The limits (a million bytes, 50,000 values, 40 levels, 4,000
        characters in one text, 500 answers to one question, 50,000 tests in all criteria) only stop files that
        were damaged, or made to exhaust the reader.
        """,
    ),
    "overlapping-versions": Explanation(
        "Two versions of a policy are in force on the same day.",
        """
        A request has one version: the one in force on the day it is received. Where two overlap, one of
        them would silently never be used. The day under `until` is the first one outside.
        """,
    ),
    "gap-between-versions": Explanation(
        "Between two versions of a policy no version is in force.",
        """
        A request received in the gap would have no criteria to be checked by. The day under `until` is the
        first one outside, so the next version begins on that very day.
        """,
    ),
    "undeclared-change": Explanation(
        "A version changed a criterion, and its `changes:` does not say so.",
        """
        Whoever reads `changes:` relies on it: a change that is not in it comes as a surprise, and is often
        a slip, such as a word of a bound that turned while a sentence was put in order. The finding shows
        the words of both versions, and a request that was met by one and is not by the other. Declare the
        change, or take it back; `wiser diff` prints the whole of `changes:`, ready to paste.
        """,
    ),
    "absent-change": Explanation(
        "A version declares a change that is none.",
        """
        `changes:` says how a criterion differs from the version before, and it does not differ in that way:
        every request was asked of both. Perhaps the change was forgotten, was taken back, or belongs under
        another key. Where the source has other words that no criterion quotes, a comment can say so.
        """,
    ),
    "code-taken": Explanation(
        "Two policies in force together list the same procedure code.",
        "The codes of a request choose its policy. A code that stands in two of them chooses none.",
    ),
    "fact-differs": Explanation(
        "A fact of one name is another fact in another policy.",
        """
        A practice fills in one vocabulary for all services. If the same name asked another question in
        another policy, an answer meant for one of them would be read by the other. Declare the fact once in
        the vocabulary, or give one of the two another name.
        """,
    ),
    "published-edited": Explanation(
        "A published document no longer says what it said when it was published.",
        """
        Applications pin a version, and requests of its time are answered by it. So a published document is
        superseded by a new version, and never edited. Its examples, `review_by` and `until` may change.
        `wiser publish` enters documents into `published.json` in the folder of the policies.
        """,
    ),
    "published-gone": Explanation(
        "A published document is no longer there.",
        "Requests of its time are still answered by it, and applications pin it. Restore the file.",
    ),
    "review-due": Explanation(
        "A policy was to be compared with its sources by a day that has passed.",
        """
        Guides are revised, and a policy that nobody compares with them grows wrong without a word. This is a
        warning and fails nothing. Read the sources again; if they changed, publish a new version.
        """,
    ),
    "second-program": Explanation(
        "A second program stands in the folder.",
        "Requests are asked whether the program concerns them. With two there would be two answers.",
    ),
    "states-differ": Explanation(
        "The table of states and the criteria of scope do not admit the same states.",
        """
        A state that is in scope and has no entry has nobody to answer its requests; an entry of a state that is
        out of scope would never be used. One of the two places is wrong.
        """,
    ),
    "answered-twice": Explanation(
        "A question has a reading of its own, and a criterion carries one as well.",
        "The two could say different things. A reading stands at the criterion; a question has one only if none does.",
        """
        questions:
          B1: {ask: "Is the report itself needed?", reading: "It is."}
        reading: {B1: "It is needed."}
        """,
        """
        questions:
          B1: {ask: "Is the report itself needed?"}
        reading: {B1: "It is needed."}
        """,
    ),
    "not-utf-8": Explanation(
        "A file is not text in UTF-8.",
        "Letters in another encoding look right in one program and wrong in another. Save the file as UTF-8.",
    ),
    "tab": Explanation(
        "A tab stands in the text.",
        "The width of a tab differs between editors, and in YAML the width of the indentation has meaning.",
        "require: {care_duration:\t{at_least: 6 weeks}}",
        "require: {care_duration: {at_least: 6 weeks}}",
    ),
    "unseen-character": Explanation(
        "The text holds a character that cannot be seen, or that turns the order of the letters.",
        """
        Such characters come along when text is pasted from a web page or a PDF. Two words may then look
        the same and be different, or a line may read differently from what it means.
        """,
        'title: "A\\u00a0draft"',
        'title: "A draft"',
    ),
    "not-yaml": Explanation(
        "The text does not follow the rules of YAML.",
        """
        The usual reasons are text with a colon, a bracket or a sign such as > in it that is not in quotes,
        a bracket or quote that is never closed, and lines that are indented unevenly.
        """,
        "title: A draft: the second",
        'title: "A draft: the second"',
    ),
    "directive": Explanation(
        "A line begins with %, which YAML keeps for instructions to programs.",
        "Such a line changes how everything below it is read, and no policy needs one.",
        """
        # whole document
        %YAML 1.1
        ---
        policy: draft
        """,
        "title: A draft",
    ),
    "second-document": Explanation(
        "A second document begins in the file.",
        "One file holds one version of one policy. A line of `---` begins another document.",
        """
        review_by: "2026-10-24"
        ---
        title: Another draft
        """,
        'review_by: "2026-10-24"',
    ),
    "duplicate-key": Explanation(
        "The same key or answer stands twice in one place.",
        "YAML would silently keep only the last one, and a criterion or a bound would be gone.",
        "require: {care_duration: {at_least: 6 weeks}, care_duration: {at_most: 12 weeks}}",
        "require: {care_duration: {at_least: 6 weeks, at_most: 12 weeks}}",
    ),
    "odd-key": Explanation(
        "A key is not a single word or text.",
        "YAML allows lists and tables as keys. No document needs them, and a stray bracket produces them.",
        "require: {[care_failed, imaging]: yes}",
        "require: {care_failed: yes, imaging: documented}",
    ),
    "alias": Explanation(
        "Text is copied from elsewhere with `&`, `*` or `<<`.",
        "What holds must be seen where it holds. To use something twice, give it a name under `conditions:`.",
        "require: &care {care_duration: {at_least: 6 weeks}}",
        "require: {care_duration: {at_least: 6 weeks}}",
    ),
    "tag": Explanation(
        "A value bears a YAML tag, which begins with `!`.",
        "Tags change how a value is read, and are not used. For *different from*, write `different_from`.",
        "require: {care_duration: {at_least: !!str 6 weeks}}",
        "require: {care_duration: {at_least: 6 weeks}}",
    ),
    "empty-value": Explanation(
        "A key, or an item of a list, has nothing behind it.",
        """
        An unfinished line and a deliberate *nothing* look the same, so nothing is never written by leaving
        out. Text that begins with # counts as a comment, and so as nothing, unless it is in quotes.
        """,
        "require: {care_duration: {at_least: }}",
        "require: {care_duration: {at_least: 6 weeks}}",
    ),
    "cut-text": Explanation(
        "A comment follows text that is not in quotes.",
        """
        A # after a space begins a comment. Where it was meant as part of the text, as in *level #2*, the
        text would silently end before it. So a comment stands on a line of its own.
        """,
        "title: Draft #2",
        'title: "Draft #2"',
    ),
    "unquoted-text": Explanation(
        "A text must be in quotes, because some reader of YAML takes it for something else.",
        """
        Without quotes, `00300` may become the number 192, `1.10` the number 1.1, `NO` a false and a date a
        moment in time, and not every reader agrees. Quotations must always be in quotes.
        """,
        """
        codes:
          "62322": No
        """,
        """
        codes:
          "62322": "No"
        """,
    ),
    # the shape of the document
    "wrong-shape": Explanation(
        "A list, a table of keys or a single text stands where another of them is expected.",
        "The message says which one is expected here.",
        "cite: box 1",
        "cite: {guide_6: box 1}",
    ),
    "unknown-key": Explanation(
        "This key is not known in this place.",
        "A mistyped key that is ignored would be a rule that is ignored.",
        'effective: {from: "2026-04-24", until: open, to: open}',
        'effective: {from: "2026-04-24", until: open}',
    ),
    "missing-key": Explanation(
        "A key that must be given is not there.",
        "Every criterion has a title for people, a place in a source, and what it requires.",
        """
        criteria:
          pain-lasts:
            title: The pain lasts
            require: {pain_duration: {at_least: 4 weeks}}
        """,
        """
        criteria:
          pain-lasts:
            title: The pain lasts
            cite: {guide_6: box 3}
            require: {pain_duration: {at_least: 4 weeks}}
        """,
    ),
    "bad-name": Explanation(
        "A name, code or version is not written in the form it needs.",
        """
        Names of facts have small letters, digits and _; ids of criteria have small letters, digits and -;
        a version is three numbers. The forms are strict because the names appear in every output. A word of the
        language cannot be a name, and a name that Python, Windows or the generated package needs cannot be the id of
        a document.
        """,
        """
        facts:
          More:
            Pain-Scale: "Was a scale used?"
        """,
        """
        facts:
          More:
            pain_scale: "Was a scale used?"
        """,
    ),
    "name-taken": Explanation(
        "One name is declared twice.",
        "Facts, fields of lists, values and conditions share their names, so that a word has one meaning.",
        """
        conditions:
          care_failed:
            title: Care failed
            means: imaging
        """,
        """
        conditions:
          care_did_not_help:
            title: Care failed
            means: imaging
        """,
    ),
    "empty-group": Explanation(
        "A group or a choice has nothing in it.",
        "A group of no conditions would always be met, or never; neither can be what is meant.",
        "require: {any: []}",
        "require: {any: [care_failed, imaging]}",
    ),
    "unused-name": Explanation(
        "A fact, a value or a condition is declared, and nothing uses it.",
        "Either a criterion forgot it, or people are asked a question that decides nothing.",
        """
        conditions:
          care_did_not_help:
            title: Care failed
            means: care_failed
        """,
        """
        conditions:
          care_did_not_help:
            title: Care failed
            means: care_failed
        require: care_did_not_help
        """,
    ),
    "circular": Explanation(
        "A condition is explained by itself.",
        "Following the names leads back to where it began, so it has no meaning.",
        """
        conditions:
          first: {title: First, means: second}
          second: {title: Second, means: first}
        """,
        """
        conditions:
          first: {title: First, means: second}
          second: {title: Second, means: imaging}
        """,
    ),
    # names that are not known
    "unknown-fact": Explanation(
        "No fact, field or condition has this name.",
        "It may be mistyped, not declared under `facts:`, or part of a vocabulary that is not used here.",
        "require: {care_durations: {at_least: 6 weeks}}",
        "require: {care_duration: {at_least: 6 weeks}}",
    ),
    "unknown-name": Explanation(
        "No date has this name.",
        "A date is compared with a fixed date, a date that is a fact, or a date named under `values:`.",
        "require: {imaging_date: {after: 12 months before service_day}}",
        "require: {imaging_date: {after: 12 months before service_date}}",
    ),
    "unknown-word": Explanation(
        "This word does not go with this kind of fact.",
        """
        Numbers have `at_least`, `at_most`, `more_than` and `less_than`; dates have `on_or_after`,
        `on_or_before`, `after` and `before`; choices have `is`, `one_of` and `none_of`. There is no
        `within`, because it does not say whether the edge itself counts.
        """,
        "require: {imaging_date: {within: 12 months}}",
        "require: {imaging_date: {after: 12 months before service_date, on_or_before: service_date}}",
    ),
    "unknown-type": Explanation(
        "There is no such type of fact.",
        "A fact is a `number`, `date`, `choice`, `set`, `findings`, `codes`, `list`, `note` or `yes_no`.",
        """
        facts:
          More:
            scan_age: {type: integer, unit: weeks, from: 0, to: 520, ask: "How old is the scan?"}
        """,
        """
        facts:
          More:
            scan_age: {type: number, unit: weeks, from: 0, to: 520, ask: "How old is the scan?"}
        """,
    ),
    "unknown-choice": Explanation(
        "No choice or code system has this name.",
        "`of:` names a choice that is declared under `choices:`, here or in the vocabulary.",
        """
        facts:
          More:
            earlier_sedation: {type: choice, of: depths, ask: "Which sedation was used before?"}
        """,
        """
        facts:
          More:
            earlier_sedation: {type: choice, of: depth, ask: "Which sedation was used before?"}
        """,
    ),
    "unknown-option": Explanation(
        "This is not one of the answers.",
        "A test for an answer nobody can give would never be met.",
        "require: {sedation: {is: light}}",
        "require: {sedation: {is: moderate}}",
    ),
    "unknown-code": Explanation(
        "The code is not one of this policy.",
        "An add-on code stands beside a primary code, and that one must be listed under `codes:` as well.",
        """
        codes:
          "62322": {label: second label, add_on_to: ["62320"]}
        """,
        """
        codes:
          "62322": {label: second label, add_on_to: ["62321"]}
        """,
    ),
    "unknown-source": Explanation(
        "No source has this name.",
        "A criterion cites a source that is declared under `sources:`.",
        "cite: {guide_7: box 1}",
        "cite: {guide_6: box 1}",
    ),
    "unknown-vocabulary": Explanation(
        "There is no such vocabulary.",
        "`uses:` gives the name and the exact version, so that a policy never changes when its words do.",
        "uses: words 1.0",
        "uses: words 1.0.0",
    ),
    "unknown-program": Explanation(
        "There is no such program, it has findings, or it uses other words.",
        """
        `part_of:` gives the name and the exact version of a program. Its criteria become criteria of the
        policy, so it must be sound itself, and both must use the same vocabulary.
        """,
        "part_of: plan 1.0",
        "part_of: plan 1.0.0",
    ),
    "codes-differ": Explanation(
        "A policy and its program do not list the same codes for a service.",
        """
        The program says which requests it concerns, the policy what their charts must show. With another
        list of codes a request would be in scope of one, and unknown to the other.
        """,
        """
        # The program lists 62321 for this service.
        part_of: plan 1.0.0
        codes: {"62321": first label, "62322": second label}
        """,
        """
        # The program lists 62321 for this service.
        part_of: plan 1.0.0
        codes: {"62321": first label}
        """,
    ),
    "unknown-criterion": Explanation(
        "No criterion or clock has this id.",
        "`changes:` and `examples:` speak of criteria by their id, and examples of clocks too.",
        """
        changes:
          from: "0.9.0"
          stricter: [the-criterion]
        """,
        """
        changes:
          from: "0.9.0"
          stricter: [at-hand]
        """,
    ),
    "unknown-reading": Explanation(
        "A reading is pointed to, and given nowhere in the document.",
        "A reading says once how an unclear place of the source is read; other places point to it by its id.",
        "reading: B1",
        'reading: {B1: "The guide does not say whether the report itself is needed. It is."}',
    ),
    "unknown-question": Explanation(
        "A reading answers a question that is listed nowhere.",
        """
        A document with a section `questions:` lists there every question that it answers, or its vocabulary
        or its program does. So somebody who knows the source better finds all that was decided in one place.
        """,
        """
        questions:
          B1: {ask: "Is the report itself needed?", confidence: medium}
        reading: {B1: "It is.", B2: "A report of any age is enough."}
        """,
        """
        questions:
          B1: {ask: "Is the report itself needed?", confidence: medium}
          B2: {ask: "How old may the report be?", confidence: low}
        reading: {B1: "It is.", B2: "A report of any age is enough."}
        """,
    ),
    "unanswered-question": Explanation(
        "A question is listed, and answered nowhere in the document.",
        """
        The answer is a `reading:` under the same id, at the bound, criterion or clock that it decides. Where
        it decides none of them, the question has its `reading:` itself.
        """,
        """
        questions:
          B1: {ask: "May the report come from another clinic?", confidence: high}
        """,
        """
        questions:
          B1: {ask: "May the report come from another clinic?", confidence: high, reading: "Any clinic will do."}
        """,
    ),
    "unknown-verdict": Explanation(
        "There is no such verdict or outcome.",
        """
        A criterion is `met`, `not met`, `missing` or `not applicable`. A request is `ready`, `incomplete`,
        `not met`, `out of scope` or `invalid`; of a program it is `in scope`, `cannot tell yet`,
        `out of scope` or `invalid`. All of them speak of the documentation only.
        """,
        """
        examples:
          base:
            name: Nothing is stated
            expect: pending
        """,
        """
        examples:
          base:
            name: Nothing is stated
            expect: incomplete
        """,
    ),
    # values
    "bad-date": Explanation(
        "This is not a date.",
        "Dates are written year, month, day, so that nobody takes the fourth of May for the fifth of April.",
        "review_by: 04/24/2026",
        'review_by: "2026-04-24"',
    ),
    "bad-number": Explanation(
        "This is not a number of the kind that is needed here.",
        "Numbers are plain digits, without separators, exponents or leading zeros; counts are whole.",
        "require: {care_duration: {at_least: 1_0 weeks}}",
        "require: {care_duration: {at_least: 10 weeks}}",
    ),
    "bad-range": Explanation(
        "A range is not one.",
        """
        `from` is the smaller end, `to` the larger one, and both have no more decimal places than the fact.
        The range says which values can be a slip of the pen, and where proofs have to look.
        """,
        """
        facts:
          More:
            scan_age: {type: number, unit: weeks, from: 520, to: 0, ask: "How old is the scan?"}
        """,
        """
        facts:
          More:
            scan_age: {type: number, unit: weeks, from: 0, to: 520, ask: "How old is the scan?"}
        """,
    ),
    "empty-interval": Explanation(
        "A version ends before it begins.",
        "A version is in force from the day under `from` up to, and without, the day under `until`.",
        'effective: {from: "2026-04-24", until: "2026-04-24"}',
        'effective: {from: "2026-04-24", until: "2026-10-01"}',
    ),
    "not-yes-or-no": Explanation(
        "The answer must be yes or no.",
        "`true`, `Y` or `1` say the same in other programs. Documents for people say yes and no.",
        "require: {care_failed: true}",
        "require: {care_failed: yes}",
    ),
    "wrong-unit": Explanation(
        "A number is in another unit than its fact, or has none.",
        """
        Nothing is converted: four months are not sixteen weeks, and nobody should have to know how a program
        counts them. Write the source's number in the unit of the fact, or give the fact the source's unit.
        """,
        "require: {pain_duration: {at_least: 4 months}}",
        "require: {pain_duration: {at_least: 16 weeks}}",
    ),
    "bound-out-of-range": Explanation(
        "A bound lies outside what the fact can be.",
        "Every possible answer then falls on the same side, so the test decides nothing.",
        "require: {pain_after: {at_most: 30 points}}",
        "require: {pain_after: {at_most: 3 points}}",
    ),
    "bound-too-fine": Explanation(
        "A bound has more decimal places than its fact.",
        "A fact in full weeks can never be 4.5 weeks, and two people would round it differently.",
        "require: {pain_duration: {at_least: 4.5 weeks}}",
        "require: {pain_duration: {at_least: 5 weeks}}",
    ),
    # tests and how they are joined
    "test-needed": Explanation(
        "A fact is named, and nothing is asked of it.",
        "Only a yes-or-no question, a note and a condition can stand alone. Anything else needs a test.",
        "require: pain_duration",
        "require: {pain_duration: {at_least: 4 weeks}}",
    ),
    "half-a-test": Explanation(
        "A test lacks a part that it cannot do without.",
        """
        `count` needs a bound, `of` a number, `fell_from` says by how much, `every` says what each record
        has and what holds where there is no record. None of these is guessed.
        """,
        "require: {every: prior_sessions, has: session_helped}",
        "require: {every: prior_sessions, has: session_helped, if_none: met}",
    ),
    "two-tests-in-one": Explanation(
        "Two words that each speak of a list stand in one table of keys.",
        "It is then unclear to which of them `where` and the bound belong.",
        "require: {some: prior_sessions, count: prior_sessions, at_most: 4 sessions}",
        "require: [{some: prior_sessions}, {count: prior_sessions, at_most: 4 sessions}]",
    ),
    "wrong-word": Explanation(
        "A word stands where it has no meaning.",
        "`any`, `all` and `none` join conditions; for the records of a list there are `some` and `every`.",
        "require: {any: prior_sessions}",
        "require: {some: prior_sessions}",
    ),
    "wrong-kind": Explanation(
        "A name stands for another kind of thing than is needed here.",
        "Two facts can be compared if they are of one type and one unit; only lists and sets are counted.",
        "require: {pain_duration: {at_least: pain_before}}",
        "require: {pain_duration: {at_least: care_duration}}",
    ),
    "field-out-of-reach": Explanation(
        "A field of a list is named where no record of the list is in hand.",
        """
        There may be many sessions, and so many session dates. Say which is meant: `some` session, `every`
        session, a `count` of them, or the `latest` date under `values:`.
        """,
        "require: {session_date: {before: service_date}}",
        "require: {some: prior_sessions, where: {session_date: {before: service_date}}}",
    ),
    "list-in-list": Explanation(
        "A list stands inside a list.",
        "A filter looks at one record at a time. A list inside it would compare every pair of records.",
        "require: {some: prior_sessions, where: {some: prior_sessions}}",
        "require: {some: prior_sessions, where: session_helped}",
    ),
    "missing-fact": Explanation(
        "A policy does not have the date on which the request was received.",
        "That date decides which version of a policy answers, so each policy needs the fact `received_date`.",
        """
        uses: undated 1.0.0
        examples:
          base: {name: Nothing is stated, expect: incomplete}
        """,
        """
        uses: words 1.0.0
        examples:
          base: {name: Nothing is stated, expect: incomplete}
        """,
    ),
    "secondary-source": Explanation(
        "A criterion that decides stands on a secondary source only.",
        """
        A summary, an article or a peer's note may remind and warn. What a request needs must stand in the
        source itself; anything else belongs under `advisory:`, where it is shown and decides nothing.
        """,
        "cite: {article: page 2}",
        "cite: {guide_6: box 1, article: page 2}",
    ),
    # words of the source
    "coverage-claim": Explanation(
        "A text speaks of coverage, payment or necessity.",
        """
        The policy says what the chart must show. Whether a service is covered or paid is decided by others,
        and a text that seems to promise it misleads staff and patients.
        """,
        "title: Imaging that is medically necessary",
        "title: Imaging that is written down",
    ),
    "unfinished": Explanation(
        "A text still says TODO.",
        "`wiser new` leaves such places to fill in. With one of them a policy asks for what nobody wrote.",
        "title: TODO, the name of the service",
        "title: The name of the service",
    ),
    "unsupported-bound": Explanation(
        "A bound has neither quoted words of the source nor a reading.",
        "A number that nobody can trace to a source is a number that somebody made up.",
        "require: {care_duration: {at_least: 6 weeks}}",
        'require: {care_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}',
    ),
    "quote-disagrees": Explanation(
        "The quoted words say another number, unit or comparison than the bound.",
        """
        The quotation is the proof of the bound. *At least 6* and *more than 6* differ for everyone with
        exactly 6, and such a slip is not found by reading alone. *Within* names no edge, so it agrees with
        both upper ones; *after* leaves its day out. A reading may change the comparison. Another number, or
        another unit, it has to name.
        """,
        'require: {care_duration: {more_than: 6 weeks, quote: "at least 6 weeks"}}',
        'require: {care_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}',
    ),
    "unused-number": Explanation(
        "Quoted words carry a number that nothing in the criterion uses.",
        """
        A number in the words of the source asks for something. Beside a bound it is compared with the bound;
        on a group, a condition or a criterion some bound, count or question inside has to use it, or a reading
        says why none does. Otherwise a requirement was read and lost.
        """,
        """
        require:
          any: [care_failed, {pain_duration: documented}]
          quote: "failed, or not given for more than 6 weeks"
        """,
        """
        require:
          any: [care_failed, {care_duration: {at_most: 6 weeks, quote: "no more than 6 weeks"}}]
          quote: "failed, or given for no more than 6 weeks"
        """,
    ),
    "quote-not-in-source": Explanation(
        "Quoted words do not stand in the section of the source that is cited.",
        """
        A quotation is the source's own words, or it proves nothing. `wiser sources TEXTFILE` looks for each in
        the sections its criterion cites. White space, capitals, and the forms of quotation marks and dashes make
        no difference.
        """,
    ),
    "section-not-in-text": Explanation(
        "A section that a quotation should stand in is not in the text of its source.",
        """
        What cannot be looked up is not taken for true. The section may bear another number, or the text may be
        a part of the source: give `wiser sources` the other parts too, or name the policies it is enough for
        with `--policy`.
        """,
    ),
    "negative-documented": Explanation(
        "`documented` stands where only its absence could matter.",
        """
        What is not in the chart today may be found tomorrow, so `documented` is met or missing, and never
        not met. Under `none`, or as the reason why a criterion applies, it could never say anything.
        """,
        "require: {none: [{pain_after: documented}]}",
        "require: {care_failed: no}",
    ),
    "valueless-test": Explanation(
        "A test on a date that may not exist would help the request by not being met.",
        """
        Without an earlier session there is no latest one, and a comparison with it is not met. Under `none`
        that would count in favor of the request, only because there is nothing to compare with.
        """,
        """
        values:
          last_session: {latest: session_date, of: prior_sessions}
        require: {none: [{imaging_date: {before: last_session}}]}
        """,
        """
        values:
          last_session: {latest: session_date, of: prior_sessions}
        require: [{some: prior_sessions}, {none: [{imaging_date: {before: last_session}}]}]
        """,
    ),
    # examples
    "no-examples": Explanation(
        "A policy has no examples.",
        """
        An example is a chart written by hand, with what the source says of it. Examples are the only check
        of a policy that does not come from the policy itself.
        """,
        "# without examples",
        """
        examples:
          base: {name: Nothing is stated, expect: incomplete}
        """,
    ),
    "invalid-example": Explanation(
        "An example is no valid request.",
        "A value is out of range or of another kind than its fact, and only a valid request tests anything.",
        """
        examples:
          base:
            name: Pain since childhood
            facts: {pain_duration: 1000 weeks}
            expect: incomplete
        """,
        """
        examples:
          base:
            name: Pain since childhood
            facts: {pain_duration: 500 weeks}
            expect: incomplete
        """,
    ),
    "wrong-verdict": Explanation(
        "An example expects another verdict, or another day of a clock, than the policy gives.",
        """
        Either the example or the policy is wrong, and only the source can tell which. *Missing* means that
        the chart does not say; *not met* means that it says otherwise. Days are counted again by hand: the
        day on which a clock begins may be day 0 or day 1.
        """,
        """
        examples:
          base:
            name: No word of imaging
            expect: {at-hand: not met}
        """,
        """
        examples:
          base:
            name: No word of imaging
            expect: {at-hand: missing}
        """,
    ),
    "wrong-outcome": Explanation(
        "An example expects another outcome than the policy gives.",
        """
        The outcome follows from the verdicts: *ready* if every criterion is met or not applicable,
        *incomplete* if something is missing, *not met* if a criterion is not met, *out of scope* if the
        policy does not speak of the request. A program says *in scope*, *cannot tell yet* or *out of scope*.
        """,
        """
        examples:
          base: {name: Nothing is stated, expect: ready}
        """,
        """
        examples:
          base: {name: Nothing is stated, expect: incomplete}
        """,
    ),
    "uncovered-bound": Explanation(
        "No example would notice if a bound were off by one.",
        """
        A bound that is off by one is the commonest mistake, and the least seen. So the bound is moved by
        one step each way, and each time an example must turn out otherwise: as a rule one stands exactly
        on the edge and one a step beyond it, each with the verdict the source gives. Of a clock one example
        says on which day it ends.
        """,
        'require: {care_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}',
        """
        require: {care_duration: {at_least: 6 weeks, quote: "at least 6 weeks"}}
        examples:
          base:
            name: Six weeks of care
            facts: {care_duration: 6 weeks}
            expect: {at-hand: met}
          cases:
            - name: One week less
              change: {care_duration: 5 weeks}
              expect: {at-hand: not met}
        """,
    ),
}
