"""A scenario code as people paste it: alone, or in the link that a board gives."""

from urllib.parse import parse_qsl

from okin_lib.files.scenario_data import BadCode

PARAMETER = "s"
"""The parameter of a link that holds the code; okin.js and `query` write it."""

LONGEST = 10_000
"""The longest link that is read; beside the code it may hold what others have added."""

NOT_OPENED = "The link was not opened: {why}. What you see is the record."
"""What is said where the code of a link cannot be read."""

_AGAIN = "copy the whole link again, or start from the record"


def query(code: str) -> str:
    """Return the query of a link that holds the code."""
    return f"?{PARAMETER}={code}"


def code_in(text: str) -> str:
    """Return the scenario code in a link, or the bare code that ``text`` is.

    Whether it is the code of a scenario is for `decode` to say.

    Raises
    ------
    BadCode
        If the text is a link that holds no code or several, or is too long.
    """
    if len(text) > LONGEST:
        raise BadCode(f"a link has at most {LONGEST} characters, not {len(text)}", _AGAIN)
    address, question, query = text.strip().partition("#")[0].partition("?")
    if not question and not {"/", ":"} & set(address):
        return text.strip()
    codes = [value for name, value in parse_qsl(query) if name == PARAMETER]
    if not codes:
        raise BadCode(f"the link holds no code, as in ?{PARAMETER}=CODE", _AGAIN)
    if len(codes) > 1:
        raise BadCode(f"the link holds {len(codes)} codes", "give one of them alone")
    return codes[0]
