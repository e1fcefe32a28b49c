"""Requests of an independent generator, and what every reader of them must agree on.

`documents` reads the policies and the request schemas by its own small code, `drawing` draws requests at their
edges, `comparing` holds validator, meaning and schemas against one another, `shrinking` makes a disagreement small.
Nothing here draws with the strategies, the edges or the solver of the product: a fault there stays visible here.
"""
