"""The printed sheet, blank or filled in. It has the standard library alone, and `wiser_policies` has a copy of it."""
