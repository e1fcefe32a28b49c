"""The catalog of this package, and the files that it lists: schemas, cases, checklists, compiled policies, validators.

Where this package was installed they lie in its folder `data`, in a checkout in the folder `generated` around it. Both
are read through the loader of the package, so that a wheel need not be unpacked.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from wiser_policies._catalog_types import Catalog

NAME = "catalog.json"
INSTALLED = "data"  # the folder of the files in an installed package
OWN = "python/wiser_policies/"
# A validator reads the compiled policy beside it, so an installed package has this file of the build only there.
_COMPILED = r"compiled/(\w+)/([0-9.]+)\.json"
BESIDE_MODULE = r"(\w+)/v([0-9_]+)\.policy\.json"


@lru_cache(1)
def catalog() -> Catalog:
    """What this package has. It is read once, and every call returns the same object: change a copy.

    Raises LookupError where the package was copied without its files.
    """
    return cast("Catalog", json.loads(_read(NAME)))


@lru_cache(1)
def _known() -> frozenset[str]:
    known = catalog()
    versions = [*known["programs"].values(), *known["policies"].values()]
    of_versions = (path for version in versions for files in version["files"].values() for path in files)
    return frozenset((*of_versions, *known["shared"]))


def read_file(path: str) -> bytes:
    """The content of a file that the catalog lists, such as `json_schema/esi/6.0.0/request.schema.json`.

    Raises LookupError for any other path, and in an installed package for JavaScript, which npm has, and for pages.
    """
    if path not in _known():
        raise LookupError(f"the catalog lists no file {path!r}")
    return _read(path)


def _read(path: str) -> bytes:
    """The content of a file of the build. Raises LookupError where this copy of the package is without it."""
    spec: Any = __spec__
    for place in places(path, os.path.dirname(spec.origin)):  # noqa: PTH120 - importing pathlib takes longer than this
        try:
            return bytes(spec.loader.get_data(place))
        except OSError:
            continue
    raise LookupError(f"{path} is not in this copy of the package; an installed one has all but JavaScript and pages")


def places(path: str, package: str) -> list[str]:
    """Where a file of the build may lie: in the package itself, in its folder of files, or in the build around it."""
    if path.startswith(OWN):
        return [os.path.join(package, path.removeprefix(OWN))]  # noqa: PTH118
    build = os.path.dirname(os.path.dirname(package))  # noqa: PTH120
    found = [os.path.join(folder, path) for folder in (os.path.join(package, INSTALLED), build)]  # noqa: PTH118
    if match := re.fullmatch(_COMPILED, path):
        found.append(os.path.join(package, match[1], f"v{match[2].replace('.', '_')}.policy.json"))  # noqa: PTH118
    return found
