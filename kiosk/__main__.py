"""``python -m kiosk``."""

import sys

if __name__ == "__main__":
    try:
        from kiosk.cli import main

        code = main()
    except KeyboardInterrupt:  # before main could take care of it
        code = 130
    sys.exit(code)
