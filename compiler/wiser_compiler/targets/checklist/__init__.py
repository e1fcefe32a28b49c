"""What a printed checklist holds, for every target that prints one."""

from wiser_compiler.targets.checklist.model import Checklist
from wiser_compiler.targets.checklist.sheet import checklist

__all__ = ["Checklist", "checklist"]
