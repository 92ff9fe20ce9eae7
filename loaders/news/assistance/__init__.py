"""Who helps whom: patterns, tables, a trained model, guards and direction."""
