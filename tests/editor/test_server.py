"""The language server through a client over standard streams, as an editor meets it. `‸` is the cursor."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_client import CURSOR, Editor, Message, applied, part, position
from lengths import FUZZ, one_in
from wiser_compiler.diagnostics import flat
from wiser_compiler.editor.findings import findings

ROOT = Path(__file__).parents[2]
ESI = "policies/esi/6.0.0.yaml"
COMMON = "policies/common/1.0.0.yaml"
TEXT = (ROOT / ESI).read_text("utf-8")
REQUIRE = "    require: {limits_life: yes, response_scale: documented, baseline_score: documented}\n"
SLIP = TEXT.replace("{limits_life: yes", "{limits_lif: yes")


def project(folder: Path) -> Path:
    shutil.copytree(ROOT / "policies", folder / "policies")
    return folder


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One session for all tests that leave the text as it is."""
    with Editor(project(tmp_path_factory.mktemp("project"))) as session:
        assert session.open(ESI) == []
        yield session


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(project(tmp_path_factory.mktemp("project"))) as session:
        yield session


@pytest.fixture
def own(changed: Editor) -> Iterator[Editor]:
    """A session for a test that changes texts: all is closed, and as it was, when it begins."""
    yield changed
    changed.close_all()
    shutil.copytree(ROOT / "policies", changed.root / "policies", dirs_exist_ok=True)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Editor]:
    """A session that a test may break or end."""
    with Editor(project(tmp_path)) as session:
        yield session


# ---------------------------------------------------------------- findings


def test_a_slip_is_found_while_it_is_typed_and_gone_when_it_is_mended(own: Editor) -> None:
    assert own.open(ESI) == []
    found = {finding["code"]: finding for finding in own.change(ESI, SLIP, "unknown-fact")}
    slip = found["unknown-fact"]
    assert part(SLIP, slip) == "limits_lif"
    assert slip["message"] == "no fact or condition is called `limits_lif`\nhelp: did you mean `limits_life`?"
    assert (slip["severity"], slip["source"]) == (1, "wiser")
    assert own.change(ESI, TEXT) == []


def test_a_text_that_was_never_saved_counts(own: Editor) -> None:
    assert {finding["code"] for finding in own.open(ESI, SLIP)} >= {"unknown-fact"}
    assert (own.root / ESI).read_text("utf-8") == TEXT


def test_examples_are_run_with_the_text_in_the_editor(own: Editor) -> None:
    own.open(ESI)
    found = own.change(ESI, TEXT.replace("at_most: 2 levels", "at_most: 3 levels"), "wrong-verdict")
    assert {finding["code"] for finding in found} == {"quote-disagrees", "wrong-verdict"}
    (wrong,) = (finding for finding in found if finding["code"] == "wrong-verdict")
    assert part(own.texts[ESI], {"range": wrong["relatedInformation"][0]["location"]["range"]}) == "count"


def test_the_findings_are_those_of_the_command(own: Editor) -> None:
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import read_library

    text = TEXT.replace("at_most: 2 levels", "at_most: 3 levels")
    found = own.open(ESI, text)
    while "wrong-verdict" not in {finding["code"] for finding in found}:
        found = own.published(ESI)
    (own.root / ESI).write_text(text, "utf-8")
    report = Report()
    read_library([own.root / ESI], report)
    heads = [finding for finding in found if finding["severity"] < 3]  # the others follow from one of them
    assert [(f["code"], f["range"]["start"]["line"] + 1) for f in heads] == [
        (finding.code, finding.span.line) for finding in report.sorted()
    ]


def test_only_the_last_of_many_changes_is_looked_through(own: Editor) -> None:
    own.open(ESI)
    for count in range(20):
        own.type(ESI, SLIP + "#\n" * count)
    own.findings(ESI, "unknown-fact")
    versions = [
        message["params"]["version"] for message in own.told if message["method"] == "textDocument/publishDiagnostics"
    ]
    assert len(versions) < 10


def test_a_document_that_another_names_is_read_again_when_it_is_saved(own: Editor) -> None:
    own.open(ESI)
    vocabulary = (own.root / COMMON).read_text("utf-8")
    own.open(COMMON)
    (own.root / COMMON).write_text(vocabulary.replace("    pregnant:", "    with_child:"), "utf-8")
    own.tell("textDocument/didSave", textDocument={"uri": own.uri(COMMON)})
    assert own.findings(ESI, "unknown-fact") != []


