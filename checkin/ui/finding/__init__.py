"""The search for delegates that pages share: the field, the list of those found, and how its rows are painted."""
