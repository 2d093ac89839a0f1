"""A file of rows as CSV that was left half written."""

from collections.abc import Iterable
from pathlib import Path


def kept_lines(path: Path, heads: Iterable[str]) -> int:
    """Cut off a last line that is torn, and return how many are left.

    Parameters
    ----------
    heads
        How each line must begin.

    Raises
    ------
    ValueError
        If one begins otherwise, or there are more; the file is then left as it is.
    """
    kept = end = 0
    expected = iter(heads)
    with path.open("r+b") as file:
        for line in file:
            head, whole = next(expected, "").encode(), line.endswith(b"\n")
            if not head or not (line.startswith(head) or (not whole and head.startswith(line))):
                raise ValueError(
                    f"{path}, line {kept + 1}: another sweep wrote it, or another version of the "
                    "law: name another file, or begin anew without resume"
                )
            if whole:
                kept, end = kept + 1, end + len(line)
        file.truncate(end)
    return kept
