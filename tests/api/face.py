"""What is public: each name, with what it takes and gives, a line each.

    python -m tests.api.face > tests/api/face.txt

keeps it, where a change is meant.
"""

import inspect
import re
from collections.abc import Iterator

import attrs

import okin_lib

INSIDE, MODULE = "okin_lib.", re.compile(r"\bokin_lib\.api\.\w+\.")


def face() -> list[str]:
    """Return the lines; in which module of the face a thing stands is no part of it.

    What has a type of the model's inside is inside too, and not promised.
    """
    lines = (MODULE.sub("", line) for line in every())
    return [line for line in lines if INSIDE not in line]


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
    """Yield what a class of ours has of its own, or from another of ours."""
    fields = {each.name: each for each in attrs.fields(kind)} if attrs.has(kind) else {}
    for name, field in fields.items():
        yield f"{name}: {inspect.formatannotation(field.type)}"
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if name.startswith("_") or name in fields or not ours(value):
            continue
        if isinstance(value, classmethod | staticmethod):
            value = value.__func__
        yield f"{name}{inspect.signature(value)}" if callable(value) else f"{name}: {given(value)}"


def ours(value: object) -> bool:
    """Return whether a part of a class was written here, and not inherited from Python."""
    for wrapped in ("__func__", "fget", "func"):
        value = getattr(value, wrapped, value)
    return getattr(value, "__module__", "").startswith(INSIDE)


def given(part: object) -> str:
    """Return what a property gives, as it is annotated."""
    return inspect.formatannotation(
        inspect.signature(getattr(part, "fget", None) or part.func).return_annotation
    )


if __name__ == "__main__":
    print("\n".join(face()))
