"""The value that holds what the door shows of one answer: the look, the words and the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.domain.admission import Admitted, Refused
from checkin.domain.near_codes import nearness
from checkin.domain.overriding import needs_words
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, ShownOn
from checkin.ui.theme import VERDICT_LOOKS, Look, Stays, look_of
from checkin.wording import Circumstances
from checkin.wording.discreet import keeps_out
from checkin.wording.own_values import own_value_lines

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from checkin.desk.door_answer import DoorAnswer
    from checkin.domain.programme import Category, Event
    from checkin.ui.theme import VerdictLook
    from checkin.wording import VerdictWords, Wording


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer of the door, worded in one language.

    `look` and `words` are what the guests see. The event may set that guests see only discreet words (such as “one
    moment”) in place of a refusal; `plain_look` is then the look of the refusal itself, otherwise the same as `look`.

    `name`, `native_name`, `seat`, `note` and `own` (what the event's own fields say) are shown to the guest too; they
    are "" if the holder of the badge is not known. `short_name` is the name without its honorific, for places where the
    honorific would leave no room for the name. `attention` is what the operator must do for a guest of protocol (a
    VIP), and "" for anybody else. `elsewhere` is the title of the answer's session if the page names another session,
    and otherwise "".
    """

    answer: DoorAnswer
    look: Look
    words: VerdictWords
    plain_look: Look
    name: str = ""
    short_name: str = ""
    native_name: str = ""
    category: Category | None = None
    category_name: str = ""
    seat: str = ""
    note: str = ""
    own: str = ""
    attention: str = ""
    elsewhere: str = ""

    @property
    def is_flagged(self) -> bool:
        """Whether the person is a guest of protocol (a VIP)."""
        return bool(self.attention)

    @property
    def needs_words(self) -> bool:
        """Whether the person may be let in only for a reason that the operator types."""
        verdict = self.answer.verdict
        return self.can_be_overridden and isinstance(verdict, Refused) and needs_words(verdict.reason)

    @property
    def is_discreet(self) -> bool:
        """Whether the guests see discreet words in place of the refusal and its reason."""
        return self.look is not self.plain_look

    @property
    def names_person(self) -> bool:
        """Whether the panel names the person, so that everybody who sees the screen knows whom the answer is about."""
        return bool(self.name) and not self.is_discreet

    @property
    def photo(self) -> str:
        """The digest of the person's photo; "" if there is none, or if the panel does not name the person."""
        delegate = self.answer.delegate
        return delegate.photo if delegate is not None and self.names_person else ""

    @property
    def stays(self) -> Stays:
        """How long the answer stays on the screen; discreet words stay as long as the refusal itself would."""
        return VERDICT_LOOKS[self.plain_look].stays

    @property
    def style(self) -> VerdictLook:
        """The colours and signs of the answer, as guests see them."""
        return VERDICT_LOOKS[self.look]

    @property
    def sound(self) -> str:
        """The name of the sound to play.

        A guest of protocol (a VIP) hears a quiet sound on admission, and never the buzzer of a refusal.
        """
        buzzes = self.style.colour == VERDICT_LOOKS[Look.HELP_DESK].colour
        is_quiet = self.is_flagged and (buzzes or isinstance(self.answer.verdict, Admitted))
        return VERDICT_LOOKS[Look.FLAGGED].sound if is_quiet else self.style.sound

    @property
    def hidden_signs(self) -> tuple[str, ...]:
        """The names of the refusal's icons if guests see discreet words in its place; otherwise empty."""
        return VERDICT_LOOKS[self.plain_look].signs if self.is_discreet else ()

    @property
    def can_be_overridden(self) -> bool:
        """Whether the operator may let the person in against the refusal; False if the person is not known."""
        return self.answer.can_be_overridden

    @property
    def spoken(self) -> str:
        """The text for a screen reader, with all that the guest may know."""
        about = (
            self.name, self.category_name, self.seat, self.note, self.own, self.elsewhere,
        )  # fmt: skip
        parts = (self.words.title, *(() if self.is_discreet else about), self.words.sentence)
        return ". ".join(part.rstrip(".") for part in parts if part)

    def for_operator(self, *, names: bool = True) -> str:
        """The text for the operator only: the reason for the verdict, and what to do.

        If guests see only discreet words, the text also names the person, unless `names` is False; then the text does
        not say how to admit the person either. If `names` is False and the panel names the person, the text leaves out
        the reason: guests who see the screen never read a reason beside a name. If the holder of the badge is not
        known, the text has the beginning of what was scanned. For a guest of protocol, the text begins with the words
        to call the protocol officer.
        """
        name = self.name if self.is_discreet and names else ""
        is_nameless = self.is_discreet and not names
        next_step = "" if is_nameless and self.can_be_overridden else self.words.next_step
        code = self.answer.text.strip() if self.answer.delegate is None else ""
        session = self.elsewhere if self.is_discreet else ""
        reason = "" if self.names_person and not names else self.words.reason
        parts = (self.attention, name, session, reason, next_step, _short(code))
        return "  ·  ".join(part for part in parts if part)


