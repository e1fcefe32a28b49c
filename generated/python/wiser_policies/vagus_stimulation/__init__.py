"""The versions of the policy vagus_stimulation."""
