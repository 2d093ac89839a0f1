"""Build hook: a wheel carries the case checked and compiled, and the notebooks."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelExtras(BuildHookInterface[Any]):
    """Add to a wheel what the source tree does not hold in the same place.

    An editable install gets neither, so that the YAML and the notebooks of the checkout
    stay the only copy.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the case, and include it and the notebooks."""
        if version == "editable":
            return
        self._scratch = TemporaryDirectory()  # goes when the build does
        compiled = Path(self._scratch.name, "case.json")
        compiled.write_text(self._compile(), encoding="utf-8")
        build_data["force_include"] |= {str(compiled): "okin_lib/_case.json"} | {
            str(notebook): f"okin_lib/notebooks/{notebook.name}"
            for notebook in Path(self.root, "notebooks").glob("*.ipynb")
        }

    def _compile(self) -> str:
        sys.path.insert(0, self.root)
        from okin_lib.lessons.installed import compiled_text

        return compiled_text()
