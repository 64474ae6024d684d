"""What Indonesian and English mean: figures, names, words and sentences, for every other room."""
