"""What an editable install holds: nothing of generated/, which a checkout reads itself and `wiser build` writes."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FilesOfACheckout(BuildHookInterface[Any]):
    """Leaves generated files out of an editable install, so that it can be made before the first build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Choose the files where `version` is `editable`; a wheel to hand on has all of them."""
        if version == "editable":
            files = self.build_config.target_config["force-include"].items()
            kept = {path: place for path, place in files if not path.startswith("generated/")}
            build_data["force_include_editable"] = kept
