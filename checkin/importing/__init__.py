"""What comes in from outside: the definition of an event, and lists of delegates from spreadsheets."""
