"""The larger commands. `cli` has their options and prints their results."""
