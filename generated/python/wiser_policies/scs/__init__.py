"""The versions of the policy scs."""
