"""The parts that read a roster: bytes → cells → heads → columns → rows → facts and findings."""

__all__ = ["ROSTERS"]

ROSTERS = (".csv", ".ods", ".tsv", ".xls", ".xlsm", ".xlsx")
"""The endings of files that are read as rosters. Macro workbooks are among them, so that each is
told of rather than passed over."""
