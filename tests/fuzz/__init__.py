"""Requests of an independent generator, and comparisons of all answers to them.

`documents` reads the policies and the request schemas by its own small code, `drawing` draws requests at their
edges, `comparing` compares validator, meaning and schemas, `shrinking` makes a disagreement small.
Nothing here draws with the strategies, the edges or the solver of the product: a fault there stays visible here.
"""
