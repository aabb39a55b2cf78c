"""Tests of publishing: pictures, packs, editions, the light."""
