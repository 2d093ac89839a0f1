"""Where a server can listen, and where others find it."""

import errno
import os
import socket
from contextlib import closing
from pathlib import Path

ANY = {"", "0.0.0.0", "::"}
NOWHERE = ("192.0.2.1", 9)  # an address kept for examples: it stands for any other machine


def check_free(ip: str, port: int | None) -> None:
    """Raise `ValueError`, which says what to do, unless a server can listen there."""
    try:
        places = socket.getaddrinfo(ip or None, port or 0, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:  # ValueError: no name of a machine is like it
        raise ValueError(_no_such_address(ip)) from error
    problems = [problem for place in places if (problem := _problem(*place))]
    # A machine without IPv6 cannot listen on every address that `localhost` has.
    taken = [problem for problem in problems if problem.errno != errno.EADDRNOTAVAIL]
    if taken or len(problems) == len(places):
        raise ValueError(_remedy(ip, port, (taken or problems)[0]))


def _problem(
    family: int, kind: int, protocol: int, _name: str, place: tuple[str | int, ...]
) -> OSError | None:
    """Return why no server can listen at ``place``, if so."""
    try:
        with closing(socket.socket(family, kind, protocol)) as probe:
            if os.name != "nt":  # where it would mean that two may listen
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            probe.bind(place)
    except OSError as problem:
        return problem
    return None


def _remedy(ip: str, port: int | None, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            f"port {port} is taken: stop what uses it, or give another with --port; without "
            "--port a free one is found"
        )
    if problem.errno == errno.EACCES:
        return f"port {port} is for the system's own programs: give one from 1024 on with --port"
    return _no_such_address(ip)


def _no_such_address(ip: str) -> str:
    return (
        f"--ip: {ip!r} is no address of this machine: give one that is, or 0.0.0.0 for all; "
        "without --ip only this machine opens the pages"
    )


def own_address(ip: str) -> str:
    """Return the address at which others on its network find this machine, if they can.

    It is empty for a server that listens on this machine alone, or that has no network. No
    packet is sent: the system is asked which address it would send from.
    """
    if ip not in ANY:
        return ""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(NOWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def written(ip: str) -> str:
    """Return ``ip`` as an address has it; for all of them, the one that this machine opens."""
    if ip in ANY:
        return "localhost"
    return f"[{ip}]" if ":" in ip else ip


def bound(path: Path) -> socket.socket:
    """Return a socket at a file, for its user alone; raise `ValueError` if there can be none.

    Other users of the machine can ask a port that is only for this machine.
    """
    if not hasattr(socket, "AF_UNIX"):
        raise ValueError("--socket: this system has none: give a port with --port")
    from tornado.netutil import bind_unix_socket

    try:
        return bind_unix_socket(str(path), mode=0o600)
    except (OSError, ValueError) as error:
        raise ValueError(
            f"--socket: nothing can listen on {str(path)!r}: {error}. Give a short path, in a "
            "folder that you can write to, of a file that is not there"
        ) from error
