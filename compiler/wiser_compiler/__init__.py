"""Compile Medicare WISeR documentation policies into validators, schemas and checklists."""

__version__ = "0.1.0"
