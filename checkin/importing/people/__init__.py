"""Reads lists of delegates: which column holds which field, what each cell means, and what a list would change."""
