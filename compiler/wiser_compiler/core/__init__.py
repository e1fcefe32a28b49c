"""Policies and their meaning. This package knows nothing of YAML, files or targets."""
