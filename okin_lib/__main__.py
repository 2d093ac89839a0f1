"""Run the command with ``python -m okin_lib``."""

from okin_lib.cli import main

main(prog_name="okin")
