"""The browser's door: a local web application over the same files. It unpacks, calls the verbs, and shows."""

from sejajar.desk.serving import Serving, is_loopback, serve

__all__ = ["Serving", "is_loopback", "serve"]
