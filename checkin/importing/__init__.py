"""Reads files that organisers write: definitions of events (TOML), lists of delegates, and programmes (also .ics)."""
