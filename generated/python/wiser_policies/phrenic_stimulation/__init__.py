"""The versions of the policy phrenic_stimulation."""
