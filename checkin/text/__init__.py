"""Turns names and queries in any script into keys for searching, comparing and sorting."""

from checkin.text.capitals import are_in_capitals, family_name_with_capitals, name_with_capitals
from checkin.text.delegations import (
    delegation_named,
    name_of_delegation,
    short_name_of_delegation,
    words_of_same_delegation,
)
from checkin.text.keys import search_key, spelt_words, ticket_key
from checkin.text.matched import Span, has_all_words, matched_digits, matched_letters
from checkin.text.ordering import letters_in_order, name_order, names_in_order, text_order
from checkin.text.passport import passport_spellings
from checkin.text.phones import (
    digits_typed,
    phone_words,
    place_in_number,
    spellings_of_number,
    words_of_digits,
)
from checkin.text.same_person import alike
from checkin.text.searching import in_latin_letters, index_words, joined_words, query_words, single_words
from checkin.text.sounds import MARK, nearly, sound_words, sounding_words, unheard_words
from checkin.text.typos import WordsInOrder
from checkin.text.zones import all_zones, city_of, country_of, find_zones

__all__ = [
    "MARK",
    "Span",
    "WordsInOrder",
    "alike",
    "all_zones",
    "are_in_capitals",
    "city_of",
    "country_of",
    "delegation_named",
    "digits_typed",
    "family_name_with_capitals",
    "find_zones",
    "has_all_words",
    "in_latin_letters",
    "index_words",
    "joined_words",
    "letters_in_order",
    "matched_digits",
    "matched_letters",
    "name_of_delegation",
    "name_order",
    "name_with_capitals",
    "names_in_order",
    "nearly",
    "passport_spellings",
    "phone_words",
    "place_in_number",
    "query_words",
    "search_key",
    "short_name_of_delegation",
    "single_words",
    "sound_words",
    "sounding_words",
    "spellings_of_number",
    "spelt_words",
    "text_order",
    "ticket_key",
    "unheard_words",
    "words_of_digits",
    "words_of_same_delegation",
]
