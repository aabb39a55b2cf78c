"""Tests of the supervisor, the doctor, the service and the PIN."""
