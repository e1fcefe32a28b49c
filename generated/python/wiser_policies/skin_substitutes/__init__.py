"""The versions of the policy skin_substitutes."""
