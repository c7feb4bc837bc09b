"""The widgets for photos: how photos are read for the screen, and how one photo or a folder of photos is set."""
