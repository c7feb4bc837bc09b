"""Receives the delegate who is selected or whose badge was read, and asks the operator first where necessary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.walk_in import writes_family_names_in_capitals
from checkin.domain.admission import Refusal
from checkin.domain.arriving import NotReceived
from checkin.domain.codes import Code
from checkin.domain.near_codes import is_like_code
from checkin.ui.arrivals.answers import Answers
from checkin.ui.arrivals.asking import Asking
from checkin.ui.arrivals.card_acts import CardActs
from checkin.ui.arrivals.desk_undoing import DeskUndoing
from checkin.ui.arrivals.second_enter import SecondEnter
from checkin.ui.arrivals.spent_text import SpentText
from checkin.ui.arrivals.typed_name import somebody_named
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.scan_at_desk import DeskAnswer
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Parts


class Reception:
    """Receives delegates: with Enter, by a scanned badge, and by the form for a walk-in.

    A form that the operator has begun to fill in stays open until it is saved or given up.
    """

    def __init__(self, parts: Parts, acts: DeskActs, finder: Finder, side: Side, band: AnswerBand) -> None:
        self._at = parts
        self._acts = acts
        self._finder = finder
        self._side = side
        self.answers = Answers(parts, band)
        self._asking = Asking(parts, acts, side, self.answers, self.back)
        self.card = CardActs(parts, acts, finder, side, self.answers, self._asking, self._on_walked_in)
        self.undoing = DeskUndoing(acts, side, self.answers, self._asking)
        acts.begun.connect(lambda _receives: self._on_begun())
        self._second_enter = SecondEnter(acts, finder)
        self.card.prepared.connect(self._second_enter.forget)
        self._text = SpentText(acts, finder)
        self._text_then = ""
        self._in_capitals = True

    def look_at_names(self) -> None:
        """Find out whether the event's list writes family names in capitals, to write a walk-in's name likewise."""

        def then(in_capitals: bool) -> None:  # noqa: FBT001 - as the lane tells it
            self._in_capitals = in_capitals

        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: writes_family_names_in_capitals(file), then=if_alive(self._side, then), key="names"
        )

    def back(self) -> None:
        """Close the form or question, and move the focus to the search field, so that a letter begins a new search."""
        self._side.rest()
        self._finder.begin_search()

    def search(self) -> None:
        """Move the focus to the search field, where the next letter begins a new search.

        An open form or question is closed, except a form that is partly filled in.
        """
        if not self._side.is_writing:
            self._side.rest()
        self._finder.begin_search()

    def go_on_with_form(self) -> None:
        """Move the focus to the form or question that is partly filled in, where the next Esc gives it up."""
        self._side.go_on()

    # ---- receiving

    def enter(self) -> None:
        """Handle the Enter key: record the arrival of the delegate found, or treat the text in the field as a scan.

        The text is treated as a scan if it is a code, or if it looks like a code and nobody was found. If a suggestion
        is marked, it is only chosen. If the letters were begun on another page, the delegate found is only named. The
        next Enter then records the arrival. Nothing is done for a delegate whose selection was restored after a
        restart, because somebody else stands at the desk now, nor while a form or question covers the delegate's card.
        """
        if self._finder.is_only_remembered:
            self.answers.show_only_remembered()
            return
        text = self._finder.search.text()
        reading = self._at.file.read_code(text)
        if isinstance(reading, Code):
            self.read(text)
        elif self._second_enter.follows_act:
            self._enter_after_act()
        elif self._side.is_asking:
            self._uncover_card()
        elif not self._finder.has_answer:
            self._finder.enter_when_found()
        elif self._finder.suggesting.take():
            pass  # chosen now, and received by the next Enter
        elif self._finder.chosen is not None:
            if not (self._finder.take_unseen() and self._asks_for_enter_again()):
                self.receive()
        elif is_like_code(text):
            self.read(text)
        else:
            self.say_who_is_missing()
            self._finder.begin_search()

    def receive(self, *, badge: bool = True) -> None:
        """Record the arrival of the selected delegate, and print their badge unless `badge` is False.

        Do nothing while the list still shows the result of an earlier search, or while a form or question covers the
        delegate's card.
        """
        chosen = self._finder.chosen
        if self._side.is_asking:
            self._uncover_card()
        elif chosen is not None and self._finder.is_current:
            self._arrive(chosen.delegate.id, badge=badge)

    def _enter_after_act(self) -> None:
        """Receive nobody, because this Enter only follows an act; say so if the selected delegate is still expected.

        After an act that received somebody, the answer to that act stays in the band.
        """
        if not self._second_enter.has_received and self._asks_for_enter_again():
            self._second_enter.forget()

    def _asks_for_enter_again(self) -> bool:
        """Ask for a second Enter if the selected delegate is still expected; return whether it was asked for."""
        chosen = self._finder.chosen
        if chosen is None or chosen.arrivals.desk is not None:
            return False
        name = chosen.delegate.titled_name
        self.answers.show_why_not(
            lambda say: say.text("Press Enter again to receive {name}.").format(name=name)
        )
        return True

    def _uncover_card(self) -> None:
        """Receive nobody, because a form or question covers the card of the selected delegate.

        The form or question is closed, so that the card can be seen. If something would be lost, it stays, and the band
        asks to save it or give it up.
        """
        if not self._asking.keeps_form():
            self.search()

    def say_who_is_missing(self) -> None:
        """Show that a key did nothing because no delegate is selected, and how the operator can find one.

        While a form is partly filled in, show instead that the form comes first.
        """
        if self._asking.keeps_form():
            return
        if self._finder.search.text().strip():
            self.answers.show_nobody_chosen(self._finder.suggesting.hint())
        else:
            self.answers.show_nobody_chosen(lambda say: say.text("Scan a badge, or type letters of a name."))

    def read(self, text: str) -> None:
        """Record the arrival of the delegate whose badge has the scanned code `text`.

        If `text` is nothing like a code, a person has typed it quickly: then it is searched for, and Enter is handled.
        """
        keeps_text = self._finder.is_unfinished
        if not self._side.is_writing:
            self.back()
        self._acts.scan(text, lambda answer: self._on_scan_answered(text, answer, keeps_text=keeps_text))
        if keeps_text:
            self._text.keep()

    def _arrive(
        self, delegate: str, *, badge: bool = True, override: Why | None = None, answers: bool = False
    ) -> None:
        self._finder.take_unseen()
        self.search()
        self._acts.arrive([delegate], self._on_received, badge=badge, override=override, answers=answers)

    def _on_received(self, answers: Sequence[ArrivalAnswer]) -> None:
        (answer,) = answers
        self._on_arrived(answer)

    def _on_arrived(self, answer: ArrivalAnswer) -> None:
        is_selected = self._is_selected(answer.registration)
        why = self.answers.show_arrival(answer, is_selected=is_selected)
        if isinstance(answer.reception, NotReceived):
            self._second_enter.forget()
            self._text.keep()
        if self._is_typing:
            return
        if isinstance(answer.reception, NotReceived) and not self._side.is_writing:
            if answer.reception.reason is Refusal.NOT_ANSWERED:
                self._ask_for_answer(answer.registration, why)
            else:
                self._ask_for_override(answer.registration, why)

    def _on_scan_answered(self, text: str, answer: DeskAnswer, *, keeps_text: bool) -> None:
        """Show whose badge was read. With `keeps_text`, letters of another name stay in the search, marked."""
        if answer.registration is not None and not self._side.is_writing and not self._is_typing:
            self._finder.show_alone(answer.registration, keeps_text=keeps_text)
            self._text_then = self._finder.search.text()
        if answer.arrival is not None:
            self._on_arrived(answer.arrival)
        else:
            self._on_not_read(text, answer, keeps_text=keeps_text)

    def _on_not_read(self, text: str, answer: DeskAnswer, *, keeps_text: bool) -> None:
        """Show why nobody was received. If the text is no genuine code, search for it: a person may have typed it.

        With `keeps_text`, a text like a code is not searched for, because letters of a name stand in the field. If the
        text is nothing like a code, the Enter that ended it does what Enter does after a slowly typed text. After a
        genuine code that leads to no delegate, nobody is shown. After a ticket of several delegates, all of them are
        found, and the operator chooses.
        """
        self._second_enter.forget()
        self._text.keep()
        refusal = answer.refusal
        is_text = refusal is Refusal.NOT_OURS and (answer.is_shared_ticket or not is_like_code(text))
        is_name = is_text and not answer.is_shared_ticket
        is_free = not self._side.is_writing and not self._is_typing
        is_to_show = answer.registration is None and is_free
        is_genuine = refusal in {None, Refusal.REVOKED}
        is_searched = is_to_show and not is_genuine and (is_text or not keeps_text)
        if is_searched:
            self._finder.look_for(text)
        elif is_to_show and is_genuine and (not keeps_text or self._finder.search.text() == text):
            self._finder.show_nobody()
        if not (is_searched and is_name):
            is_selected = self._is_selected(answer.registration)
            self.answers.show_not_read(refusal, answer, text, is_selected=is_selected)
        elif self._finder.has_answer:
            self.enter()
        else:
            self._finder.enter_when_found()

    def _is_selected(self, holder: Registration | None) -> bool:
        """Whether the keys are now for the delegate whom an answer is about."""
        chosen = self._finder.chosen
        is_same = chosen is not None and holder is not None and chosen.delegate.id == holder.delegate.id
        return is_same and not self._side.is_writing and not self._is_typing

    def _on_begun(self) -> None:
        """Mark the text of the search: whatever the act is, the next letter typed looks for the next guest."""
        self._side.keep()
        self._text_then = self._finder.search.text()
        self._finder.search.selectAll()

    @property
    def _is_typing(self) -> bool:
        """Whether the operator has typed since the act began, and so is looking for the next guest.

        Then an answer takes neither the focus nor the text from the search: every key that was typed stays there.
        """
        return self._finder.search.text() != self._text_then

    def _ask_for_override(self, registration: Registration, why: Words) -> None:
        def let_in(given: Why) -> None:
            self.back()
            self._arrive(registration.delegate.id, override=given)

        self._asking.for_override(registration, why, let_in)

    def _ask_for_answer(self, registration: Registration, why: Words) -> None:
        def register() -> None:
            self._arrive(registration.delegate.id, answers=True)

        self._asking.for_answer(registration, why, register)

    def walk_in(self) -> None:
        """Open the form that registers and receives a walk-in (a person who is on no list).

        The text in the search is proposed as the name, unless the text has led to an act. An open form that is partly
        filled in stays open instead.
        """
        if not self._asking.keeps_form():
            named = somebody_named(
                self._text.left, self._at.file.event_key, family_in_capitals=self._in_capitals
            )
            self._asking.for_walk_in(named, self._on_walked_in, self._on_taken)

    def _on_walked_in(self, answer: ArrivalAnswer) -> None:
        self.back()
        self._finder.show_alone(answer.registration)
        self._text_then = ""
        self._on_arrived(answer)

    def _on_taken(self, registration: Registration) -> None:
        """Choose a delegate who was recognised in the form for a walk-in; the next Enter receives this delegate."""
        self.back()
        self._finder.choose(registration)
