"""Text as it is searched and compared: names and queries in any script are turned into the same kind of key."""

from checkin.text.delegations import delegation_named, name_of_delegation, short_name_of_delegation
from checkin.text.keys import search_key
from checkin.text.searching import in_latin_letters, index_words, joined_words, query_words

__all__ = [
    "delegation_named",
    "in_latin_letters",
    "index_words",
    "joined_words",
    "name_of_delegation",
    "query_words",
    "search_key",
    "short_name_of_delegation",
]
