"""The schema of an ask list: one for all policies, since it holds words, places of a request, and ids of criteria."""

from __future__ import annotations

from wiser_compiler.targets.json_schema.answers import TEXT, list_of, object_of, said, text
from wiser_compiler.targets.json_schema.logic import Schema

_YES_OR_NO: Schema = {"type": "boolean"}
_CRITERIA = list_of("The criteria, by their ids", TEXT)
_THING = object_of(
    {
        "place": text("What the request is to state, as a JSON pointer; `-` is a record that is added to a list"),
        "asks": text("What is asked for, in words"),
        "chart": text("The heading of the chart under which it stands"),
        "from": text("Who has it; may be empty"),
    }
)
_WAY = object_of(
    {
        "things": list_of("What closes the gap together", _THING),
        "unlikely": said("Whether something in the request speaks against it", _YES_OR_NO),
        "opens_more": said("Whether further things may be asked for after it", _YES_OR_NO),
    }
)
_GAP = object_of(
    {
        "criteria": _CRITERIA,
        "if_settled": said("Whether it matters only if what is contradicted is settled", _YES_OR_NO),
        "stands": list_of("The criteria that are not met as the request stands, in words", TEXT),
        "ways": list_of("The ways to close it, of which one is enough; the likeliest first", _WAY),
    }
)

ASK_LIST: Schema = object_of(
    {
        "contradicted": list_of(
            "Criteria that nothing closes, since the chart stands against them",
            object_of({"criteria": _CRITERIA, "says": text("What the chart says otherwise, in words")}),
        ),
        "gaps": list_of("What is asked for, the shortest first", _GAP),
        "offices": list_of(
            "What each supplier is asked for",
            object_of({"from": text("The supplier"), "text": text("Words to read into a telephone, or to copy")}),
        ),
    }
)
