"""The versions of the policy cervical_fusion."""
