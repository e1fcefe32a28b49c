"""YAML text to `Policy`: syntax first, then the keys and words of the language."""
