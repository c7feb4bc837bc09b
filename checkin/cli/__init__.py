"""The command line, for scripts and tests. It can do everything that the window does to data.

There is one file for each command.
"""
