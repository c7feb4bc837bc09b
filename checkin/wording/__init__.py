"""Every text that a person reads, in the person's language: in the window, on the command line and on paper.

Get a `Wording` from `in_language`. Ask it for the words of a value (`verdict`, `field`, `status`, …), for a time or a
day, and for a plain sentence with `text`. The English sentences are in the source code; the other languages are
catalogues in `resources/locale`. A sentence that a catalogue lacks is shown in English. `python -m
checkin.wording.update` adds new sentences to the catalogues.
"""

from checkin.wording.catalogues import in_language, languages
from checkin.wording.language import marked
from checkin.wording.verdict_words import Circumstances, VerdictWords
from checkin.wording.wording import Wording

__all__ = ["Circumstances", "VerdictWords", "Wording", "in_language", "languages", "marked"]
