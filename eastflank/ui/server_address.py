"""Where readers reach this server."""

from __future__ import annotations

import os

from eastflank.view.address import base_url


def public_address() -> str:
    """`EASTFLANK_URL`, where readers reach the dashboard; empty if it is not set or not an address.

    A link then begins as the reader's own address does.
    """
    try:
        return base_url(os.environ.get("EASTFLANK_URL", ""))
    except ValueError:
        return ""
