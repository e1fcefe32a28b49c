"""Policy to a module of expressions over columns, which judges tables of requests."""

from wiser_compiler.targets.columns.module import columns, columns_path

__all__ = ["columns", "columns_path"]
