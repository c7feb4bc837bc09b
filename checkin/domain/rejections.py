"""Reasons why a row of an imported list is rejected, or a value entered at the desk cannot be recorded."""

from __future__ import annotations

from enum import StrEnum


class RejectReason(StrEnum):
    """The reasons for rejecting a row of an imported list or a typed value; `wording` has a sentence for each."""

    NO_NAME = "no_name"
    NO_CATEGORY = "no_category"
    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_STATUS = "unknown_status"
    NOT_A_NUMBER = "not_a_number"
    DUPLICATE_REFERENCE = "duplicate_reference"
    UNKNOWN_YES_NO = "unknown_yes_no"
    UNKNOWN_NAME_ORDER = "unknown_name_order"
    UNKNOWN_SEX = "unknown_sex"
    UNKNOWN_CHOICE = "unknown_choice"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_PRINCIPAL = "unknown_principal"
    OPEN_QUESTION = "open_question"
    NOT_A_DAY = "not_a_day"
    CODE_TOO_LONG = "code_too_long"
    NO_TITLE = "no_title"
    NO_TIME = "no_time"
    NOT_A_TIME = "not_a_time"
    NO_DAY = "no_day"
    UNCLEAR_DAY = "unclear_day"
    OUTSIDE_THE_DAYS = "outside_the_days"
    ENDS_BEFORE_START = "ends_before_start"
    SKIPPED_BY_THE_CLOCKS = "skipped_by_the_clocks"
    TWO_ROOMS = "two_rooms"
    UNKNOWN_SESSION = "unknown_session"
    DUPLICATE_SESSION = "duplicate_session"
    UNKNOWN_OPEN_TO = "unknown_open_to"
    UNKNOWN_SESSION_STATUS = "unknown_session_status"
    ALL_DAY = "all_day"
    REPEATS_TOO_LONG = "repeats_too_long"
    UNKNOWN_ZONE = "unknown_zone"
    UNREADABLE = "unreadable"
