"""The MkDocs door: the plugin unpacks what MkDocs gives, calls the verbs, and reports."""

from sejajar.plugin.hooks import SejajarPlugin
from sejajar.plugin.sites import site_of

__all__ = ["SejajarPlugin", "site_of"]
