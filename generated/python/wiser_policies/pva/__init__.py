"""The versions of the policy pva."""