_MOST_OF_A_TEXT = 40


def shown(answer: DoorAnswer, event: Event, say: Wording, *, is_elsewhere: bool = False) -> Shown:
    """Word an answer of the desk for the door page, in the language of `say`, without the person's private note.

    `is_elsewhere` says that the page names another session than that of the answer, so that the answer must name it.
    """
    zone = event.zone
    words = say.verdict(answer.verdict, _circumstances(answer, zone))
    if answer.session is None:
        words = replace(words, next_step="")  # nobody can be admitted where there is no session
    if answer.barrier is not None:
        further = " ".join(filter(None, (words.reason, say.refusal(answer.barrier))))
        words = replace(words, next_step="", reason=further)
    look = plain_look = look_of(answer.verdict)
    if event.policy.door_words is DoorWords.DISCREET and keeps_out(answer.verdict):
        look, words = Look.ONE_MOMENT, say.discreetly(words)
    elsewhere = say.local(answer.session.title) if is_elsewhere and answer.session is not None else ""
    delegate = answer.delegate
    if delegate is None:
        return Shown(answer, look, words, plain_look, elsewhere=elsewhere)
    category = event.categories.get(delegate.category)
    return Shown(
        answer,
        look,
        words,
        plain_look,
        name=delegate.titled_name,
        short_name=delegate.name,
        native_name=delegate.titled_other_name,
        category=category,
        category_name=say.local(category.name) if category is not None else delegate.category,
        seat=_seat(answer, say),
        note=delegate.public_note,
        own="  ·  ".join(own_value_lines(say, event, delegate, ShownOn.DOOR)),
        attention=f"★ {say.text('Call the protocol officer')}" if delegate.attention else "",
        elsewhere=elsewhere,
    )


def _seat(answer: DoorAnswer, say: Wording) -> str:
    """The seat of the person in the session, and how many come with their invitation if they are not alone."""
    naming = answer.naming
    if naming.withdrawn:
        return ""
    company = say.many("{count} person", "{count} persons", naming.persons) if naming.persons > 1 else ""
    return " · ".join(filter(None, (say.seat(naming.seat), company)))


def is_about_same(former: DoorAnswer, answer: DoorAnswer) -> bool:
    """Whether both answers are about the same person or, if either person is unknown, about the same scanned text."""
    if former.delegate is not None and answer.delegate is not None:
        return former.delegate.id == answer.delegate.id
    return former.text == answer.text


def _circumstances(answer: DoorAnswer, zone: ZoneInfo) -> Circumstances:
    return Circumstances(
        answer.at,
        zone,
        answer.session,
        answer.before,
        answer.occupancy.inside,
        answer.badge,
        nearness(answer.text),
        answer.override,
        answer.other,
        answer.direction is Direction.OUT,
    )


def _short(text: str) -> str:
    """The text that was read, cut to one short line; a text that is no code may be long and hold any character."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= _MOST_OF_A_TEXT else f"{line[:_MOST_OF_A_TEXT]}…"
