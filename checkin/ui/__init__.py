"""The window: Qt widgets, pages and table models."""
