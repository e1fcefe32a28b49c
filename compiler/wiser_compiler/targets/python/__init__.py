"""Policy to a typed Python module, and the package around the modules."""

from wiser_compiler.targets.python.index import INDEX, python_index
from wiser_compiler.targets.python.memory import loaded, validator
from wiser_compiler.targets.python.module import in_memory, python
from wiser_compiler.targets.python.naming import module_name

__all__ = ["INDEX", "in_memory", "loaded", "module_name", "python", "python_index", "validator"]
