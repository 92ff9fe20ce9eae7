"""Who holds what post, and who was sent from where to where."""
