"""Policy to FHIR R4: a questionnaire that asks for each fact once, for renderers of forms."""

from wiser_compiler.targets.fhir.questionnaire import fhir

__all__ = ["fhir"]