def test_the_findings_of_a_document_go_when_it_is_closed(own: Editor) -> None:
    assert own.open(ESI, SLIP) != []
    own.tell("textDocument/didClose", textDocument={"uri": own.uri(ESI)})
    message = own.wait(
        lambda m: m.get("method") == "textDocument/publishDiagnostics" and not m["params"]["diagnostics"]
    )
    assert message["params"]["uri"] == own.uri(ESI)


# ---------------------------------------------------------------- completion


def test_completion_writes_into_the_text(own: Editor) -> None:
    text = TEXT.replace(REQUIRE, "    require: {limits_life: yes, base‸}\n")
    place = position(text.replace(CURSOR, ""), "{limits_life: yes, base‸}")
    own.open(ESI, text.replace(CURSOR, ""))
    found = own.ask("textDocument/completion", textDocument={"uri": own.uri(ESI)}, position=place)
    (item,) = (item for item in found["items"] if item["label"] == "baseline_score")
    assert item["detail"] == "a number of points"
    assert "What was the score" in item["documentation"]["value"]
    written = applied(own.texts[ESI], [item["textEdit"]])
    assert "    require: {limits_life: yes, baseline_score: }\n" in written


def test_a_document_that_is_broken_elsewhere_is_completed(own: Editor) -> None:
    broken = TEXT.replace("  indication:\n", "  indication: {[\n").replace(REQUIRE, "    require: {baseline_score: {\n")
    own.open(ESI, broken)
    found = own.at("completion", ESI, "require: {baseline_score: {‸\n")
    assert "at_least" in {item["label"] for item in found["items"]}


# ---------------------------------------------------------------- hover


@pytest.mark.parametrize(
    ("place", "says"),
    [
        pytest.param("    limits_li‸fe: ", ["Is the pain severe enough", "a yes-or-no question, under History"],
                     id="a fact where it is declared"),
        pytest.param("planned_sessions‸:   {type", ["How many sessions", "a number of sessions, from 1 to 12 sessions"],
                     id="a number with its range and unit"),
        pytest.param("score: {fell_f‸rom: baseline_score", ["lower by that share"], id="a word of the language"),
        pytest.param("score: {fell_from: baseline_sc‸ore", ["What was the score"], id="a fact to compare with"),
        pytest.param("on_or_before: latest_ses‸sion}", ["one of the values", "session_date"], id="one of the values"),
        pytest.param("- follow_up_scale: {one_of: lower_is‸_better}", ["`odi`"], id="a group"),
        pytest.param("guidance:           {type: choice, of: gui‸dance", ["fluoroscopy with contrast"], id="a choice"),
        pytest.param("where: [in_this_region, done_diff‸erently]", ["differs in approach", "approach/level/medication"],
                     id="a condition with its quoted words"),
        pytest.param("reading: {B3‸:", ["Does the severity box bind", "Confidence: medium"], id="a question"),
        pytest.param("  guide: {same‸_as: guide_6", ["a source of the vocabulary"], id="a key"),
        pytest.param("  guide: {same_as: guide‸_6", ["Operational Guide"], id="a source"),
        pytest.param("  sever‸ity:\n", ["greatly affects life"], id="a criterion"),
        pytest.param("planned_region:     {type: choi‸ce", ["one answer"], id="a type of fact"),
        pytest.param("  added: [contraindi‸cations]", ["contraindication"], id="a criterion among the changes"),
    ],
)  # fmt: skip
def test_hover(editor: Editor, place: str, says: list[str]) -> None:
    found = editor.at("hover", ESI, place)["contents"]
    assert found["kind"] == "markdown"
    for words in says:
        assert words in found["value"]


def test_hover_of_a_fact_shows_the_quoted_words_of_its_bounds(editor: Editor) -> None:
    found = editor.at("hover", ESI, "    pain_dur‸ation: ")["contents"]["value"]
    assert "“at least 4 weeks” (pain-duration)" in found


def test_hover_says_what_explain_says() -> None:
    from wiser_compiler import language_page
    from wiser_compiler.editor.words import word_meaning

    for word, meanings in language_page.meanings().items():
        for meaning in meanings:
            assert meaning.text in word_meaning(word, meaning.heading)
            assert meaning.text in language_page.explain(word)


