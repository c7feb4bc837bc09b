"""The dialogs that the settings menu opens, and the printers that it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from checkin.desk.staff import Shift
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.main_window import MainWindow
    from checkin.ui.preferences import Preferences
    from checkin.ui.settings_menu import SettingsMenu


class Dialogs(QObject):
    """Opens what the settings menu asks for: who is on duty, the test of the scanner, the list of printers."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        menu: SettingsMenu,
        shift: Shift,
        preferences: Preferences,
        look: Appearance,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._app, self._window, self._menu = app, window, menu
        self._shift, self._preferences, self._look, self._tasks = shift, preferences, look, tasks
        menu.staff_wanted.connect(self._ask_for_staff)
        menu.printers_wanted.connect(self._list_printers)
        menu.scanner_wanted.connect(self._test_scanner)

    def _ask_for_staff(self) -> None:
        from checkin.ui.staff_dialog import StaffDialog  # noqa: PLC0415 - after the first paint

        StaffDialog(self._shift, self._preferences, self._look, self._window).show()

    def _test_scanner(self) -> None:
        from checkin.ui.scanner_dialog import ScannerDialog  # noqa: PLC0415 - after the first paint

        for former in self._window.findChildren(ScannerDialog):
            former.close()
        ScannerDialog(self._look, self._app, self._window).show()

    def _list_printers(self) -> None:
        from checkin.printing import printer_names  # noqa: PLC0415 - after the first paint

        self._tasks.devices.run(printer_names, then=self._menu.show_printers, key="printers")
