"""Voila, with one policy: what it reads, what it shows, and what it answers."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path
from jupyter_server import DEFAULT_STATIC_FILES_PATH
from jupyter_server.utils import url_path_join
from tornado.web import RedirectHandler
from traitlets import Any as Anything
from traitlets import Dict, Instance, List, Unicode, default
from traitlets.config import Config
from voila.paths import (  # type: ignore[import-untyped]
    collect_static_paths,
    collect_template_paths,
)
from voila.utils import create_include_assets_functions  # type: ignore[import-untyped]

from okin_lib.hosts import local
from okin_lib.hosts.server import class_pages, log, shared_pages
from okin_lib.hosts.server.address import bound, check_free, own_address, written
from okin_lib.hosts.server.answering import answering
from okin_lib.hosts.server.channels import Channels
from okin_lib.hosts.server.class_way import ClassWay
from okin_lib.hosts.server.files import headers_in
from okin_lib.hosts.server.frame import assets, entries, first_page, parts
from okin_lib.hosts.server.headers import ours, transform
from okin_lib.hosts.server.home import keep_apart, prepend
from okin_lib.hosts.server.listener import Listening
from okin_lib.hosts.server.notes import NotesPage
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.pages import FrontPart, Health, NotebookList, Nothing, Robots
from okin_lib.hosts.server.policy import TEMPLATE, policy
from okin_lib.hosts.server.readers import Notebooks

TEMPLATES = Path(__file__).parents[1]
CONTROL = r"(?i).*%([01][0-9a-f]|7f).*"
"""An address with a control character in it: a file system fails on some."""
KERNEL = r"api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels"


class OkinVoila(Listening):
    """Voila as this project serves it: a file of the user's adds headers, and changes nothing."""

    options = Instance(Options, args=())
    settings_folders = List(Unicode())
    _parts = Dict()
    _way = Anything()

    @default("_parts")
    def _read_once(self) -> Mapping[str, str]:
        return {**parts(), **(class_pages.scripts() if self.options.together else {})}

    @default("_way")
    def _begun(self) -> ClassWay | None:
        return ClassWay(self.options, lambda: int(self.port)) if self.options.together else None

    def invitation(self) -> str:
        """Return what is said of where the notebooks are, and the class if one meets here."""
        if self.options.socket:
            return f"It listens on {self.options.socket}. Ctrl-C stops it."
        if self._way:
            return str(self._way.invitation())
        said = f"Open {self._url(written(self.ip))} in a browser. Ctrl-C stops it."
        others = own_address(self.ip)
        return f"{said} Others on this network: {self._url(others)}" if others else said

    def get_default_logging_config(self) -> dict[str, Any]:
        """Leave it to the log of the process how and where what is said here is written."""
        its = {"handlers": [], "level": "WARNING", "propagate": True}
        return {"version": 1, "disable_existing_loggers": False, "loggers": {self.log.name: its}}

    def load_config_file(self, filename: str, path: Any = None) -> None:  # noqa: ARG002
        """Take the headers from the user's files, and nothing else."""
        added = headers_in(self.settings_folders)
        self.update_config(Config(Voila={"tornado_settings": {"headers": added}}))

    def setup_template_dirs(self) -> None:
        """Look for our templates, and take no settings from any."""
        self.template_paths = collect_template_paths(["voila", "nbconvert"], TEMPLATE, prune=True)
        static = collect_static_paths(["voila", "nbconvert"], TEMPLATE)
        self.static_paths = [*static, DEFAULT_STATIC_FILES_PATH]

    def bind(self) -> None:
        """Listen on the file that was asked for, or else at a port."""
        if path := self.options.socket:
            self.listener.add_socket(bound(path))
        else:
            super().bind()

    def init_settings(self) -> dict[str, Any]:
        """Return Tornado's settings."""
        settings: dict[str, Any] = super().init_settings()
        templates = settings["voila_jinja2_env"]
        templates.globals |= create_include_assets_functions(TEMPLATE, self.base_url)
        origins = "|".join(map(re.escape, self.options.origins))
        resources = self.voila_configuration.resources
        self.contents_manager = Notebooks(parent=self)
        return settings | {
            "contents_manager": self.contents_manager,
            # It names nobody: with it a page ends its kernel, and no other site can.
            "xsrf_cookie_kwargs": {"path": self.base_url, "samesite": "Lax", "expires_days": None},
            "jinja2_env": templates,  # of errors too
            "websocket_compression_options": {},  # what a click sends is mostly markup
            "jinja_template_vars": {
                **{name: resources[name] for name in ("local", "notebooks", "own_address")},
                "first": first_page(),
                "pages": self.options.shared,
                "together": self.options.together,
                "assets": assets(self._parts),
            },
            "transforms": [transform(ours(self.options.frame_ancestors), self._added())],
            "default_handler_class": Nothing,
            "log_function": log.request,
            **({"allow_origin_pat": origins} if origins else {}),
        }

    def _added(self) -> dict[str, str]:
        headers: dict[str, str] = self.tornado_settings.get("headers", {})
        return headers

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """Return what answers which address."""
        voilas = [tuple(handler) for handler in super().init_handlers()]
        served, kept = self._parts, answering(self.options.together)
        self.make_room(self.options.pages)
        ours: list[tuple[Any, ...]] = [
            ("healthz", Health, {"report": self.health}),
            ("robots.txt", Robots),
            (f"okin/({'|'.join(map(re.escape, served))})", FrontPart, {"parts": served}),
            (r"notes/([\w-]+)", NotesPage),
            *([] if self.options.together else self._of_kernels()),
        ]
        return [
            (CONTROL, Nothing),
            *((url_path_join(self.base_url, at), *how) for at, *how in ours),
            *_redirected(self.base_url),
            *self._shared(),
            *((at, kept[of], *how) for at, of, *how in voilas if of in kept),
        ]

    def _shared(self) -> list[tuple[Any, ...]]:
        ids = [each["id"] for each in self.voila_configuration.resources["notebooks"]]
        if not (self.options.shared and ids):
            return []
        classes = self._way.classes if self._way else None
        return shared_pages.handlers(
            Path(self.root_dir), ids, self.options, self.of_lessons, classes
        )

    def _of_kernels(self) -> list[tuple[Any, ...]]:
        return [
            (KERNEL, Channels, {"sockets": self.of_kernels}),
            ("voila/", NotebookList, {"voila_configuration": self.voila_configuration}),
            ("voila", RedirectHandler, {"url": url_path_join(self.base_url, "voila/")}),
        ]


def _redirected(base_url: str) -> list[tuple[Any, ...]]:
    bare = base_url.rstrip("/")
    return [(re.escape(bare), RedirectHandler, {"url": base_url})] if bare else []


def prepared(folder: Path, options: Options, open_browser: bool) -> OkinVoila:
    """Return the server of the notebooks in ``folder``, ready to start.

    Raises
    ------
    ValueError
        If the file of ``OKIN_LOCAL`` is not as it must be, or the server cannot listen there.
    """
    texts = local.load()
    check_free(options.ip, options.port)
    folders = [str(Path.cwd()), *jupyter_config_path()]
    keep_apart()  # from here on no settings are found but ours
    prepend("JUPYTER_PATH", TEMPLATES)
    app: OkinVoila = OkinVoila.instance(options=options, settings_folders=folders)
    around = {
        "local": texts,
        "own_address": own_address(options.ip),
        "notebooks": entries(folder),
    }
    app.update_config(policy(options, around))
    app.update_config(Config(Voila={"root_dir": str(folder), "open_browser": open_browser}))
    app.initialize([])
    log.quiet(app.log)
    return app
