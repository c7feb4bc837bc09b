"""Reads photos of delegates from files, and makes the small portraits of them that an event file keeps."""
