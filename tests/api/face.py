"""What is public: each name, with what it takes and gives, a line each.

    python -m tests.api.face > tests/api/face.txt

keeps it, where a change is meant.
"""

import inspect
import re
from collections.abc import Iterator

import attrs

import okin_lib

INSIDE, FACE = "okin_lib.", "okin_lib.api."
MODULE = re.compile(r"\bokin_lib\.api\.\w+\.")


def face() -> list[str]:
    """Return the lines; in which module of the face a thing stands is no part of it."""
    return [MODULE.sub("", line) for line in every()]


def every() -> Iterator[str]:
    """Yield a line for each public name, and one for each public part of a class."""
    for name in sorted(okin_lib.__all__):
        value = getattr(okin_lib, name)
        if inspect.isclass(value):
            yield f"class {name}"
            yield from (f"{name}.{line}" for line in sorted(parts(value)))
        elif inspect.isfunction(value):
            yield f"{name}{inspect.signature(value)}"
        else:
            yield f"{name}: {type(value).__name__}"


def parts(kind: type) -> Iterator[str]:
    """Yield each part that a class of the face has, unless its type is of the model's inside."""
    fields = {each.name: each.type for each in attrs.fields(kind)} if attrs.has(kind) else {}
    for name in sorted(fields.keys() | dir(kind)):
        if name.startswith("_") or not (name in fields or defined_here(kind, name)):
            continue
        line = f"{name}: {told(fields[name])}" if name in fields else of_class(kind, name)
        if INSIDE not in MODULE.sub("", line):
            yield line


def defined_here(kind: type, name: str) -> bool:
    """Return whether a class of the face defines it, and not one that it is made from.

    Matplotlib gives each class of a figure a method of its own making.
    """
    owner = next(each for each in kind.__mro__ if name in vars(each))
    value = vars(owner)[name]
    made = value.__module__ if inspect.isfunction(value) else FACE
    return owner.__module__.startswith(FACE) and made.startswith(FACE)


def of_class(kind: type, name: str) -> str:
    """Return the line of a method, a property or a trait."""
    value = inspect.getattr_static(kind, name)
    value = getattr(value, "__func__", value)
    if callable(value):
        return f"{name}{inspect.signature(value)}"
    given = getattr(value, "fget", None) or getattr(value, "func", None)
    return f"{name}: {told(inspect.signature(given).return_annotation if given else type(value))}"


def told(annotation: object) -> str:
    """Return a type as it is annotated."""
    return inspect.formatannotation(annotation)


if __name__ == "__main__":
    print("\n".join(face()))
