"""``python -m okin_lib``: the ``okin`` command where it is not on the path."""

from okin_lib.cli import main

if __name__ == "__main__":
    main()
