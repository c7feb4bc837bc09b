"""The printers for badges, and the queue that sends them one badge after another."""

from checkin.printing.choice import PRINTERS, chosen_printer, printer_names
from checkin.printing.pdf_folder import PdfFolder
from checkin.printing.port import Printer, PrinterState, Size
from checkin.printing.queue import PrintJob, PrintJobs, PrintQueue, QueueState

__all__ = [
    "PRINTERS",
    "PdfFolder",
    "PrintJob",
    "PrintJobs",
    "PrintQueue",
    "Printer",
    "PrinterState",
    "QueueState",
    "Size",
    "chosen_printer",
    "printer_names",
]
