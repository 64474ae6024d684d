"""Measurements: `make bench` runs each file."""
