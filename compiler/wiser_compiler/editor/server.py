"""The language server over standard streams. Knows the protocol, and of documents what the other modules say.

Whatever goes wrong ends in an empty answer and never in a traceback, which could show what somebody wrote.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from wiser_compiler import __version__
from wiser_compiler.diagnostics import Diagnostic, Span
from wiser_compiler.editor import findings as linting
from wiser_compiler.editor.code_actions import actions
from wiser_compiler.editor.completion import complete
from wiser_compiler.editor.hover import hover
from wiser_compiler.editor.index import Index, index_of
from wiser_compiler.editor.outline import Symbol, folds, outline
from wiser_compiler.editor.rename import Refused, renamable, rename
from wiser_compiler.reading.syntax import MOST_BYTES

PAUSE = 0.1  # seconds without a change, after which a document is looked through

T = TypeVar("T")


@dataclass(slots=True)
class _Open:
    """A document that is open: its last findings, and the search for newer ones."""

    found: list[Diagnostic] = field(default_factory=list)
    search: asyncio.Task[None] | None = None


class _Server(LanguageServer):
    def __init__(self) -> None:
        super().__init__("wiser", __version__)
        self.open: dict[str, _Open] = {}
        # One search at a time: two would only take turns, and the older one is of no use any more.
        self.searcher = ThreadPoolExecutor(1, "findings")

    def report_server_error(self, error: Exception, _: object) -> None:
        """Tell the editor in one line that an answer is missing."""
        self.said(type(error).__name__)

    def said(self, what: str) -> None:
        """A line in the log of the editor."""
        message = f"wiser made a mistake of its own ({what}); WISER_TRACE=1 shows where"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, message))

    def document(self, uri: str) -> TextDocument:
        """The text as it is in the editor."""
        return self.workspace.get_text_document(uri)

    def index(self, uri: str) -> Index:
        """What is known of a document. One that is too large is taken for empty."""
        text = self.document(uri).source
        return index_of(path_of(uri), text if len(text) <= MOST_BYTES else "")


def path_of(uri: str) -> Path:
    """Where a document lies; one that lies nowhere yet is taken for a draft in the folder of the policies."""
    path = to_fs_path(uri)
    if not path or not uri.startswith("file:"):
        return Path("policies/draft/1.0.0.yaml")
    full = Path(path)
    # As on the command line, where names are shown as they are given.
    return full.relative_to(Path.cwd()) if full.is_relative_to(Path.cwd()) else full


def serve() -> None:
    """Answer an editor until it goes."""
    gc.enable()
    if not os.environ.get("WISER_TRACE"):
        logging.getLogger("pygls").addHandler(logging.NullHandler())
        logging.getLogger("pygls").propagate = False
    _server().start_io()


def _server() -> _Server:
    server = _Server()
    feature = server.feature
    feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_changed)
    feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    triggers = lsp.CompletionOptions(trigger_characters=[" ", "{", "[", ".", ",", '"'])
    feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)(_careful(_completion, None))
    feature(lsp.TEXT_DOCUMENT_HOVER)(_careful(_hover, None))
    feature(lsp.TEXT_DOCUMENT_DEFINITION)(_careful(_definition, None))
    feature(lsp.TEXT_DOCUMENT_REFERENCES)(_careful(_references, None))
    feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(_careful(_prepare_rename, None))
    feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(_careful(_rename, None))
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)(_careful(_code_actions, None))
    feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_careful(_outline, None))
    feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)(_careful(_folding, None))
    return server


def _careful(answer: Callable[[_Server, Any], T], otherwise: T) -> Callable[[_Server, Any], T]:
    """The answer, or nothing where it fails; the editor is told in its log."""

    def careful(server: _Server, params: Any) -> T:
        try:
            return answer(server, params)
        except Refused as refused:
            raise JsonRpcInvalidParams(str(refused)) from None
        except Exception as error:
            _trace()
            server.said(type(error).__name__)
            return otherwise

    return careful


def _trace() -> None:
    if os.environ.get("WISER_TRACE"):
        import traceback

        traceback.print_exc()


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
    document = server.document(uri)
    steps = linting.findings(path_of(uri), document.source)
    loop = asyncio.get_running_loop()
    try:
        last: list[Diagnostic] | None = None
        while (found := await loop.run_in_executor(server.searcher, next, steps, None)) is not None:
            server.open[uri].found = found
            if found != last:
                params = lsp.PublishDiagnosticsParams(
                    uri, [_diagnostic(document, one) for one in found], document.version
                )
                server.text_document_publish_diagnostics(params)
            last = found
    except Exception as error:
        _trace()
        server.said(type(error).__name__)


def _diagnostic(document: TextDocument, finding: Diagnostic) -> lsp.Diagnostic:
    help = f"\nhelp: {finding.help}" if finding.help else ""
    notes = "".join(f"\nnote: {note}" for note in finding.notes)
    severity = lsp.DiagnosticSeverity.Error if finding.severity == "error" else lsp.DiagnosticSeverity.Warning
    related = [
        lsp.DiagnosticRelatedInformation(lsp.Location(_uri(span), _range(document, span)), label)
        for span, label in finding.related
        if span.line
    ]
    return lsp.Diagnostic(
        _range(document, finding.span), f"{finding.message}{help}{notes}", severity, finding.code, source="wiser",
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
    document, index = server.document(params.text_document.uri), server.index(params.text_document.uri)
    line, column = _place(document, params.position)
    found = complete(index, line, column)
    place = _range(document, Span("", line, found.column, column))
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
    document = server.document(params.text_document.uri)
    found = hover(server.index(params.text_document.uri), *_place(document, params.position))
    return lsp.Hover(_markdown(found[0]), _range(document, found[1])) if found else None


def _definition(server: _Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    document, index = server.document(params.text_document.uri), server.index(params.text_document.uri)
    mention = index.mention_at(*_place(document, params.position))
    found = index.declaration(mention) if mention else None
    return _location(server, document, index, found.span) if found else None


def _references(server: _Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    document, index = server.document(params.text_document.uri), server.index(params.text_document.uri)
    mention = index.mention_at(*_place(document, params.position))
    if mention is None:
        return []
    declared = index.declaration(mention)
    uses = [use.span for use in index.uses(mention) if declared is None or use.span != declared.span]
    if declared and params.context.include_declaration:
        uses.insert(0, declared.span)
    return [_location(server, document, index, span) for span in uses]


def _prepare_rename(server: _Server, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder:
    document, index = server.document(params.text_document.uri), server.index(params.text_document.uri)
    mention = renamable(index, *_place(document, params.position))
    return lsp.PrepareRenamePlaceholder(_range(document, mention.span), mention.name)


def _rename(server: _Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    uri = params.text_document.uri
    document, index = server.document(uri), server.index(uri)
    spans = rename(index, *_place(document, params.position), params.new_name)
    return lsp.WorkspaceEdit({uri: [lsp.TextEdit(_range(document, span), params.new_name) for span in spans]})


def _code_actions(server: _Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    document = server.document(uri)
    known = server.open.get(uri, _Open()).found
    found = actions(known, params.range.start.line + 1, params.range.end.line + 1)
    return [
        lsp.CodeAction(
            action.title,
            lsp.CodeActionKind.QuickFix,
            [_diagnostic(document, action.finding)],
            is_preferred=action.sure,
            edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(_range(document, action.span), action.text)]}),
        )
        for action in found
    ]


_SYMBOLS = {
    "section": lsp.SymbolKind.Namespace, "heading": lsp.SymbolKind.Module, "name": lsp.SymbolKind.Field,
    "example": lsp.SymbolKind.Event,
}  # fmt: skip


def _outline(server: _Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    document, index = server.document(params.text_document.uri), server.index(params.text_document.uri)
    return [_symbol(document, index, symbol) for symbol in outline(index)]


def _symbol(document: TextDocument, index: Index, symbol: Symbol) -> lsp.DocumentSymbol:
    selected = _range(document, symbol.span)
    end = lsp.Position(symbol.last - 1, document.position_codec.client_num_units(index.lines[symbol.last - 1]))
    whole = lsp.Range(lsp.Position(selected.start.line, 0), max(end, selected.end))
    below = [_symbol(document, index, one) for one in symbol.below]
    return lsp.DocumentSymbol(
        symbol.name, _SYMBOLS[symbol.kind], whole, selected, symbol.detail or None, children=below
    )


def _folding(server: _Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    lines = server.index(params.text_document.uri).lines
    return [lsp.FoldingRange(first - 1, last - 1) for first, last in sorted(folds(lines))]


# ---------------------------------------------------------------- places

# Places of findings are counted in code points from 1, those of the protocol in units that the editor chose from 0.


def _place(document: TextDocument, position: lsp.Position) -> tuple[int, int]:
    lines = document.lines
    if position.line >= len(lines):
        return position.line + 1, 1
    place = document.position_codec.position_from_client_units(lines, position)
    return place.line + 1, place.character + 1


def _range(document: TextDocument, span: Span) -> lsp.Range:
    lines = document.lines
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    start, end = (
        lsp.Position(max(span.line - 1, 0), document.position_codec.client_num_units(line[: column - 1]))
        for column in (span.column, span.end)
    )
    return lsp.Range(start, end)


def _location(server: _Server, document: TextDocument, index: Index, span: Span) -> lsp.Location:
    if span.file == index.path.as_posix():
        return lsp.Location(document.uri, _range(document, span))
    uri = _uri(span)
    return lsp.Location(uri, _range(server.document(uri), span))


def _uri(span: Span) -> str:
    return from_fs_path(str(Path(span.file).absolute())) or ""


def _markdown(text: str) -> lsp.MarkupContent:
    return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
