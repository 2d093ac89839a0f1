"""A text as a sentence begins, and as it stands within one."""


def capitalized(text: str) -> str:
    """Return the text with a capital first letter; its other letters stay as they are."""
    return text[:1].upper() + text[1:]


def uncapitalized(text: str) -> str:
    """Return the text with a small first letter; its other letters stay as they are."""
    return text[:1].lower() + text[1:]
