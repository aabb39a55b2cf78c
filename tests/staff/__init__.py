"""Tests of the supervisor, the doctor and the service."""
