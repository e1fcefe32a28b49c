"""The versions of the policy sacral_stimulation."""
