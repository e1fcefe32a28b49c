"""What the larger commands do. `cli` has their options, and what they print where."""
