"""Every sentence and word that a person reads, in their language: for the window, the command line and the papers.

Get a `Wording` from `in_language`; ask it for the words of a value (`verdict`, `field`, `status`, …), for a time or
a day, and for a plain sentence with `text`. English stands in the source, the other languages are catalogues in
`resources/locale`; a sentence that a catalogue lacks is shown in English. New sentences get into the catalogues by
`python -m checkin.wording.update`.
"""

from checkin.wording.catalogues import in_language, languages
from checkin.wording.language import marked
from checkin.wording.verdicts import Circumstances, VerdictWords
from checkin.wording.wording import Wording

__all__ = ["Circumstances", "VerdictWords", "Wording", "in_language", "languages", "marked"]
