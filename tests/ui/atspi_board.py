#!/usr/bin/env python3
"""The board's bars as a screen reader gets them: through AT-SPI, from another process.

    xvfb-run -a -s "-screen 0 1400x900x24 -noreset" dbus-run-session -- python3 atspi_board.py PROGRAM

-noreset: an X server without it starts anew when its first client goes, and refuses the next meanwhile.

Ends with 0 when every claim held; says which did not.
"""
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402


def until(what, found, seconds=60):
    """The first true answer of `found`; asks again until it comes or time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            answer = found()
        except Exception:  # the program may be starting, or a bar just going
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    sys.exit("not within %d s: %s" % (seconds, what))


def below(node, wanted):
    if wanted(node):
        return node
    for child in node:
        hit = child is not None and below(child, wanted)
        if hit:
            return hit
    return None


def claim(text, holds):
    print(("ok   " if holds else "FAIL ") + text, flush=True)
    return bool(holds)


def read(host):
    desktop = pyatspi.Registry.getDesktop(0)
    board = until("a list named Board", lambda: next(
        filter(None, (below(app, lambda n: n.name == "Board" and n.getRole() == pyatspi.ROLE_LIST)
                      for app in desktop if app is not None)), None))
    until("bars on the board", lambda: board.childCount > 20)
    bars = [board.getChildAtIndex(i) for i in range(board.childCount)]
    held = [claim("%d bars are to be read" % len(bars), len(bars) > 20)]
    held.append(claim("each is a list item", all(b.getRole() == pyatspi.ROLE_LIST_ITEM for b in bars)))
    names = [b.name for b in bars]
    held.append(claim("each says guest, room or type, dates and state",
                      all(len(n.split(", ")) >= 4 for n in names)))
    held.append(claim("rooms are named", sum("room " in n for n in names) > 10))
    held.append(claim("what is owed is said", any("owes " in n for n in names)))
    window = board.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    places = [b.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) for b in bars]
    held.append(claim("each lies inside the board and has a size", all(
        p.width > 0 and p.height > 0 and p.x >= window.x and p.y >= window.y
        and p.x + p.width <= window.x + window.width and p.y + p.height <= window.y + window.height
        for p in places)))
    bar = bars[len(bars) // 2]
    guest = bar.name.split(", ")[0]
    action = bar.queryAction()
    actions = [action.getName(i) for i in range(action.nActions)]
    held.append(claim("it can be pressed and has a menu: %s" % actions,
                      "Press" in actions and "ShowMenu" in actions))
    action.doAction(actions.index("Press"))
    said = host.stdout.readline().strip()
    held.append(claim("pressed, it opens: %r" % said, said == "opened " + guest))
    until("the pressed bar is selected", lambda: any(
        b.getState().contains(pyatspi.STATE_SELECTED) and b.name.startswith(guest)
        for b in (board.getChildAtIndex(i) for i in range(board.childCount))))
    held.append(claim("and is selected", True))
    return all(held)


def main():
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    host = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                            env=environment)
    try:
        return 0 if read(host) else 1
    finally:
        host.stdin.close()
        try:
            host.wait(10)
        except subprocess.TimeoutExpired:
            host.kill()


if __name__ == "__main__":
    sys.exit(main())
