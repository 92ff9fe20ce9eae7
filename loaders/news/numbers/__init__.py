"""Dates and numbers, and what they say something about."""