def test_hover_of_an_authors_own_words_says_nothing(editor: Editor) -> None:
    assert editor.at("hover", ESI, "title: Epidural ster‸oid injections") is None


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("place", "file", "declared"),
    [
        pytest.param("{limits_li‸fe: yes", ESI, "limits_life", id="a fact"),
        pytest.param("where: [in_this_region, done_diff‸erently]", ESI, "done_differently", id="a condition"),
        pytest.param("on_or_before: latest_ses‸sion}", ESI, "latest_session", id="a value"),
        pytest.param("of: gui‸dance, ask:", ESI, "guidance", id="a choice"),
        pytest.param("reading: {B3‸:", ESI, "B3", id="a question"),
        pytest.param("  added: [contraindi‸cations]", ESI, "contraindications", id="a criterion"),
        pytest.param("  guide: {same_as: guide‸_6", COMMON, "guide_6", id="a source of the vocabulary"),
        pytest.param("of: spinal_re‸gion, ask:", COMMON, "spinal_region", id="a choice of the vocabulary"),
        pytest.param("      - imag‸ing\n      - any:", COMMON, "imaging", id="a fact of the vocabulary"),
        pytest.param("      pregn‸ant: no", COMMON, "pregnant", id="a fact in an example"),
    ],
)
def test_definition(editor: Editor, place: str, file: str, declared: str) -> None:
    found = editor.at("definition", ESI, place)
    assert found["uri"] == editor.uri(file)
    assert part((ROOT / file).read_text("utf-8"), found) == declared


def test_references_are_all_places_of_a_name(editor: Editor) -> None:
    context = {"includeDeclaration": True}
    found = editor.at("references", ESI, "    limits_li‸fe: ", context=context)
    assert len(found) == TEXT.count("limits_life")
    assert {part(TEXT, place) for place in found} == {"limits_life"}
    context = {"includeDeclaration": False}
    assert len(editor.at("references", ESI, "    limits_li‸fe: ", context=context)) == len(found) - 1


@pytest.mark.parametrize(
    "place",
    one_in(3, [
        pytest.param("    limits_li‸fe: ", id="a fact"),
        pytest.param("    planned_sess‸ions: ", id="a fact that is added to a count"),
        pytest.param("        session_d‸ate: ", id="a field of a list"),
        pytest.param("    prior_sess‸ions:", id="a list"),
        pytest.param("    baseline_sc‸ore:", id="a fact that others are compared with"),
        pytest.param("  latest_sess‸ion: ", id="a value that dates are counted from"),
        pytest.param("  in_this_reg‸ion:", id="a condition"),
        pytest.param("  upper_lev‸els: ", id="a group"),
        pytest.param("  medica‸tion: {dexa", id="a choice that has the name of a field"),
        pytest.param("  noridian_l‸cd: ", id="a source"),
        pytest.param("  B1‸: ", id="a question"),
    ]),
)  # fmt: skip
def test_a_renamed_document_is_as_clean_as_before(
    editor: Editor, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = place.replace(CURSOR, "").strip().partition(":")[0]
    prepared = editor.at("prepareRename", ESI, place)
    assert (prepared["placeholder"], part(TEXT, prepared)) == (old, old)
    (edits,) = editor.at("rename", ESI, place, newName="named_anew")["changes"].values()
    assert len(edits) > 1
    text = applied(TEXT, edits)
    assert text.count("named_anew") == len(edits)
    monkeypatch.chdir(project(tmp_path))
    assert list(findings(Path(ESI), text, {}))[-1] == []


@pytest.mark.parametrize(
    ("place", "new", "why"),
    [
        pytest.param("      - imag‸ing\n      - any:", "pictures", "a name of the vocabulary", id="of the vocabulary"),
        pytest.param("    limits_li‸fe: ", "count", "a word of the language", id="a word of the language"),
        pytest.param("    limits_li‸fe: ", "pain_duration", "declared already", id="a name of this document"),
        pytest.param("    limits_li‸fe: ", "pregnant", "declared already", id="another name of the vocabulary"),
        pytest.param("    limits_li‸fe: ", "Limits life", "is no name", id="no name at all"),
        pytest.param("  sever‸ity:\n", "badly", "keeps its name", id="a criterion"),
        pytest.param("title: Epidural ster‸oid injections", "x", "no name of this document", id="an author's words"),
    ],
)
def test_a_rename_is_refused_with_its_reason(editor: Editor, place: str, new: str, why: str) -> None:
    answer = editor.answer("textDocument/rename", **editor.where(ESI, place), newName=new)
    assert why in answer["error"]["message"]


def test_names_of_a_vocabulary_are_not_renamed_in_it_since_others_use_them(own: Editor) -> None:
    own.open(COMMON)
    answer = own.answer("textDocument/rename", **own.where(COMMON, "    pregn‸ant:"), newName="with_child")
    assert "which other documents use too" in answer["error"]["message"]


# ---------------------------------------------------------------- actions, outline, folding


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        pytest.param("{limits_life: yes", "{limits_lif: yes", "unknown-fact", id="a misspelt fact"),
        pytest.param("applies_when: {some", "aplies_when: {some", "unknown-key", id="a misspelt key"),
        pytest.param('section: "6.2.10"', "section: 6.2", "unquoted-text", id="text without quotes"),
    ],
)
def test_an_action_removes_its_finding(own: Editor, right: str, wrong: str, code: str) -> None:
    text = TEXT.replace(right, wrong, 1)
    found = next(f for f in own.open(ESI, text) if f["code"] == code)
    asked = {"textDocument": {"uri": own.uri(ESI)}, "range": found["range"], "context": {"diagnostics": [found]}}
    action = next(a for a in own.ask("textDocument/codeAction", **asked) if a["diagnostics"][0]["code"] == code)
    assert action["kind"] == "quickfix"
    (edits,) = action["edit"]["changes"].values()
    after = own.change(ESI, applied(text, edits))
    assert code not in {finding["code"] for finding in after}


