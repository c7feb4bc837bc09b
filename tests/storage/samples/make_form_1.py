"""How the sample of form 1 was made, once: `python -m tests.storage.samples.make_form_1 FILE`.

It is small and holds every kind of fact. The file in this folder is never made again: every later program must open it.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from checkin.domain import codes, journal
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.codes import CodeKind
from checkin.domain.delegates import Status
from checkin.domain.facts import (
    ActBegun,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    Fact,
    LongAct,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.presence import Direction
from checkin.domain.programme import (
    Category,
    Delegation,
    DelegationKind,
    DoorWords,
    Event,
    EventDescription,
    FieldKind,
    LocalText,
    OwnField,
    Policy,
    Room,
    Session,
    ShownOn,
)
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import Thing
from checkin.storage import long_acts, refolding
from checkin.storage.event_file import EventFile
from checkin.storage.journal import read_entries

START: Final = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
DOOR: Final = "Door 1"


def at(minute: float) -> datetime:
    """So many minutes after the opening's start."""
    return START + timedelta(minutes=minute)


def an_event() -> Event:
    """A forum with one of everything that can be defined."""
    opening = Session(
        "opening", LocalText.of({"en": "Opening", "km": "ពិធីបើក"}), LocalText.of("ballroom"), START, at(90),
        at(-60), at(90),
        LocalText.of("1"), LocalText.of("ceremony"), LocalText.of({"en": "Peace"}), (LocalText.of("SOK Sopheap"),), 300,
    )  # fmt: skip
    lunch = Session(
        "lunch", LocalText.of("Lunch"), LocalText.of("Mekong"), at(120), at(180), at(90), at(180), doors=False,
        re_entry=False, open_to=frozenset({"P", "D"}),
    )  # fmt: skip
    return Event(
        EventDescription(
            LocalText.of({"en": "Forum", "fr": "Forum", "km": "វេទិកា"}),
            LocalText.of("Cambodiana Hotel"),
            "Asia/Phnom_Penh",
            date(2026, 11, 24),
            date(2026, 11, 25),
            ("en", "fr", "km"),
            Policy(door_words=DoorWords.DISCREET),
        ),
        {
            "P": Category("P", "P", LocalText.of({"en": "Parliament", "km": "រដ្ឋសភា"}), "#7A2048"),
            "D": Category("D", "D", LocalText.of("Diplomatic Corps"), "#1B3A6B"),
            "F": Category("F", "F", LocalText.of("Staff"), "#4A5568", counts=False),
        },
        {"opening": opening, "lunch": lunch},
        {"ballroom": Room("ballroom", LocalText.of({"en": "Ballroom", "km": "សាលធំ"}), 320)},
        {
            "mfaic": Delegation(
                "mfaic", (LocalText.of("Ministry of Foreign Affairs"), LocalText.of("MFAIC")),
                DelegationKind.MINISTRY, 1, 6,
                liaison_name="CHEA Vanna", liaison_phone="+855 00 555 900",
            )
        },
        {
            "photograph": OwnField(
                "photograph", LocalText.of({"en": "Photograph"}), FieldKind.CHOICE,
                (LocalText.of("yes"), LocalText.of("no")), (ShownOn.CARD, ShownOn.BADGE), private=False,
            )
        },
    )  # fmt: skip


def record(file: EventFile, *facts: Fact, operator: str = "CHEA Vanna") -> str:
    """Record the facts as one act; its id."""
    with file.transaction():
        return file.append(facts, operator)


def a_scan(code: str, delegate: str, minute: float, verdict: object, **parts: object) -> Scanned:
    """A reading at the opening's door."""
    known = {"override": None, "length": 0, "direction": Direction.AUTO, **parts}
    return Scanned(
        "opening", code, delegate, known["direction"], verdict, at(minute), DOOR, known["override"], known["length"],
    )  # type: ignore[arg-type]  # fmt: skip


