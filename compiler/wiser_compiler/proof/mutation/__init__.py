"""Mutation: slips that an author could make in a policy, and whether an example, a quotation or a proof notices
them.
"""
