"""What could be wrong with one policy: a table of questions, their answers, and findings that show them."""
