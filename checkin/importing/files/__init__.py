"""Reads the files of lists: their sheets with the texts of all cells, in a process of limited memory and time."""
