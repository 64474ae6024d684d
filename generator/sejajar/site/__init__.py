"""The whole site as frozen values: what is shown and how, its addresses, names and relations."""
