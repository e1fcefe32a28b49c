"""The meaning for the solver, over a request that is not yet known. The only place that imports z3."""
