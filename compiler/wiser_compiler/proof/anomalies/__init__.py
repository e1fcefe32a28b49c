"""What could be wrong with one policy: questions, their answers, and findings that show them."""
