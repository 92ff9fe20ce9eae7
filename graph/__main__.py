"""``python -m bangfu.graph`` is the command ``bangfu``."""

from .cli import main

if __name__ == "__main__":
    main()
