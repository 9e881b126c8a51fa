"""The rooms of the page Siaran pers: what goes out, its words, its details, its status and its versions."""
