"""Reads photos of delegates from files, and makes the small portraits that an event file keeps."""
