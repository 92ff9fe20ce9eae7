"""``python -m benchmarks``: the first benchmark, or with ``--facts`` all of them."""

from .run import main

if __name__ == "__main__":
    main()
