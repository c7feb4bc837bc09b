"""What staff do: one module for each activity, which loads the data, decides, and records the outcome.

This layer and the layers below it do not use Qt.
"""
