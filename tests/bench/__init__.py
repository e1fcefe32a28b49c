"""The benchmark: `python -m tests.bench --help`. docs/benchmark.md says what the rows mean."""
