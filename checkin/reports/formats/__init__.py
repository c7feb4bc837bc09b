"""The formats in which a report can be written, one module each.

The module `as_csv.py` writes files that end in .csv, and so on. A format is nothing but its module's function
`write(report, file, event, wording)`. The function may raise OSError; its caller makes sure that the file is written
whole or not at all.
"""
