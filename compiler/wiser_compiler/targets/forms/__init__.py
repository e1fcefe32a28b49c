"""Policy to a form: the questions of a request, for people, as a JSON Schema that form libraries show."""

from wiser_compiler.targets.forms.form import forms

__all__ = ["forms"]
