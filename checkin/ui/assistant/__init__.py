"""The assistant with which an organiser makes a new event, step by step."""
