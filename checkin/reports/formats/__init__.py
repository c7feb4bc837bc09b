"""The formats in which a report can be written, one module each.

The module `as_csv.py` writes files that end in .csv, and so on. A format needs only one function in its module:
`write(report, file, event, wording)`. The function may raise OSError. The caller of the function makes sure that the
file is written whole or not at all.
"""
