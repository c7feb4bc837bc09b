"""One file for each format a report can be written in.

`as_csv.py` writes files that end in .csv, and so on: a module's function `write(report, file, event, wording)` is all
that a format is. It may raise OSError; the caller sees to it that the file is whole.
"""
