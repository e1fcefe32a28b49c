"""The content of a printed checklist, for every target that prints one."""

from wiser_compiler.targets.checklist.model import Checklist
from wiser_compiler.targets.checklist.sheet import checklist

__all__ = ["Checklist", "checklist"]
