"""``python -m kiosk.publish.light --out DIR --fonts DIR``: bake the requests on standard input."""

import sys

from kiosk.publish.light.command import main

sys.exit(main())
