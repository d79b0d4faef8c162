"""Chromium as tests and benchmarks start it: the one on the PATH, cut off from every host but this one."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

#: Every connection that does not go to this machine ends at a port where nobody listens.
CUT_OFF = ("--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=127.0.0.1")
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--disable-gpu",  # one process fewer, and a tenth less work than graphics made by software
)


def find_chromium() -> str:
    """The path of Chromium: $CHROMIUM, else what is on the PATH. Raises FileNotFoundError when there is none.

    The headless shell comes first: the same engine without what a window needs, which takes a quarter less time.
    """
    names = (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "msedge",
    )
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise FileNotFoundError("install Chromium, or set CHROMIUM to the path of Chrome, Edge or Chromium")
    return found


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the browser, headless, on software rendering."""
    return playwright.chromium.launch(
        executable_path=find_chromium(), args=[*CUT_OFF, *QUIET, *flags], chromium_sandbox=False
    )
