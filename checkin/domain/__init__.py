"""The event, its delegates and the rules of admission: values and pure functions, standard library only."""
