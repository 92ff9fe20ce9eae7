"""What follows: the store, its questions, the network and the pages."""
