"""What whoever teaches sees of a class in a window of their own, and what they can do."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import evolve, frozen

from okin_lib.lessons.installed import load_case
from okin_lib.lessons.together import asked_of_all
from okin_lib.lessons.together.classroom import FRONTS, MODES, Classroom
from okin_lib.lessons.together.counted import known_to_desk
from okin_lib.lessons.together.kept_counts import files
from okin_lib.lessons.together.sides import asked_for, names, tasks
from okin_lib.lessons.together.spoken import to_desk
from okin_lib.page.act import LONGEST_LINK, Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.download import Files
from okin_lib.page.regions import Layout, Mistake, Parts, Regions, region_ids
from okin_lib.page.template import render

PART = "class"
LIVE, ROOM, NOW, REASONS, ASK, OWN, SPLIT, AFTER = region_ids(
    "live", "room", "now", "reasons", "ask", "own", "split", "after"
)
AT = ("now",)
"""What an act on the class as it stands is done to."""


@frozen
class Wanted:
    """What whoever teaches wants of what is projected, and of which page or with what code."""

    act: Literal["lead", "code"]
    what: str


@frozen
class Desk(Acting):
    """A class as whoever teaches has it."""

    room: Classroom
    screens: tuple[bool, ...] = ()
    """Of each page that is projected, whether its board leads."""
    wish: Wanted | None = None
    """What is to be done with what is projected, once it is."""
    layouts: ClassVar[Mapping[str, Layout]] = {}

    @property
    def parts(self) -> Parts:
        """The one part of the private window."""
        return {PART: (LIVE, ROOM, NOW, REASONS, ASK, OWN, SPLIT, AFTER)}

    @property
    def files(self) -> Files:
        """The counts, as a table and as a page."""
        return files(self.room)

    def regions(self) -> Regions:
        """The controls, the counts of what is closed, and every reason that was given."""
        after = render("lessons/together/after", room=self.room, region=AFTER)
        said = live_panel(LIVE, to_desk(self.room))
        return {LIVE: said, **self._as_it_stands(), **self._to_ask(), AFTER: after}

    def _as_it_stands(self) -> Regions:
        case, room, poll = load_case(), self.room, self.room.poll
        return {
            ROOM: render(
                "lessons/together/room",
                room=room,
                screens=self.screens,
                longest=LONGEST_LINK,
                region=ROOM,
            ),
            NOW: render(
                "lessons/together/now",
                case=case,
                room=room,
                poll=poll,
                found=known_to_desk(poll) if poll else None,
                region=NOW,
            ),
            REASONS: render(
                "lessons/together/reasons", case=case, room=room, poll=poll, region=REASONS
            ),
        }

    def _to_ask(self) -> Regions:
        case, room = load_case(), self.room
        return {
            ASK: render(
                "lessons/together/ask",
                case=case,
                room=room,
                lessons=asked_of_all.offered(),
                region=ASK,
            ),
            OWN: render(
                "lessons/together/own",
                room=room,
                longest=(asked_of_all.LONGEST_QUESTION, asked_of_all.LONGEST_OPTION),
                fewest=asked_of_all.FEWEST,
                most=asked_of_all.MOST,
                region=OWN,
            ),
            SPLIT: render(
                "lessons/together/sides_desk",
                room=room,
                names=names(case),
                tasks=tasks().values(),
                region=SPLIT,
            ),
        }

    def after(self, event: Mapping[str, object]) -> "Desk":
        """Return the desk after ``event``; raise `BadEvent` as any that is acted on."""
        if self.room.is_closed:
            raise Mistake("this class is over")
        return super().after(event)

    @step("ask", "question", lambda _: asked_of_all.by_id())
    def _ask(self, act: Act) -> "Desk":
        return self._in(self.room.asked(asked_of_all.by_id()[act.target]))

    @step("pose", "question", ("own",))
    def _pose(self, act: Act) -> "Desk":
        return self._in(self.room.asked(asked_of_all.posed(act)))

    @step("close-vote", "vote", AT)
    def _close_vote(self, _act: Act) -> "Desk":
        return self._in(self.room.vote_closed())

    @step("vote-again", "vote", AT)
    def _vote_again(self, _act: Act) -> "Desk":
        return self._in(self.room.voting_again())

    @step("show", "vote", AT)
    def _show(self, _act: Act) -> "Desk":
        return self._in(self.room.shown())

    @step("reveal", "question", AT)
    def _reveal(self, _act: Act) -> "Desk":
        return self._in(self.room.revealed())

    @step("front", "thing to show", FRONTS)
    def _front(self, act: Act) -> "Desk":
        return self._in(self.room.with_front(act.among(FRONTS)))

    @step("lead", "projected page", lambda desk: [str(n + 1) for n in range(len(desk.screens))])
    def _lead(self, act: Act) -> "Desk":
        return evolve(self, wish=Wanted("lead", act.target))

    @step("mode", "way of the phones", MODES)
    def _mode(self, act: Act) -> "Desk":
        return self._in(self.room.with_mode(act.among(MODES)))

    @step("split", "class", AT)
    def _split(self, act: Act) -> "Desk":
        return self._in(self.room.split(asked_for(act, self.room.present)))

    @step("show-sides", "class", AT)
    def _show_sides(self, _act: Act) -> "Desk":
        return self._in(self.room.sides_shown())

    @step("one-class", "class", AT)
    def _one_class(self, _act: Act) -> "Desk":
        return self._in(self.room.joined_again())

    @step("code", "screen", AT)
    def _code(self, act: Act) -> "Desk":
        code = act.field("code")
        if len(code) > LONGEST_LINK:
            raise Mistake(f"a link or a code has at most {LONGEST_LINK} characters")
        return evolve(self, wish=Wanted("code", code))

    @step("pick", "reason")
    def _pick(self, act: Act) -> "Desk":
        return self._in(self.room.picked(act.target))

    @step("put-away", "reason")
    def _put_away(self, act: Act) -> "Desk":
        return self._in(self.room.put_away(act.target))

    @step("end", "class", AT)
    def _end(self, _act: Act) -> "Desk":
        return self._in(self.room.closed())

    def _in(self, room: Classroom) -> "Desk":
        return evolve(self, room=room)
