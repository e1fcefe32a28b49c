"""Slips that an author could make in a policy, and whether anything notices them."""
