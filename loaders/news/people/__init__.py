"""Persons: where names stand, and what vouches for them."""
