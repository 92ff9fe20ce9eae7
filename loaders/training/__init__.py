"""How the shipped model of person names is made: data, generator, training."""
