"""``python -m benchmarks``: all of them, at several sizes."""

from .run import main

if __name__ == "__main__":
    main()
