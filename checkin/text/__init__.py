"""Text as it is searched and compared: one key for index and query alike, in any script."""

from checkin.text.keys import search_key
from checkin.text.searching import index_words, joined_words, query_words

__all__ = ["index_words", "joined_words", "query_words", "search_key"]
