"""Photos in the window: how they are read for the screen, and how one or many are taken in."""
