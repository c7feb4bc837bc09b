"""The widgets that pages share: a form, a question, a side panel for these two, and a table with a filter."""
