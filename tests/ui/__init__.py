"""Every screen, off screen: walked through and inspected, compared with approved pictures, and proved."""
