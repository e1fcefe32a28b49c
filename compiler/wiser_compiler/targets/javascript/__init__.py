"""Policy to data for the JavaScript package, and the package around it."""

from wiser_compiler.targets.javascript.index import javascript_index
from wiser_compiler.targets.javascript.policy import javascript

__all__ = ["javascript", "javascript_index"]
