"""What keeps the kiosk up, and what staff run beside it.

The supervisor with its record of crashes keeps the kiosk up; it loads no Qt, so that nothing of Qt's can end it. Staff
run the doctor, print the systemd service, and make proofs and plates, which draw with the player's own interface.
"""
