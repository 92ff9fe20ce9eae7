"""``python -m benchmarks``: run the first benchmark and print its table."""

from .run import main

main()
