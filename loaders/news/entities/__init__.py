"""Places, schools, institutions and programmes: what is named, and which names are one thing."""
