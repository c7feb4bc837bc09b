"""The appearance of the program: colours, fonts, icons, and what each verdict looks and sounds like."""

from checkin.ui.theme.colours import Colours
from checkin.ui.theme.fonts import FAMILIES, register_name_fonts, register_window_fonts, set_text_size
from checkin.ui.theme.icons import icon, picture, program_icon
from checkin.ui.theme.palettes import PALETTES, wear
from checkin.ui.theme.verdicts import VERDICT_LOOKS, Look, Stays, VerdictLook, look_of

__all__ = [
    "FAMILIES",
    "PALETTES",
    "VERDICT_LOOKS",
    "Colours",
    "Look",
    "Stays",
    "VerdictLook",
    "icon",
    "look_of",
    "picture",
    "program_icon",
    "register_name_fonts",
    "register_window_fonts",
    "set_text_size",
    "wear",
]
