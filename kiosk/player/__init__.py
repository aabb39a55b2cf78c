"""The player: shows the newest good edition. Qt, but neither pydantic nor Pillow nor numpy nor widgets."""
