"""The event file: one SQLite file with the journal and the tables computed from it. Only this package uses Peewee."""
