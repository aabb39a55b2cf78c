"""What the kiosk costs, measured in one run beside a bare Qt Quick window on the same screen."""
