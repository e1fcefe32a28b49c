"""The versions of the policy nerve_lesions."""
