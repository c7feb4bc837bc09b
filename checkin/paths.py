"""The folders of this computer for settings and logs, and the folder that is proposed for event files.

The environment variable CHECKIN_HOME moves all of them below one folder. This is for tests, and for a desk that runs
from a USB stick.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PROGRAM = "checkin"


def config_folder() -> Path:
    """The folder of this computer's settings; it may not exist yet."""
    home = _home()
    return home / "config" if home else platformdirs.user_config_path(_PROGRAM, appauthor=False)


def data_folder() -> Path:
    """The folder that is proposed for event files; it may not exist yet."""
    home = _home()
    return home / "data" if home else platformdirs.user_data_path(_PROGRAM, appauthor=False)


def documents_folder() -> Path:
    """The user's folder of documents, which is proposed for the file of a new event; it may not exist yet."""
    return data_folder() if _home() else platformdirs.user_documents_path()


def log_folder() -> Path:
    """The folder of the log files; it may not exist yet."""
    home = _home()
    return home / "logs" if home else platformdirs.user_log_path(_PROGRAM, appauthor=False)


def _home() -> Path | None:
    """The folder named by CHECKIN_HOME; None if the variable is not set."""
    named = os.environ.get("CHECKIN_HOME", "")
    return Path(named).expanduser().absolute() if named else None
