"""Files as text: a format is one module (or package) with `loads` and `dumps`, and `loads(dumps(x)) == x`."""
