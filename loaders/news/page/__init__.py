"""The page as received → the clean text of the story, with a map back."""
