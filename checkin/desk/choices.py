"""What an organiser chooses for a new event, and what can be wrong with a choice."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """The parts of a new event that its organiser chooses."""

    TITLE = "title"
    LANGUAGE = "language"
    OTHER_LANGUAGES = "other_languages"
    VENUE = "venue"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    ZONE = "zone"
    BEGINNING = "beginning"
    NOT_ARRIVED = "not_arrived"
    EXITS = "exits"
    DOOR_WORDS = "door_words"
    NAME = "name"
    FOLDER = "folder"
    FIRST_PAGE = "first_page"


class Wrong(StrEnum):
    """The faults that a choice for a new event can have."""

    NO_TITLE = "no_title"
    NO_DAY = "no_day"
    LAST_BEFORE_FIRST = "last_before_first"
    TOO_LONG = "too_long"
    SESSIONS_LAST_LONGER = "sessions_last_longer"
    NO_ZONE = "no_zone"
    NO_NAME = "no_name"
    SIGN_IN_NAME = "sign_in_name"
    NAME_OF_DEVICE = "name_of_device"
    NAME_TOO_LONG = "name_too_long"
    NAME_TAKEN = "name_taken"
    NO_FOLDER = "no_folder"
