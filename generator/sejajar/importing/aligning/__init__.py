"""An English that exists already is laid beside an article, passage by passage."""
