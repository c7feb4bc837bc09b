"""The command line, for scripts and tests. It can change data in every way in which the window can.

There is one file for each command, `cmd_<name>.py`.
"""
