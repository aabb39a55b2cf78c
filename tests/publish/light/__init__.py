"""Tests of the light art."""
