"""Tables of people: columns in any order, with or without a header."""
