"""An application finds every file through the catalog of the package, and no other file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import wiser_compiler
import wiser_policies
from copies import copied
from wiser_policies import catalog, read_file

ROOT = Path(__file__).parents[2]


def files() -> dict[str, str]:
    """The digest of each file of the catalog."""
    versions = (*catalog()["programs"].values(), *catalog()["policies"].values())
    own = {path: digest for version in versions for some in version["files"].values() for path, digest in some.items()}
    return own | catalog()["shared"]


def test_the_package_has_a_version() -> None:
    assert wiser_policies.__version__ == wiser_compiler.__version__ == catalog()["version"]


def test_the_catalog_is_the_one_of_the_build_and_is_read_once() -> None:
    assert catalog() == json.loads((ROOT / "generated/catalog.json").read_text("utf-8"))
    assert catalog() is catalog()


def test_every_file_that_it_lists_can_be_read() -> None:
    """JavaScript and pages are no files of an installed package, such as `make wheel-test` looks at."""
    left_out = ("javascript/", "page/") if os.environ.get("NATIVE") else ()
    here = {path for path in files() if not path.startswith(left_out)}
    assert {path: sha256(read_file(path)).hexdigest() for path in here} == {path: files()[path] for path in here}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "catalog.json",
        "../pyproject.toml",
        "/etc/passwd",
        "markdown/../catalog.json",
        "markdown/esi",
        "compiled/a.json",
    ],
)
def test_no_other_file_can_be_read(path: str) -> None:
    with pytest.raises(LookupError, match="the catalog lists no file"):
        read_file(path)


def test_every_name_of_the_package_can_be_imported_and_no_other() -> None:
    assert [name for name in wiser_policies.__all__ if not hasattr(wiser_policies, name)] == []
    assert not hasattr(wiser_policies, "catalogue")


def python(folder: Path, code: str) -> str:
    """What code prints that has the standard library and the packages of a folder alone."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); {code}"
    command = [sys.executable, "-I", "-S", "-B", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_validators_do_not_load_the_catalog() -> None:
    code = "import wiser_policies as w; w.check({}); print([name for name in sys.modules if 'catalog' in name])"
    assert python(ROOT / "generated/python", code) == "[]\n"


def test_a_copy_of_the_package_without_its_files_says_what_it_lacks(tmp_path: Path) -> None:
    copied(ROOT / "generated/python/wiser_policies", tmp_path / "site/wiser_policies")
    code = (
        "import wiser_policies as w\ntry: w.catalog()\nexcept LookupError as error: print(error)\n"
        "print(w.check({'codes': ['64483']}).outcome)"
    )
    assert python(tmp_path / "site", f"exec({code!r})").splitlines() == [
        "catalog.json is not in this copy of the package; an installed one has all but JavaScript and pages",
        "incomplete",
    ]
