"""Proofs: every screen of an edition, off screen, as pictures and as what stands on them.

``stage`` opens the interface in a window nobody sees, ``walk`` goes through every screen of it, ``inspection`` and
``contrast`` say what is wrong with one, ``contact_sheet`` puts all of them on one page.
"""
