"""What can be said: the vocabulary, the records, and their form in RDF."""
