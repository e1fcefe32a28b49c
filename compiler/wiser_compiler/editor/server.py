"""The language server over standard streams. Knows the protocol, and of documents what the other modules say.

Whatever goes wrong ends in an empty answer and never in a traceback, which could show what somebody wrote.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError, JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from wiser_compiler import __version__
from wiser_compiler.diagnostics import Diagnostic, Span
from wiser_compiler.editor.code_actions import Action, actions
from wiser_compiler.editor.completion import complete
from wiser_compiler.editor.findings import findings
from wiser_compiler.editor.hover import hover
from wiser_compiler.editor.index import Index, index_of
from wiser_compiler.editor.outline import Symbol, folds, outline
from wiser_compiler.editor.rename import Refused, renamable, rename
from wiser_compiler.linting.library import Document
from wiser_compiler.reading.syntax import MOST_BYTES

ADD_EXAMPLE = "wiser.addExample"  # a command of the server, with a document and a place
PAUSE = 0.1  # seconds without a change, after which a document is looked through

T = TypeVar("T")


# Lines to add to a document, and the number of its own lines before them.
Lines: TypeAlias = tuple[int, Sequence[str]]
# Finds the examples that are missing for what stands at a place of a document, counted from 1.
Proposes: TypeAlias = Callable[[Path, str, int, int], Lines | None]


@dataclass(slots=True)
class _Open:
    """A document that is open: its last findings, and the search for newer ones."""

    found: list[Diagnostic] = field(default_factory=list)
    search: asyncio.Task[None] | None = None


class _Server(LanguageServer):
    def __init__(self, proposes: Proposes) -> None:
        # Whole texts: where a line ends, editors and libraries do not agree in all characters.
        super().__init__("wiser", __version__, lsp.TextDocumentSyncKind.Full)
        self.proposes = proposes
        self.open: dict[str, _Open] = {}
        # One search at a time: two would only take turns, and the older one is of no use any more.
        self.around: dict[Path, Document] = {}
        self.searcher = ThreadPoolExecutor(1, "findings")

    def report_server_error(self, error: Exception, source: object) -> None:
        """Tell the editor in one line that something went wrong. The answer to a request says so itself."""
        if source is JsonRpcException:
            what = "what the editor sent is no message of the protocol, and is left unanswered"
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, what))
        elif source is not FeatureRequestError:
            self.said(error)

    def said(self, error: Exception) -> None:
        """A line in the log of the editor."""
        if os.environ.get("WISER_TRACE"):
            traceback.print_exception(error)
        message = f"wiser made a mistake of its own ({type(error).__name__}); WISER_TRACE=1 shows where"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, message))

    def page(self, uri: str) -> _Page:
        """A document as it is in the editor, or on the disk if it is not open."""
        document = self.workspace.get_text_document(uri)
        return _Page(uri, path_of(uri), document.source, document.version, self.workspace.position_codec)


class _Page:
    """A text with its places.

    Those of findings are counted in code points from 1, those of the protocol from 0, in units that the editor chose.
    """

    def __init__(self, uri: str, path: Path, text: str, version: int | None, codec: PositionCodec) -> None:
        self.uri, self.path, self.text, self.version = uri, path, text, version
        self.lines = text.replace("\r\n", "\n").split("\n")
        self.codec = codec

    @property
    def index(self) -> Index:
        """What is known of the document. One that is too large is taken for empty."""
        return index_of(self.path, self.text if len(self.text) <= MOST_BYTES else "")

    def place(self, position: lsp.Position) -> tuple[int, int]:
        """A place of the protocol as line and column."""
        if position.line >= len(self.lines):
            return len(self.lines), 1
        place = self.codec.position_from_client_units(self.lines, position)
        return place.line + 1, place.character + 1

    def range(self, span: Span) -> lsp.Range:
        """A span as the protocol says it."""
        line = self.lines[span.line - 1] if 0 < span.line <= len(self.lines) else ""
        start, end = (self.codec.client_num_units(line[: column - 1]) for column in (span.column, span.end))
        number = max(span.line - 1, 0)
        return lsp.Range(lsp.Position(number, start), lsp.Position(number, end))


def path_of(uri: str) -> Path:
    """Where a document lies; one that lies nowhere yet is taken for a draft in the folder of the policies."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if not path:
        return Path("policies/draft/1.0.0.yaml")
    # As on the command line, where names are shown as they are given.
    here = Path.cwd()
    return Path(path).relative_to(here) if Path(path).is_relative_to(here) else Path(path)


