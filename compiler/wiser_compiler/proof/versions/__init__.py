"""What is different between two versions of a policy, with requests that show it."""
