"""The versions of the policy esi."""
