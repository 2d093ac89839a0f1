"""How a class stands, in the sentence that is read out to whoever is in it."""

from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.vote import PhoneId

OVER = "This class is over."


def to_phone(room: Classroom, phone: PhoneId) -> str:
    """Return what the class asks of a phone now."""
    if room.is_closed:
        return f"{OVER} Nothing of it is kept."
    poll = room.poll
    if poll is None:
        return "You are in. When a question is asked, it stands here."
    if poll.vote.is_shown:
        return "The answers are before the class."
    if not poll.vote.is_open:
        return "The vote is closed."
    if phone in poll.vote.ballots:
        return "Your answer has arrived."
    what = "The same question is asked again" if len(poll.votes) > 1 else "A question is asked"
    return f"{what}: answer below."


def to_desk(room: Classroom) -> str:
    """Return what the last act of the desk came to."""
    if room.is_closed:
        return OVER
    if room.front == "sides" and room.sides:
        return "Both sides are on the screen." if room.sides.is_shown else "Both sides look."
    poll = room.poll
    if poll is None:
        return "Nothing is asked yet."
    if poll.vote.is_shown:
        return "The board shows it." if poll.is_revealed else "The answers are on the screen."
    which = "second vote" if len(poll.votes) > 1 else "vote"
    return f"The {which} is {'open' if poll.vote.is_open else 'closed'}."
