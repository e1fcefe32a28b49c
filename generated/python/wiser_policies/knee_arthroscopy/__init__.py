"""The versions of the policy knee_arthroscopy."""
