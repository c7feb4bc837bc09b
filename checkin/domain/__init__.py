"""The event, its delegates and the rules of admission, as values and pure functions. Standard library only."""
