"""Finds where no line may end, even at a space: beside brackets, quotation marks etc., and after name particles.

Unicode's rules do not cover some of these places, as they depend on the language: "Bonjour »", "van der Berg".
"""

from __future__ import annotations

import re
from typing import Final

_ENDING: Final = (
    "、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…‥%‰"
    r")\]}.,:;!?·"
    "។៕៖៘៚ៗฯๆຯໆ၊။।॥،؛؟۔٪׃։།༎᠂᠃፡።፣፤፥፦፧"
)
"""Signs that never begin a line."""
_OPENING: Final = r"（〔［｛〈《「『【(\[{„‚¿¡"
"""Signs that never end a line."""
_BEFORE_NONE: Final = re.compile(rf"[{_ENDING}]|[»›”’](?=[\s\u200b»›”’{_ENDING}]|\Z)")
"""A sign that ends what stands before it. A quotation mark does so only if no letter follows: in "»Ja«" it begins."""
_AFTER_NONE: Final = re.compile(
    rf"(?:[{_OPENING}]|(?:^|(?<=[\s\u200b«‹“‘{_OPENING}]))[«‹“‘])[\s\u200b]*|\u00ad(?!\s)"
)
"""A sign that begins what follows. A quotation mark does so only if no letter stands before it.

A soft hyphen would have to be drawn if a line ended there, so no line ends there.
"""
_TWO_SIGNS: Final = re.compile(rf"[{_ENDING}](?=[{_ENDING}])|[{_OPENING}](?=[{_OPENING}])")

_PARTICLES: Final = (
    "al|el|abu|abd|bin|binte|binti|bint|bt|ibn|umm|von|vom|zu|zum|zur|der|den|des|dem|af|av|ter|ten|"
    "de|del|dela|della|delle|dello|degli|dei|delos|dos|das|['’][ts]|بن|ابن|بنت|آل|أبو|ابو|أم|عبد"
)
"""Words that belong to the part of a name that follows them."""
_ALSO_NAMES: Final = "ben|da|di|do|du|e|la|las|le|los|van|y"
"""Particles that are names of their own as well ("LE Duc Tho"): at the beginning of a text only in small letters."""
_PARTICLE: Final = re.compile(
    r"(?<![\w'’.-])"
    rf"(?:(?:{_PARTICLES})|(?<=\s)(?:{_ALSO_NAMES})|(?-i:{_ALSO_NAMES})|van(?=\s+(?:de|den|der|het)\s))"
    r"\.?\s+(?=[\w'’])",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"(?<!\w)(?:(?:al|el|ad|an|ar|as|ash|at|az|ud|ul|ur|us|uz)[-\u2010\u2011]|[asd]/(?=[lpo]\b))(?=\w)",
    re.IGNORECASE,
)
"""The Arabic article with its hyphen, and the Malaysian "a/l", "a/p", "s/o" and "d/o"."""
_SON_OF: Final = re.compile(r"(?<!\w)[asd]/[lpo]\s+(?=\w)", re.IGNORECASE)


def glued(text: str, *, are_signs_torn: bool = False) -> set[int]:
    """The indices in the text where no line may end, because a punctuation mark must stay with the text beside it.

    For example, no line ends before a full stop or after "(". If `are_signs_torn` is True, a line may end between two
    such marks, so that a long row of dots can be broken.
    """
    places = {match.start() for match in _BEFORE_NONE.finditer(text)}
    places |= {match.end() for match in _AFTER_NONE.finditer(text)}
    if are_signs_torn:
        places -= {match.end() for match in _TWO_SIGNS.finditer(text)}
    return places


def particles(text: str) -> set[int]:
    """The indices at which a word after a name particle begins: "Berg" in "van der Berg", "Hadi" in "al-Hadi".

    No line may end just before such an index: a particle stays on one line with the word that follows.
    """
    return {match.end() for look in (_PARTICLE, _ARTICLE, _SON_OF) for match in look.finditer(text)}
