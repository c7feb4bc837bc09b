"""Event files of every released form open, fold and verify in this program, and say what they said."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from checkin.domain.facts import KINDS
from checkin.domain.faults import Fault
from checkin.domain.programme import Exits
from checkin.domain.things import Thing
from checkin.storage import refolding, verifying
from checkin.storage.event_file import EventFile
from tests.storage.stories import a_registration, a_scan, recorded

if TYPE_CHECKING:
    from checkin.storage.database import Database

SAMPLES: Final = Path(__file__).parent / "samples"
FORM_1: Final = {
    "streams": ("id", "desk", "last_seq", "last_order", "hex(last_hash)"),
    "journal": (
        "seq", "ord", "operator", "act", "kind", "subject", "hex(body)", "hex(digest)", "hex(hash)",
    ),
    "undone": ("act",),
    "operators": ("id", "name"),
    "definitions": ("what", "code", "field", "value"),
    "delegates": (
        "id", "reference", "honorific", "family_name", "given_name", "native_honorific", "native_name", "name_order",
        "salutation", "position", "native_position", "organisation", "native_organisation", "delegation",
        "head_of_delegation", "country", "nationality", "sex", "category", "precedence", "accompanies",
        "represented_by", "email", "phone", "language", "diet", "private_note", "public_note", "attention", "status",
        "own", "desk_at", "desk_station", "door_at", "door_station", "registered_order", "registered_stream",
    ),
    "badges": ("code", "delegate", "issued_at", "issue", "day", "printed", "face", "revoked", "reason", "words"),
    "stays": ("person", "session", "n", "came", "station", "code", '"left"'),
    "occupancy": ("session", "inside", "entered"),
    "pictures": ("hex(digest)", "hex(bytes)"),
}  # fmt: skip
"""The columns that form 1 has, and the order of the rows: by these columns, the first first."""
DIGEST: Final = "b58a396783d502cff79c4debf846a34c8a518275ab79f12ac3729748921ea37f"
"""SHA-256 over the rows of these tables, in this order, as JSON."""


def digest(database: Database) -> str:
    """What the columns of form 1 say."""
    said: dict[str, list[Any]] = {
        table: database.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}")  # noqa: S608
        for table, columns in FORM_1.items()
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "form_1.event"
    shutil.copyfile(SAMPLES / "form_1.event", path)
    return path


def test_an_event_file_of_form_1_opens_verifies_and_says_what_it_said(sample: Path) -> None:
    with EventFile.open(sample, "desk1") as file:
        verification = verifying.verify(file.database, lambda _: None)

        assert {finding.fault for finding in verification.findings} <= {Fault.UNKNOWN_KIND}
        assert digest(file.database) == DIGEST


def test_an_event_file_of_form_1_folded_anew_says_the_same(sample: Path) -> None:
    with EventFile.open(sample, "desk1") as file:
        refolding.fold_anew(file.database)

        assert digest(file.database) == DIGEST
        assert verifying.verify(file.database, lambda _: None).is_whole


@pytest.mark.parametrize(
    "table", ["touches", "unread", "definitions", "operators", "badges", "stays", "undone"]
)
def test_a_table_that_was_lost_comes_back_when_all_is_folded_anew(sample: Path, table: str) -> None:
    with EventFile.open(sample, "desk1") as file:
        assert file.database.row(f"SELECT count(*) FROM {table}") != (0,)  # noqa: S608
        file.database.run(f"DELETE FROM {table}")  # noqa: S608
        refolding.fold_anew(file.database)

        assert digest(file.database) == DIGEST


def test_a_desk_goes_on_with_an_event_file_of_form_1(sample: Path) -> None:
    with EventFile.open(sample, "desk1") as file:
        recorded(file, a_registration("dnew"), a_scan("", delegate="dnew"))

        assert verifying.verify(file.database, lambda _: None).is_whole
        assert set(file.event.sessions) == {"opening", "lunch"}
        assert file.event.delegations["mfaic"].liaison_name == "CHEA Vanna"


def test_an_event_whose_definition_said_nothing_of_exits_still_scans_them(sample: Path) -> None:
    with EventFile.open(sample, "desk1") as file:
        assert file.event.policy.exits is Exits.SCANNED


def test_the_sample_of_form_1_holds_every_kind_and_every_thing(sample: Path) -> None:
    form_1 = {
        "act_begun", "act_ended", "arrived", "badge_issued", "badge_printed", "badge_revoked", "corrected", "defined",
        "left_without_entry", "operator_named", "registered", "scan_refused", "scanned", "undone",
    }  # fmt: skip
    with EventFile.open(sample, "desk1") as file:
        kinds = {kind for (kind,) in file.database.rows("SELECT DISTINCT kind FROM journal")}
        things = {what for (what,) in file.database.rows("SELECT DISTINCT what FROM definitions")}
        removed = file.database.row("SELECT count(*) FROM journal WHERE body IS NULL")

    assert form_1 <= kinds & KINDS.keys()
    assert {"event", "policy", "category", "session", "room", "delegation", "field"} == things
    assert things <= set(Thing)
    assert removed == (1,)
