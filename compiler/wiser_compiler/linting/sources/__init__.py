"""Policies compared with the text of their sources."""
