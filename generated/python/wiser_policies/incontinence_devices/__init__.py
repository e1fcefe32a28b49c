"""The versions of the policy incontinence_devices."""