def serve(proposes: Proposes) -> None:
    """Answer an editor until it goes. `proposes` finds the examples that a document lacks."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(100_000)  # trees are made and thrown away at every change
    if not os.environ.get("WISER_TRACE"):
        logging.getLogger("pygls").addHandler(logging.NullHandler())
        logging.getLogger("pygls").propagate = False
    # Streams of its own, so that nothing else is ever written between two messages.
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as answered, suppress(OSError):
        _server(proposes).start_io(asked, answered)


def _server(proposes: Proposes) -> _Server:
    server = _Server(proposes)
    feature = server.feature
    feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_changed)
    feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    triggers = lsp.CompletionOptions(trigger_characters=[" ", "{", "[", ".", ",", '"'])
    feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)(_careful(_completion))
    feature(lsp.TEXT_DOCUMENT_HOVER)(_careful(_hover))
    feature(lsp.TEXT_DOCUMENT_DEFINITION)(_careful(_definition))
    feature(lsp.TEXT_DOCUMENT_REFERENCES)(_careful(_references))
    feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(_careful(_prepare_rename))
    feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(_careful(_rename))
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)(_careful(_code_actions))
    server.command(ADD_EXAMPLE)(_add_example)
    feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_careful(_outline))
    feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)(_careful(_folding))
    return server


def _careful(answer: Callable[[_Server, Any], T]) -> Callable[[_Server, Any], T | None]:
    """The answer, or none where it fails; the editor is told in its log."""

    def careful(server: _Server, params: Any) -> T | None:
        try:
            return answer(server, params)
        except Refused as refused:
            raise JsonRpcInvalidParams(str(refused)) from None
        except Exception as error:
            server.said(error)
            return None

    return careful


# ---------------------------------------------------------------- findings while somebody types


def _changed(server: _Server, params: lsp.DidOpenTextDocumentParams | lsp.DidChangeTextDocumentParams) -> None:
    opened = isinstance(params, lsp.DidOpenTextDocumentParams)
    _search(server, params.text_document.uri, 0 if opened else PAUSE)


def _saved(server: _Server, _: lsp.DidSaveTextDocumentParams) -> None:
    """Others may name the document, and they read it from the disk."""
    for uri in server.open:
        _search(server, uri, 0)


def _closed(server: _Server, params: lsp.DidCloseTextDocumentParams) -> None:
    gone = server.open.pop(params.text_document.uri, None)
    if gone and gone.search:
        gone.search.cancel()
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))


def _search(server: _Server, uri: str, pause: float) -> None:
    """Look a document through after a pause; a search that runs is given up."""
    known = server.open.setdefault(uri, _Open())
    if known.search:
        known.search.cancel()
    known.search = asyncio.get_running_loop().create_task(_publish(server, uri, pause))


async def _publish(server: _Server, uri: str, pause: float) -> None:
    await asyncio.sleep(pause)
    loop = asyncio.get_running_loop()
    try:
        page = server.page(uri)
        steps = findings(page.path, page.text, server.around)
        last: list[Diagnostic] | None = None
        while (found := await loop.run_in_executor(server.searcher, next, steps, None)) is not None:
            if found != last:
                server.open[uri].found = last = found
                diagnostics = [_diagnostic(page, *one) for one in _unfolded(found)]
                params = lsp.PublishDiagnosticsParams(uri, diagnostics, page.version)
                server.text_document_publish_diagnostics(params)
    except Exception as error:
        server.said(error)


_SEVERITIES = {"error": lsp.DiagnosticSeverity.Error, "warning": lsp.DiagnosticSeverity.Warning}


def _unfolded(found: list[Diagnostic]) -> Iterator[tuple[Diagnostic, lsp.DiagnosticSeverity]]:
    """The findings, and those that follow from one of them, which only inform in their places."""
    for finding in found:
        yield finding, _SEVERITIES[finding.severity]
        follow = (other for other in finding.consequences if other.span.file == finding.span.file)
        yield from ((other, lsp.DiagnosticSeverity.Information) for other in follow)


def _diagnostic(page: _Page, finding: Diagnostic, severity: lsp.DiagnosticSeverity) -> lsp.Diagnostic:
    help = f"\nhelp: {finding.help}" if finding.help else ""
    notes = "".join(f"\nnote: {note}" for note in finding.notes)
    related = [
        lsp.DiagnosticRelatedInformation(lsp.Location(_uri(span), page.range(span)), label)
        for span, label in finding.related
        if span.file == finding.span.file
    ]
    return lsp.Diagnostic(
        page.range(finding.span), f"{finding.message}{help}{notes}", severity, finding.code, source="wiser",
        related_information=related or None,
    )  # fmt: skip


# ---------------------------------------------------------------- answers

_KINDS = {
    "fact": lsp.CompletionItemKind.Variable, "condition": lsp.CompletionItemKind.Function,
    "option": lsp.CompletionItemKind.EnumMember, "group": lsp.CompletionItemKind.Enum,
    "choice": lsp.CompletionItemKind.Enum, "word": lsp.CompletionItemKind.Operator,
    "key": lsp.CompletionItemKind.Property, "unit": lsp.CompletionItemKind.Unit,
    "source": lsp.CompletionItemKind.Reference, "question": lsp.CompletionItemKind.Reference,
    "criterion": lsp.CompletionItemKind.Class, "code": lsp.CompletionItemKind.Constant,
    "value": lsp.CompletionItemKind.Value, "date": lsp.CompletionItemKind.Variable,
}  # fmt: skip


def _completion(server: _Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    page = server.page(params.text_document.uri)
    line, column = page.place(params.position)
    found = complete(page.index, line, column)
    place = page.range(Span("", line, found.column, column))
    items = [
        lsp.CompletionItem(
            offer.label,
            kind=_KINDS[offer.kind],
            detail=offer.detail or None,
            documentation=_markdown(offer.about) if offer.about else None,
            sort_text=f"{number:04}",
            text_edit=lsp.TextEdit(place, offer.text),
        )
        for number, offer in enumerate(found.offers)
    ]
    return lsp.CompletionList(is_incomplete=False, items=items)


def _hover(server: _Server, params: lsp.HoverParams) -> lsp.Hover | None:
    page = server.page(params.text_document.uri)
    found = hover(page.index, *page.place(params.position))
    return lsp.Hover(_markdown(found[0]), page.range(found[1])) if found else None


def _definition(server: _Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    page = server.page(params.text_document.uri)
    mention = page.index.mention_at(*page.place(params.position))
    found = page.index.declaration(mention) if mention else None
    return _location(server, page, found.span) if found else None


def _references(server: _Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    page = server.page(params.text_document.uri)
    mention = page.index.mention_at(*page.place(params.position))
    if mention is None:
        return []
    declared = page.index.declaration(mention)
    uses = [use.span for use in page.index.uses(mention) if declared is None or use.span != declared.span]
    if declared and params.context.include_declaration:
        uses.insert(0, declared.span)
    return [_location(server, page, span) for span in uses]


def _prepare_rename(server: _Server, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder:
    page = server.page(params.text_document.uri)
    mention = renamable(page.index, *page.place(params.position))
    return lsp.PrepareRenamePlaceholder(page.range(mention.span), mention.name)


def _rename(server: _Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    page = server.page(params.text_document.uri)
    spans = rename(page.index, *page.place(params.position), params.new_name)
    return lsp.WorkspaceEdit({page.uri: [lsp.TextEdit(page.range(span), params.new_name) for span in spans]})


def _code_actions(server: _Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    page = server.page(params.text_document.uri)
    known = server.open.get(page.uri, _Open()).found
    found = actions(known, params.range.start.line + 1, params.range.end.line + 1)
    return [
        lsp.CodeAction(
            action.title,
            lsp.CodeActionKind.QuickFix,
            [_diagnostic(page, action.finding, _SEVERITIES[action.finding.severity])],
            is_preferred=action.fix is not None and action.fix.sure,
            edit=action.fix and _edit(page, page.range(action.fix.span), action.fix.text),
            command=None if action.fix else _adding(page.uri, action),
        )
        for action in found
    ]


def _edit(page: _Page, place: lsp.Range, text: str) -> lsp.WorkspaceEdit:
    return lsp.WorkspaceEdit({page.uri: [lsp.TextEdit(place, text)]})


def _adding(uri: str, action: Action) -> lsp.Command:
    """The command behind an action. The example is looked for when somebody wants it, since that takes a while."""
    return lsp.Command(action.title, ADD_EXAMPLE, arguments=[uri, action.finding.span.line, action.finding.span.column])


async def _add_example(server: _Server, uri: str, line: int, column: int) -> None:
    """Write the examples that are missing for a place into a document that is open, or say why there are none."""
    try:
        page = server.page(uri)
        loop = asyncio.get_running_loop()
        lines = await loop.run_in_executor(server.searcher, server.proposes, page.path, page.text, line, column)
        if lines is None:
            why = "no example was found that this needs, or the examples stand in brackets"
        elif server.page(uri).text != page.text:
            why = "the document was changed meanwhile, and nothing is written"
        else:
            edit = _behind(page, lines)
            server.workspace_apply_edit(lsp.ApplyWorkspaceEditParams(edit, "Add the missing example"))
            return
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, why))
    except Exception as error:
        server.said(error)


def _behind(page: _Page, lines: Lines) -> lsp.WorkspaceEdit:
    """Lines behind others; the last line of a document may have no end, and still has none."""
    behind, new = lines
    end = "\r\n" if "\r\n" in page.text else "\n"
    if behind < len(page.lines):
        place, text = lsp.Position(behind, 0), "".join(f"{line}{end}" for line in new)
    else:
        last = len(page.lines)
        place = page.range(Span("", last, 1, len(page.lines[-1]) + 1)).end
        text = "".join(f"{end}{line}" for line in new)
    return _edit(page, lsp.Range(place, place), text)


_SYMBOLS = {
    "section": lsp.SymbolKind.Namespace, "heading": lsp.SymbolKind.Module, "name": lsp.SymbolKind.Field,
    "example": lsp.SymbolKind.Event,
}  # fmt: skip


def _outline(server: _Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    page = server.page(params.text_document.uri)
    return [_symbol(page, symbol) for symbol in outline(page.index)]


def _symbol(page: _Page, symbol: Symbol) -> lsp.DocumentSymbol:
    selected = page.range(symbol.span)
    end = page.range(Span("", symbol.last, 1, len(page.lines[symbol.last - 1]) + 1)).end
    whole = lsp.Range(lsp.Position(selected.start.line, 0), max(end, selected.end))
    below = [_symbol(page, one) for one in symbol.below]
    return lsp.DocumentSymbol(
        symbol.name, _SYMBOLS[symbol.kind], whole, selected, symbol.detail or None, children=below
    )


def _folding(server: _Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    page = server.page(params.text_document.uri)
    return [lsp.FoldingRange(first - 1, last - 1) for first, last in sorted(folds(page.lines))]


def _location(server: _Server, page: _Page, span: Span) -> lsp.Location:
    if span.file == page.path.as_posix():
        return lsp.Location(page.uri, page.range(span))
    return lsp.Location(_uri(span), server.page(_uri(span)).range(span))


def _uri(span: Span) -> str:
    return from_fs_path(str(Path(span.file).absolute())) or ""


def _markdown(text: str) -> lsp.MarkupContent:
    return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
