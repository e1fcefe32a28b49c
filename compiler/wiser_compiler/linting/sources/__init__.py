"""Policies beside the text of their sources."""
