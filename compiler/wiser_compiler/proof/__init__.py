"""Policies put to the question: proofs, differences between versions, slips, and random requests.

Sees the core, and of the targets the generated validators and schemas, which it holds to the meaning. Sees no reader.
"""
