"""The guests of one session: who is named for it, and lists of people that are brought in once they were looked at."""
