"""The frames that pages share: a form, a question, a side panel that asks, and a table with a filter."""
