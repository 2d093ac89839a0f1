"""How many files the process may have open: each connection, socket and kernel takes some."""

import sys

OF_A_KERNEL = 16
"""A kernel and the page that it computes."""
OTHERS = 200


def share_of(wanted: int, pages: int) -> float:
    """Let the process have so many more open than its kernels take, or as many as it can.

    Parameters
    ----------
    pages
        How many kernels there may be.

    Returns
    -------
    float
        How much of what is wanted there is: 1, or less.
    """
    if sys.platform == "win32":
        return 1
    from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit, setrlimit

    soft, hard = getrlimit(RLIMIT_NOFILE)
    every = wanted + pages * OF_A_KERNEL + OTHERS
    if soft == RLIM_INFINITY or soft >= every:
        return 1
    files = every if hard == RLIM_INFINITY else min(hard, every)
    setrlimit(RLIMIT_NOFILE, (files, hard))
    return files / every
