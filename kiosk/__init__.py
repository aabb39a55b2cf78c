"""A touch kiosk for Gwangju, the province of light, driven by a folder of JSON and pictures.

Three verbs, one direction: staff *write* ``content/``, the publisher turns it into an immutable edition, and the
player shows the newest good edition. Each verb is a sub-package; ``tests/test_architecture.py`` holds the arrows.
"""

__version__ = "0.1.0"
