"""The light art: one ray, bent by each scene its own way, painted and developed like a photograph.

``request`` says what to draw and is the only module the player imports (standard library only). ``bake`` turns one
request into a picture, ``command`` turns many into files. ``darkroom`` paints in linear light, ``develop`` makes
pixels of it, ``scenes`` holds one short file per construction.
"""