def live_a_day(file: EventFile) -> None:
    """What two operators do in a day: people, badges, scans of every verdict, corrections, undos, lists."""
    mint = {kind: codes.mint(file.event_key, kind).text for kind in CodeKind}
    badge, lost = mint[CodeKind.BADGE], codes.mint(file.event_key).text
    sok = {
        "reference": "F001", "honorific": "H.E.", "family_name": "SOK", "given_name": "Sopheap",
        "native_honorific": "ឯកឧត្តម", "native_name": "សុខ សុភាព", "position": "Minister", "native_position": "រដ្ឋមន្ត្រី",
        "organisation": "Ministry of Foreign Affairs", "native_organisation": "ក្រសួងការបរទេស", "delegation": "MFAIC",
        "head_of_delegation": True, "country": "Cambodia", "nationality": "Cambodian", "sex": "f", "category": "P",
        "precedence": 2.5, "salutation": "Excellency", "attention": True, "photograph": "no",
    }  # fmt: skip
    long_acts.record(
        file, LongAct.IMPORT,
        [
            Registered("dsok", sok, "the ministry", 2),
            Registered("dspouse", {"family_name": "SOK", "given_name": "Dara", "category": "P", "accompanies": "dsok"},
                       "the ministry", 3),
            Registered("dkeo", {"family_name": "KEO", "category": "D", "status": "excused", "represented_by": "dsok"},
                       "", 4),
            *(Registered(f"d{status}", {"family_name": status.upper(), "category": "D", "status": status}, "", 5)
              for status in Status),
        ],
        "CHEA Vanna", lambda _: None,
    )  # fmt: skip
    record(file, Arrived("dsok", at(-50), "Desk 1"), BadgeIssued(badge, "dsok", at(-50)))
    record(file, BadgePrinted(badge, at(-49), "0123456789abcdef"))
    record(file, BadgeIssued(lost, "dspouse", at(-48)), BadgeRevoked(lost, Why(Reason.LOST)))
    record(file, BadgeRevoked(mint[CodeKind.INVITATION], Why.typed("sent to the wrong address")))
    record(file, BadgeRevoked(codes.mint(file.event_key).text))
    record(file, BadgeIssued(mint[CodeKind.DAY_BADGE], "dspouse", at(-45), date(2026, 11, 24)))
    record(file, BadgeIssued(mint[CodeKind.SPARE], "dkeo", at(-44)))
    record(file, Arrived("dblocked", at(-40), "Desk 2", Why(Reason.PROTOCOL)), operator="KEM Rith")
    for minute, note in enumerate((None, *Note)):
        arrives = note is Note.ARRIVAL_RECORDED
        overrode = frozenset({Refusal.FULL}) if note is Note.OVERRIDE else frozenset()
        record(file, a_scan(badge, "dsok", minute, Admitted(note, arrives, overrode)), operator="KEM Rith")
        record(file, a_scan(badge, "dsok", minute + 0.5, Left()), operator="KEM Rith")
    for minute, alert in enumerate(ExitAlert, 10):
        record(file, a_scan(lost, "dspouse", minute, Left(alert), direction=Direction.OUT))
    for minute, refusal in enumerate(Refusal, 20):
        record(file, a_scan(badge, "dsok", minute, Refused(refusal, frozenset({Refusal.BLOCKED}))))
    record(file, a_scan("", "", 50, Refused(Refusal.NOT_OURS), length=52))
    record(file, a_scan("", "dkeo", 51, Admitted(Note.OVERRIDE), override=Why.typed("the minister asked")))
    record(file, a_scan(codes.mint(file.event_key).text, "", 52, Admitted(Note.DETAILS_FOLLOW)))
    record(file, Corrected("dsok", {"phone": "+855 00 555 001", "photograph": ""}))
    record(file, Corrected("dsok", {"phone": "+855 00 555 001"}, "the ministry", 2))
    record(file, Defined(Thing.SESSION, "opening", {"capacity": None, "open_to": "some", "open_to.P": True}))
    record(file, Defined(Thing.SESSION, "lunch", {"withdrawn": True}))
    undone = record(file, Corrected("dspouse", {"diet": "halal"}))
    undo = record(file, Undone(undone))
    record(file, Undone(undo))
    record(file, Undone(record(file, Registered("dgone", {"family_name": "GONE", "category": "D"}))))


def what_another_desk_wrote(file: EventFile) -> list[journal.Entry]:
    """An import of another desk that was cut short, an undo before its act, and an entry of a newer program."""
    path = file.path.with_name("other.event")
    file.database.run("VACUUM INTO ?", (str(path),))
    with EventFile.open(path, "desk2") as other:
        known = {stream for (stream,) in other.database.rows("SELECT id FROM streams")}
        act = record(other, ActBegun(LongAct.PRINT), operator="PEN Bopha")
        with other.transaction():
            other.append([BadgePrinted(codes.mint(other.event_key).text, at(60))], "PEN Bopha", act)
        record(other, Undone("astream77-1"), operator="PEN Bopha")
        record(other, Registered("derased", {"family_name": "ERASED", "category": "D"}), operator="PEN Bopha")
        written = [entry for entry in read_entries(other.database) if entry.stream not in known]
    last = written[-1]
    written.append(
        journal.sealed(
            stream=last.stream, seq=last.seq + 1, order=last.order + 1, desk="desk2", operator=last.operator,
            act=journal.act_id(last.stream, last.seq + 1), kind="meal_taken", subject="dsok",
            body=b'{"delegate":"dsok","meal":"lunch"}', prev=last.hash,
        )
    )  # fmt: skip
    return written


def remove_a_body(file: EventFile) -> None:
    """As the erasing of a person will."""
    (guard,) = file.database.row("SELECT sql FROM sqlite_master WHERE name = 'journal_is_never_changed'")
    file.database.run("DROP TRIGGER journal_is_never_changed")
    file.database.run("UPDATE journal SET body = NULL WHERE subject = 'derased'")
    file.database.run(guard)
    refolding.fold_anew(file.database)


def make(out: Path) -> None:
    """Make the file."""
    with EventFile.create(out, an_event(), "desk1", "CHEA Vanna") as file:
        live_a_day(file)
        file.receive(what_another_desk_wrote(file))
        remove_a_body(file)
        picture = b"a picture of nobody"
        file.database.run("INSERT INTO pictures VALUES (?, ?)", (hashlib.sha256(picture).digest(), picture))
        file.database.run("INSERT INTO search (search) VALUES ('optimize')")
        file.database.run("VACUUM")
    for beside in out.parent.glob("*other.event*"):
        beside.unlink()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
