"""The MkDocs door: the plugin unpacks what MkDocs gives, calls the verbs, and reports."""

from sejajar.plugin.hooks import SejajarPlugin, site_of

__all__ = ["SejajarPlugin", "site_of"]
