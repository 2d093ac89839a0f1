"""What an instructor has without us: stock Voila, `interact` and a figure."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine import Digests
from in_a_kernel import OfAKernel
from measuring.interact import interact_notebook
from server import Server, listening


@contextmanager
def stock_voila() -> Iterator[Server]:
    """Run the installed `voila` as it comes, with nobody's settings, on such a notebook."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as settings:
        interact_notebook(Path(folder))
        program = Path(sys.executable).with_name("voila")
        env = {**os.environ, "JUPYTER_CONFIG_DIR": settings}
        said = {"stderr": subprocess.STDOUT, "env": env}
        with listening([program, "--no-browser", folder], **said) as at:
            yield at


class WithInteract(OfAKernel):
    """One who ticks the box, and sees the figure drawn anew."""

    asking = ()

    async def page(self) -> None:
        """Open the page, and learn of each widget what it is."""
        await self.open_page("interact.ipynb")
        self._heard_of: asyncio.Queue[Any] = asyncio.Queue()
        self._drawn: asyncio.Queue[bool] = asyncio.Queue()
        await self.join_kernel()
        comms = await self._heard_of.get()
        for comm in comms:
            await self.tell_comm(comm, method="request_state")
        models = [await self._heard_of.get() for _ in comms]
        self._box = next(comm for comm, model in models if model == "CheckboxModel")

    async def greeted(self, _expected: Digests) -> bool:
        """Nothing is left to be shown."""
        return True

    async def toggled(self, number: int) -> bool:
        state = {"value": number % 2 == 0}
        await self.tell_comm(self._box, method="update", state=state, buffer_paths=[])
        return await self._drawn.get()

    def take(self, frame: Any) -> None:
        content = frame["content"]
        match frame["msg_type"]:
            case "comm_info_reply":
                self._heard_of.put_nowait([*content["comms"]])
            case "comm_msg" if "_model_name" in content["data"].get("state", {}):
                model = content["data"]["state"]["_model_name"]
                self._heard_of.put_nowait((content["comm_id"], model))
            case "display_data":
                self._drawn.put_nowait("image/png" in content["data"])
