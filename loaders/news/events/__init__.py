"""Happenings: what, when, where, and who took part."""
