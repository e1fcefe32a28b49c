"""The differences between two versions of a policy, with requests that show them."""
