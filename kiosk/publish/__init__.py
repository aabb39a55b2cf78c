"""Publish: content folder in, immutable edition out. Runs in its own short-lived process with limits."""
