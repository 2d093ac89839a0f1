"""What we are measured beside: the notebook that an instructor would write without us."""

from pathlib import Path

import nbformat

INTERACT = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import interact

names = [f"Element {n}" for n in range(25)]

def draw(football=True):
    figure, axes = plt.subplots(figsize=(8, 6))
    axes.barh(names, [1 if football else (n % 3) / 2 for n in range(25)])
    axes.set_title("Triable" if football else "Open")
    plt.show()

interact(draw);
"""


def interact_notebook(folder: Path) -> None:
    """Write the notebook of the peer."""
    cell = nbformat.v4.new_code_cell(INTERACT)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "interact.ipynb")
