"""The versions of the policy impotence."""
