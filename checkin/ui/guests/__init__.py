"""The guests of one session: who is named for it, and lists of people, which are checked before they are invited."""
