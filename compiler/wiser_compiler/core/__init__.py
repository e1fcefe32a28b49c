"""What a policy is and what it means. Knows nothing of YAML, files or targets."""
