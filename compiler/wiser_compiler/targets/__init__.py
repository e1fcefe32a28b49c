"""Policy to files. Each target is a pure function of the policy: no clock, no disk, no options."""
