"""Tests of the player: what visitors see, touch and hear."""
