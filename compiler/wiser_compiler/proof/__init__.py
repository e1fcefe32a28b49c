"""Policies put to the question: proofs, differences between versions, slips, and random requests. Sees no reader."""
