"""Sejajar: bilingual briefings, every Indonesian paragraph beside its English."""

__version__ = "0.1.0"
