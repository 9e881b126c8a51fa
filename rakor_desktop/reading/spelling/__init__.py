"""Standard spelling of people who are in the list already: offered, with reasons."""
