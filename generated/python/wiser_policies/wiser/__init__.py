"""The versions of the policy wiser."""
