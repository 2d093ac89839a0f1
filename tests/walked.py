"""A page's frames on a random walk, and what it hears where this process holds its lesson."""

import json
from random import Random

from okin_lib.hosts.shared.begun import begun
from okin_lib.hosts.site.inside import joined
from okin_lib.lessons.taken_up import Address
from scripts.walks import STEPS, events, opening


def walk(lesson: str, seed: int) -> tuple[list[str], list[str]]:
    """Return what the page sends, and all that it hears, to the letter."""
    random, sent, heard = Random(seed), list[str](), list[str]()
    receive = joined(heard.append)

    def tell(**frame: object) -> None:
        sent.append(json.dumps(frame))
        receive(sent[-1])

    parts = [*begun(Address(lesson)).lesson.parts]
    tell(open={"query": "", "states": {}})
    for part in parts:
        tell(lesson=lesson, part=part, message={"kind": "hello"})
    for seq in range(STEPS):
        can = events(_shown(heard), random)
        can.pop("draw", None)
        act = random.choice(sorted(can))
        event = random.choice(can[act] if seq else opening(can) or can[act])
        message = {"kind": "event", "seq": seq, "event": event}
        tell(lesson=lesson, part=random.choice(parts), message=message)
    return sent, heard


def _shown(heard: list[str]) -> dict[str, str]:
    """Return each region as it was last heard of."""
    messages = (json.loads(frame).get("message", {}) for frame in heard)
    return {key: html for each in messages for key, html in each.get("regions", {}).items()}
