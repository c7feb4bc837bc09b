"""Takes pictures of every page of the window in every state, for the manual and for those who maintain the program."""

from checkin.pictures.album import View, take_pictures

__all__ = ["View", "take_pictures"]
