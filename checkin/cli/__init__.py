"""The command line: everything the window does to data, for scripts and tests; one file for each command."""
