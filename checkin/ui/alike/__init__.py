"""Look-alikes in the window: two registrations side by side, and the list of all pairs that look alike."""
