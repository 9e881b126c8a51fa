"""What a coordination meeting is: frozen values and pure functions, no I/O, no Qt."""
