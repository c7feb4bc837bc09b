"""The command line, for scripts and tests: everything that the window does to data; one file for each command."""
