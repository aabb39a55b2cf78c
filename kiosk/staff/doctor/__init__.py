"""Looks whether a machine is ready for a booth, and says in one line a check what to mend. No network."""
