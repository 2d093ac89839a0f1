"""One thread beside the loop, for what takes long: who waits for nothing of it does not wait."""

import asyncio
import ctypes
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import Any, TypeVar

Result = TypeVar("Result")


class TookTooLong(BaseException):
    """Ends what takes too long, wherever it is."""


class SlowLane:
    """Does one thing after another, each for no longer than it may.

    There is one thread because what draws figures is made for one.
    """

    def __init__(self) -> None:
        self._thread = _thread()

    async def run(self, act: Callable[[], Result], within: float) -> Result:
        """Return what ``act`` returns, once it is its turn.

        Parameters
        ----------
        within
            The seconds that it may take from then on. It is then ended, and others go on.

        Raises
        ------
        TimeoutError
            If it took longer.
        """
        loop = asyncio.get_running_loop()
        began: asyncio.Future[int] = loop.create_future()

        def acted() -> Result:
            _import_what_draws()
            loop.call_soon_threadsafe(_tell, began, threading.get_ident())
            return act()

        done = loop.run_in_executor(self._thread, acted)
        both: set[asyncio.Future[Any]] = {began, done}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        try:
            return await asyncio.wait_for(done, within)
        except TimeoutError:
            self._leave(began.result())
            raise

    def _leave(self, thread: int) -> None:
        """Go on with another thread: where the old one comes to its end is not known."""
        old, self._thread = self._thread, _thread()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread), ctypes.py_object(TookTooLong)
        )
        old.shutdown(wait=False)


def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "costly")


def _import_what_draws() -> None:
    """Import it apart: an import that is ended half way cannot be had again."""
    with suppress(ModuleNotFoundError):
        for name in ("figure", "style", "backends.backend_svg", "backends.backend_pdf"):
            import_module(f"matplotlib.{name}")


def _tell(began: "asyncio.Future[int]", thread: int) -> None:
    if not began.done():
        began.set_result(thread)
