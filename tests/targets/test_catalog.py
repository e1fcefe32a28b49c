"""The catalog says what there is: versions, services, codes, changes, counts, and every file with its digest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args, get_type_hints, is_typeddict

import jsonschema
import jsonschema_rs
import pytest
import yaml
from wiser_compiler.json_text import printed
from wiser_compiler.targets.catalog import FORM, PATHS
from wiser_policies import Catalog, known_versions

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
SCHEMA = json.loads((ROOT / "schemas/catalog.schema.json").read_text("utf-8"))
IS_VALID = jsonschema_rs.validator_for(SCHEMA).is_valid
TEXT = (GENERATED / "catalog.json").read_text("utf-8")
CATALOG = json.loads(TEXT)
VERSIONS = {**CATALOG["policies"], **CATALOG["programs"]}
DIGESTS = json.loads((GENERATED / "MANIFEST.json").read_text("utf-8"))["files"]

every_version = pytest.mark.parametrize("key", VERSIONS)


def document(key: str) -> Any:
    """The document of a version, as it was written."""
    return yaml.safe_load((ROOT / VERSIONS[key]["document"]["path"]).read_bytes())


# ---------------------------------------------------------------- its form


def test_the_schema_is_one_and_the_catalog_has_its_form() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert IS_VALID(CATALOG)
    assert SCHEMA["properties"]["form"]["const"] == CATALOG["form"] == FORM
    assert printed(CATALOG) == TEXT


def test_the_package_for_npm_has_a_copy_that_it_exports() -> None:
    assert {(GENERATED / path).read_text("utf-8") for path in PATHS} == {TEXT}
    package = json.loads((GENERATED / "javascript/package.json").read_text("utf-8"))
    assert f"javascript/{package['exports']['./catalog.json'].removeprefix('./')}" in PATHS
    assert package["version"] == CATALOG["version"]


def objects(schema: dict[str, Any], value: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    """Every object of the catalog that has fixed keys, with its schema."""
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null" and value is not None:
            yield from objects(choice, value)
    if isinstance(value, dict) and "required" in schema:
        yield schema, value
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key in schema.get("properties", ()):
            yield from objects(schema["properties"][key], inner)
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from objects(schema["additionalProperties"], inner)
    for inner in value if isinstance(value, list) else ():
        yield from objects(schema.get("items", {}), inner)


def test_the_schema_refuses_a_key_too_few_and_one_too_many() -> None:
    broken = deepcopy(CATALOG)
    tried = set()
    for schema, value in objects(SCHEMA, broken):
        of = tuple(schema["required"])
        for key in [*value]:
            if (of, key) not in tried:
                tried.add((of, key))
                kept = value.pop(key)
                assert not IS_VALID(broken), key
                value[key] = kept
        if (of, "") not in tried:
            tried.add((of, ""))
            value["another key"] = 1
            assert not IS_VALID(broken), of
            del value["another key"]
    assert len({of for of, _ in tried}) == 11


def test_the_types_of_the_package_have_the_keys_of_the_schema() -> None:
    def compared(kind: Any, schema: dict[str, Any]) -> Iterator[str]:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        schema = next((one for one in schema.get("anyOf", ()) if one["type"] != "null"), schema)
        inner = next((one for one in get_args(kind) if is_typeddict(one) or get_args(one)), None)
        if is_typeddict(kind):
            hints = get_type_hints(kind)
            assert list(hints) == schema["required"]
            for name, hint in hints.items():
                yield from compared(hint, schema["properties"][name])
            yield kind.__name__
        elif inner is not None and schema.get("type") == "array":
            yield from compared(inner, schema["items"])
        elif inner is not None and isinstance(schema.get("additionalProperties"), dict):
            yield from compared(inner, schema["additionalProperties"])
        elif inner is not None:
            yield from compared(inner, schema)

    found = set(compared(Catalog, SCHEMA))
    assert {"Catalog", "ProgramVersion", "PolicyVersion", "CatalogService", "Changes", "Counts", "Gap"} <= found


# ---------------------------------------------------------------- what it says


def test_it_names_the_versions_that_the_package_knows() -> None:
    assert [*CATALOG["policies"], *CATALOG["programs"]] == known_versions()


@every_version
def test_a_version_is_what_its_compiled_policy_says(key: str) -> None:
    version = VERSIONS[key]
    compiled = json.loads((GENERATED / f"compiled/{version['id']}/{version['version']}.json").read_text("utf-8"))
    same = ("id", "version", "title", "effective", "until", "meaning", "sources", "codes")
    assert {name: version[name] for name in same} == {name: compiled[name] for name in same}
    assert version["counts"]["criteria"] == len(compiled["criteria"])
    assert version["counts"]["facts"] == len(compiled["facts"])


@every_version
def test_a_version_counts_the_rows_of_its_cases_and_the_examples_of_its_document(key: str) -> None:
    counts = VERSIONS[key]["counts"]
    (table,) = (path for path in VERSIONS[key]["files"]["cases"] if path.endswith(".json"))
    assert counts["cases"] == len(json.loads((GENERATED / table).read_text("utf-8"))["rows"])
    examples = document(key)["examples"]
    written = [*examples.get("bases", ()), *examples.get("cases", ()), *filter(None, [examples.get("base")])]
    assert counts["examples"] == len(written)


@every_version
def test_a_version_has_the_digest_of_its_document_and_of_each_of_its_files(key: str) -> None:
    version = VERSIONS[key]
    source = version["document"]
    assert sha256((ROOT / source["path"]).read_bytes()).hexdigest() == source["sha256"]
    for files in version["files"].values():
        for path, digest in files.items():
            assert digest == DIGESTS[path] == sha256((GENERATED / path).read_bytes()).hexdigest()


def test_it_lists_every_file_but_itself_and_what_belongs_to_no_version_apart() -> None:
    of_a_version = {path for version in VERSIONS.values() for files in version["files"].values() for path in files}
    shared = set(CATALOG["shared"])
    assert of_a_version | shared == set(DIGESTS) - set(PATHS)
    assert not of_a_version & shared
    assert "json_schema/result.schema.json" in shared
    assert all(digest == DIGESTS[path] for path, digest in CATALOG["shared"].items())


@every_version
def test_changes_are_those_that_the_document_declares(key: str) -> None:
    declared = document(key).get("changes")
    changes = VERSIONS[key]["changes"]
    assert (changes is None) == (declared is None)
    if changes is not None:
        assert {name: value for name, value in changes.items() if value} == declared
        assert list(changes) == ["from", "added", "removed", "moved", "stricter", "looser", "reworded"]


def test_a_program_says_which_policies_encode_its_services_and_how_we_label_their_codes() -> None:
    (program,) = CATALOG["programs"].values()
    services = {service["id"]: service for service in program["services"]}
    assert len(services) == 13
    assert {key for service in services.values() for key in service["policies"]} == set(CATALOG["policies"])
    assert services["esi"]["policies"] == ["esi@1.0.0", "esi@6.0.0"]
    for service in services.values():
        newest = CATALOG["policies"][service["policies"][-1]]
        labels = {code["code"]: code["label"] for code in newest["codes"]}
        assert all(code["label"] == labels.get(code["code"], "") for code in service["codes"])
        assert service["coverage"]
        assert service["section"].startswith("6.2.")


def test_a_policy_says_what_it_is_part_of() -> None:
    assert {version["part_of"] for version in CATALOG["policies"].values()} == set(CATALOG["programs"])
    assert [version["part_of"] for version in CATALOG["programs"].values()] == [None]
