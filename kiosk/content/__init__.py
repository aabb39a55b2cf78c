"""Content: what staff write. Reads, checks and explains it; knows no Qt, no pictures, no screen."""
