"""Lists the languages that have a catalogue (a file of translations) in `resources/locale`, and opens a catalogue."""

from __future__ import annotations

import gettext
import locale
import os
import sys
from functools import cache
from typing import Final

from checkin import assets
from checkin.wording.wording import Wording

_SOURCE: Final = "en"
"""The language in which the sentences are written in the source code; it needs no catalogue."""
_CATALOGUE: Final = "checkin.mo"


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages in which the program can be shown, English first."""
    found = assets.resource("locale").glob(f"*/LC_MESSAGES/{_CATALOGUE}")
    return (_SOURCE, *sorted(path.parts[-3] for path in found))


@cache
def in_language(code: str = "") -> Wording:
    """The `Wording` for the language with this code; "" stands for the language of this computer.

    For a language into which the program is not translated, the English `Wording` is returned.
    """
    wanted = _known(code or _system_language())
    if wanted == _SOURCE:
        return Wording(_SOURCE, gettext.NullTranslations())
    path = assets.resource("locale", wanted, "LC_MESSAGES", _CATALOGUE)
    with path.open("rb") as file:
        return Wording(wanted, gettext.GNUTranslations(file))


def _known(code: str) -> str:
    """The language code in a locale such as fr, fr-FR or km_KH.UTF-8.

    English if the language has no catalogue.
    """
    language = code.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in languages() else _SOURCE


def _system_language() -> str:
    """The locale of this computer, from the environment or from Windows; "" if neither gives one."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable].split(":")[0]
    return ""
