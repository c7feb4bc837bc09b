"""Why a row of a list that is brought in cannot come in, or a value told to the desk cannot be kept."""

from __future__ import annotations

from enum import StrEnum


class RejectReason(StrEnum):
    """What is wrong with a row; `wording` has the sentence for each member."""

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
