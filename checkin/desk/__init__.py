"""The activities of the staff: one module for each, which loads the data, decides, and records the outcome.

This layer and the layers below it do not use Qt.
"""
