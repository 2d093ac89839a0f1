"""A look at who is who, and what lies where."""

from okin_lib.instruments.cast.view import cast
from okin_lib.page.look import WHO_SAYS_SO, Look, Seen


def _who(seen: Seen) -> str:
    return cast(seen.case, seen.region)


WHO = Look("cast", "Who is who, and where", (), _who, "Who is who", WHO_SAYS_SO)
