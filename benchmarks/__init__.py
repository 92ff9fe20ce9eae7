"""How fast it is, as ratios to other ways on the same machine in the same run."""
