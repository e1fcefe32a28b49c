"""YAML text to `Policy`: syntax, then meaning of the keys and words, then checks."""