SCS = "policies/scs/6.0.0.yaml"


def without_examples(session: Editor) -> str:
    """A policy whose bounds have no examples but the base."""
    return (session.root / SCS).read_text("utf-8").partition("  cases:\n")[0]


def wanted(session: Editor, path: str, finding: Message) -> None:
    """Ask for the example that a finding misses, as the action of an editor does."""
    asked = {"textDocument": {"uri": session.uri(path)}, "range": finding["range"], "context": {"diagnostics": []}}
    (action, *_) = session.ask("textDocument/codeAction", **asked)
    assert action["title"] == "Add the missing example, to be confirmed from the source"
    command = {key: action["command"][key] for key in ("command", "arguments")}
    session.send(id="wanted", method="workspace/executeCommand", params=command)


@pytest.mark.parametrize("end", ["\n", ""], ids=["a last end", "no last end"])
def test_an_action_adds_the_example_that_a_bound_lacks(own: Editor, end: str) -> None:
    text = without_examples(own).rstrip("\n") + end
    own.open(SCS, text)
    lacking = [one for one in own.findings(SCS, "uncovered-bound") if one["code"] == "uncovered-bound"]
    first = lacking[0]
    wanted(own, SCS, first)
    request = own.wait(lambda message: message.get("method") == "workspace/applyEdit")
    own.send(id=request["id"], result={"applied": True})
    (edits,) = request["params"]["edit"]["changes"].values()
    after = applied(text, edits)
    assert after.startswith(text.rstrip("\n"))
    assert after.endswith("\n") is text.endswith("\n")
    found = own.change(SCS, after, "unconfirmed-example")
    line = {one["range"]["start"]["line"] for one in found if one["code"] == "uncovered-bound"}
    assert first["range"]["start"]["line"] not in line


def test_where_no_example_can_be_written_the_editor_says_so(own: Editor) -> None:
    text = without_examples(own) + "  cases: [{name: The same, without: [codes], expect: {outcome: incomplete}}]\n"
    own.open(SCS, text)
    lacking = next(one for one in own.findings(SCS, "uncovered-bound") if one["code"] == "uncovered-bound")
    wanted(own, SCS, lacking)
    said = own.wait(lambda message: message.get("method") == "window/showMessage")
    assert "in brackets" in said["params"]["message"]


def test_what_words_say_is_told_before_the_examples_are_run() -> None:
    text = TEXT.replace("at_most: 2 levels", "at_most: 3 levels")
    steps = [{finding.code for finding in flat(step)} for step in findings(ROOT / ESI, text, {})]
    assert steps == [set(), {"quote-disagrees"}, {"quote-disagrees", "wrong-verdict"}]


def test_where_nothing_is_wrong_there_is_no_action(editor: Editor) -> None:
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": TEXT.count("\n"), "character": 0}}
    asked = {"textDocument": {"uri": editor.uri(ESI)}, "range": whole, "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", **asked) == []


def test_the_outline_has_the_sections_and_what_they_declare(editor: Editor) -> None:
    found = editor.ask("textDocument/documentSymbol", textDocument={"uri": editor.uri(ESI)})
    sections = {symbol["name"]: symbol for symbol in found}
    assert list(sections)[:4] == ["policy", "version", "title", "uses"]
    criteria = {symbol["name"]: symbol for symbol in sections["criteria"]["children"]}
    assert criteria["severity"]["detail"] == "The pain greatly affects life or function, and a baseline score exists"
    headings = {symbol["name"]: symbol for symbol in sections["facts"]["children"]}
    assert "limits_life" in {symbol["name"] for symbol in headings["History"]["children"]}
    base, cases = sections["examples"]["children"]
    assert len(cases["children"]) > 100
    for symbol in (*found, *criteria.values(), base, *cases["children"]):
        whole, name = symbol["range"], symbol["selectionRange"]
        assert whole["start"]["line"] <= name["start"]["line"] <= name["end"]["line"] <= whole["end"]["line"]


