"""Build hook: a wheel carries each case checked and compiled, and the notebooks."""

import sys
from collections.abc import Iterator
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
        """Compile the cases, and include them and the notebooks."""
        if version == "editable":
            return
        self._scratch = TemporaryDirectory()  # goes when the build does
        build_data["force_include"] |= dict(self._compiled(Path(self._scratch.name))) | {
            str(notebook): f"okin_lib/notebooks/{notebook.name}"
            for notebook in Path(self.root, "notebooks").glob("*.ipynb")
        }

    def _compiled(self, scratch: Path) -> Iterator[tuple[str, str]]:
        """Yield where each case is written as compiled, and where the wheel has it."""
        sys.path.insert(0, self.root)
        from okin_lib.lessons.installed import EXAMPLES, PACKAGE, STORE, compiled_text

        for root in (PACKAGE, *EXAMPLES.iterdir()):
            written = scratch / f"{root.name}.json"
            written.write_text(compiled_text(root), encoding="utf-8")
            yield str(written), (root / STORE).relative_to(PACKAGE.parent).as_posix()
