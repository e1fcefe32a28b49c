"""The meaning of policies for the solver, over a symbolic request. Only this folder imports z3."""
