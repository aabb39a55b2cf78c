"""What keeps the kiosk up and what staff may do: supervisor, doctor, service, PIN. Standard library only."""
