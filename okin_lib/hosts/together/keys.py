"""What opens a class: a secret for whoever teaches, and a token for each phone.

The code of a class is made from its secret. So a process that knows nothing of a class yet can
tell who led it, and which tokens were given in it, and need not have kept anything.
"""

import hmac
from hashlib import pbkdf2_hmac, sha256
from secrets import token_hex, token_urlsafe

from attrs import frozen

from okin_lib.lessons.together.vote import PhoneId

LETTERS = "BCDFHJKLMPRSTWXZ"
"""Of which no two look alike, and which spell no word."""
LENGTH = 6
ROUNDS = 200_000
"""So many that nobody finds another secret for a code while a class lasts."""
LONGEST_SECRET = 200
TOKEN = 16
"""Bytes of a token before its seal."""


@frozen
class Keys:
    """The secret of a class, and its code."""

    secret: str
    code: str

    @classmethod
    def fresh(cls) -> "Keys":
        """Return those of a new class."""
        return cls.of(token_urlsafe(24))

    @classmethod
    def of(cls, secret: str) -> "Keys":
        """Return those of the class of that secret; this takes a twentieth of a second."""
        made = pbkdf2_hmac("sha256", secret.encode("utf-8", "replace"), b"okin class", ROUNDS)
        return cls(secret, "".join(LETTERS[digit] for digit in _digits(made)[:LENGTH]))

    def opens(self, secret: str) -> bool:
        """Whether it is the secret of the class."""
        return hmac.compare_digest(_bytes(secret), _bytes(self.secret))

    def token(self) -> str:
        """Return a token for a phone that has none."""
        drawn = token_hex(TOKEN)
        return f"{drawn}.{self._seal(drawn)}"

    def phone(self, token: str) -> PhoneId | None:
        """Return which phone a token is of; None if it was not given in this class."""
        drawn, _, seal = token.partition(".")
        if not hmac.compare_digest(_bytes(seal), _bytes(self._seal(drawn))):
            return None
        return PhoneId(f"p{sha256(_bytes(token)).hexdigest()[:20]}")

    def _seal(self, drawn: str) -> str:
        return hmac.new(_bytes(self.secret), _bytes(drawn), sha256).hexdigest()[:32]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _digits(made: bytes) -> list[int]:
    return [digit for byte in made for digit in divmod(byte, len(LETTERS))]
