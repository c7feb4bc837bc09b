"""checkin: the registration desk of an event, on one computer and in one file."""

__version__ = "0.1.0"
