"""How an article is cited: the work as it is cited, in styles to be read and in formats for programs."""
