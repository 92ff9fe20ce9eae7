"""Who says it: news pages and rosters become readings.

>>> from bangfu.loaders import load
"""

from .opening import find_files, load, load_each, sample_folder

__all__ = ["find_files", "load", "load_each", "sample_folder"]
