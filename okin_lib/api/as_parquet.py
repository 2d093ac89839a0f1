"""Rows as a file of Parquet, where pyarrow is there."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from okin_lib.api.shown import Record
from okin_lib.files.whole import whole

GROUP = 10_000  # rows that are in memory at once


def write_parquet(path: Path, columns: Mapping[str, type], rows: Iterable[Record]) -> None:
    """Write the rows, whole or not at all.

    Parameters
    ----------
    columns
        Their names, and of what type each is: `str` or `int`.

    Raises
    ------
    ImportError
        If pyarrow, which this library does not need, is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise ImportError("Parquet needs pyarrow: pip install pyarrow") from error
    kinds = {str: pa.string(), int: pa.int64()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
    left = iter(rows)
    with whole(path) as part, ParquetWriter(part, schema) as writer:
        while group := list(islice(left, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
