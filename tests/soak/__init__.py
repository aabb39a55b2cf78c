"""Endurance: the real kiosk under seeded random hands while its content is swapped. ``python -m tests.soak --help``."""
