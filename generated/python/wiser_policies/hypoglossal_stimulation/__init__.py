"""The versions of the policy hypoglossal_stimulation."""
