"""The real program, started as a process on a screen of its own, used with real clicks, keys and fingers."""
