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
    NOT_A_DAY = "not_a_day"
