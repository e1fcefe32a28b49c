"""Questions about policies: proofs, differences between versions, mutation, and random requests.

This package imports the core, and the targets that make validators and schemas, which it compares with the meaning. It
imports no reader.
"""
