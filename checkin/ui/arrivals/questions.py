"""The questions of the Arrivals page: why or whether to receive a delegate, and why to print another badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.name_on_badge import signs_not_drawn
from checkin.domain.admission import OF_STATUS
from checkin.domain.overriding import needs_words
from checkin.domain.reasons import OVERRIDE_REASONS, REPRINT_REASONS, Why
from checkin.ui.arrivals.badge_words import cannot_be_printed
from checkin.ui.frames.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.reasons import Reason
    from checkin.domain.registration import Registration
    from checkin.scanning import Scanners
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording


def override_question(
    look: Appearance,
    scanners: Scanners,
    registration: Registration,
    why: Words,
    answered: Callable[[Why], object],
) -> Question:
    """Make the question why to let in a delegate who is not registered; `why` explains the refusal.

    `answered` is called with the reason, which the operator chooses by a digit key or types. For a blocked delegate the
    reason must be typed. The question does not say that the delegate is blocked, because guests see the screen too.
    """
    delegate = registration.delegate
    refusal = OF_STATUS.get(delegate.status)
    is_typed = refusal is not None and needs_words(refusal)
    question = Question(
        look,
        scanners,
        lambda say: say.text("Let {name} in all the same?").format(name=delegate.name),
        (
            lambda say: say.text(
                "This is for the help desk. To let this person in, press Tab, then type the reason."
            )
        )
        if is_typed
        else why,
        [] if is_typed else [_words_of(reason) for reason in OVERRIDE_REASONS],
        note=delegate.private_note,
    )
    question.answered.connect(lambda number: answered(Why(OVERRIDE_REASONS[number])))
    question.typed.connect(lambda words: answered(Why.typed(words)))
    return question


def with_substitute(why: Words, known: Sequence[Registration]) -> Words:
    """The words `why`, followed by the name of the person who represents the delegate, if there is one."""
    names = ", ".join(each.delegate.titled_name for each in known)

    def words(say: Wording) -> str:
        told = say.text("{name} comes in their place. Ctrl+R if they come after all.").format(name=names)
        return f"{why(say)} {told}"

    return words if known else why


def answer_question(
    look: Appearance,
    scanners: Scanners,
    registration: Registration,
    why: Words,
    answered: Callable[[], object],
) -> Question:
    """Make the question that asks whether to receive a delegate who never answered the invitation.

    `why` explains the question. `answered` is called if the operator agrees.
    """
    delegate = registration.delegate
    question = Question(
        look,
        scanners,
        lambda say: say.text("Receive {name} and register them?").format(name=delegate.name),
        why,
        [lambda say: say.text("Receive and register")],
        takes_own_words=False,
        note=delegate.private_note,
    )
    question.answered.connect(lambda _number: answered())
    return question


def reprint_question(
    look: Appearance, scanners: Scanners, delegate: Delegate, answered: Callable[[Why | None], object]
) -> Question:
    """Make the question that asks why the delegate, who has a badge, needs another badge.

    `answered` is called with the reason for a new badge, or with None to print the present badge once more. The
    question says that the present badge admits nobody once a new badge is made, and whether a badge can be printed.
    """
    reasons = [_words_of(reason) for reason in REPRINT_REASONS]
    reasons.append(lambda say: say.text("It never came out: the same badge once more"))
    signs = signs_not_drawn(delegate)

    def why(say: Wording) -> str:
        former = say.text("Except with {number}, the former badge admits nobody.").format(number=len(reasons))
        return f"{cannot_be_printed(signs, say)} {former}" if signs else former

    question = Question(
        look,
        scanners,
        lambda say: say.text("Print another badge for {name}: why?").format(name=delegate.name),
        why,
        reasons,
    )
    question.answered.connect(
        lambda number: answered(Why(REPRINT_REASONS[number]) if number < len(REPRINT_REASONS) else None)
    )
    question.typed.connect(lambda words: answered(Why.typed(words)))
    return question


def _words_of(reason: Reason) -> Words:
    return lambda say: say.reason(reason)
