"""The widgets for look-alikes: two registrations side by side, and the list of all pairs that look alike."""