def test_what_stands_below_a_line_can_be_folded(editor: Editor) -> None:
    found = editor.ask("textDocument/foldingRange", textDocument={"uri": editor.uri(ESI)})
    lines = TEXT.split("\n")
    folded = {lines[fold["startLine"]].strip(): fold for fold in found}
    severity = folded["severity:"]
    assert lines[severity["endLine"] + 2].strip() == "same-scale:"
    assert folded["criteria:"]["endLine"] > severity["endLine"]
    assert all(fold["startLine"] < fold["endLine"] < len(lines) for fold in found)


# ---------------------------------------------------------------- whatever is sent

ODD = [
    pytest.param("", id="nothing"),
    pytest.param("\n\n\n", id="empty lines"),
    pytest.param("just words", id="no document"),
    pytest.param("- a\n- b\n", id="a list"),
    pytest.param('{"codes": ["64483"]}', id="a request"),
    pytest.param("policy: x\n" + "a" * 300_000, id="one long line"),
    pytest.param("policy: x\nfacts: " + "{a: " * 5_000, id="nested very deeply"),
    pytest.param("policy: x\nfacts:\n" + "  H: {a: {}}\n" * 30_000, id="more than is read"),
    pytest.param("policy: x\ntitle: \u2028\x0b\x0c\x00\u202e\ttabs\r", id="characters nobody sees"),
    pytest.param("policy: 😀\ntitle: 😀 😀\nfacts:\n  😀: {😀: 😀}\n", id="characters of two units"),
    pytest.param("policy: x\nuses: " + "../" * 50 + " 1.0.0\npart_of: /etc/passwd 1.0.0\n", id="names that lead away"),
    pytest.param("policy: &a x\nfacts: *a\nx: !!python/name:os y\n<<: z\n", id="tricks of YAML"),
    pytest.param(TEXT[: len(TEXT) // 2], id="half a policy"),
    pytest.param(TEXT.replace(": ", ":"), id="a policy without blanks"),
    pytest.param(TEXT.replace("\n", "\r\n"), id="line ends of Windows"),
]


@pytest.mark.parametrize("text", ODD)
def test_every_text_has_an_answer(editor: Editor, text: str) -> None:
    path = "policies/odd/1.0.0.yaml"
    editor.open(path, text)
    document = {"uri": editor.uri(path)}
    lines = text.split("\n")
    large = len(lines) > 1_000 and not FUZZ  # each question about it takes a while
    for line in {0, len(lines) // 2, len(lines) - 1, len(lines) + 10}:
        for character in (7,) if large else (0, 7, 100_000):
            where = {"textDocument": document, "position": {"line": line, "character": character}}
            for method in ("completion", "hover", "definition"):
                editor.ask(f"textDocument/{method}", **where)
            editor.ask("textDocument/references", **where, context={"includeDeclaration": True})
            editor.answer("textDocument/prepareRename", **where)
    for method in ("documentSymbol", "foldingRange"):
        editor.ask(f"textDocument/{method}", textDocument=document)
    assert [m["params"] for m in editor.told if m.get("method") in ("window/logMessage", "window/showMessage")] == []


def test_messages_that_are_none_do_not_end_the_session(alone: Editor) -> None:
    for body in (b"{", b"[]", b'"text"', b"\xff\xfe", b'{"jsonrpc": "2.0"}', b'{"jsonrpc": "1.0", "method": "x"}',
                 json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}).encode()):  # fmt: skip
        alone.write(body)
    answer = alone.answer("textDocument/nothing", a=1)
    assert "error" in answer
    said = [told["params"]["message"] for told in alone.told if told["method"] == "window/logMessage"]
    assert said and not any("mistake of its own" in message for message in said)
    assert alone.open(ESI) == []
    status, said = alone.end()
    assert (status, said) == (0, "")


def test_a_document_that_lies_nowhere_is_taken_for_a_draft(own: Editor) -> None:
    item = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "policy: draft\n"}
    own.tell("textDocument/didOpen", textDocument=item)
    found = own.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics")["params"]
    assert found["uri"] == item["uri"]
    assert "missing-key" in {finding["code"] for finding in found["diagnostics"]}


def test_an_editor_that_goes_without_a_word_ends_the_server(alone: Editor) -> None:
    assert alone.process.stdin and alone.process.stderr
    alone.process.stdin.close()
    assert alone.process.wait(timeout=20) == 0
    assert alone.process.stderr.read() == b""
