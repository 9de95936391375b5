#!/usr/bin/env python3
"""scripts/demo leaves nothing behind: no process, no port, no file, whenever and however it is stopped.

    demo_ends.py ROOT BIN     BIN holds the programs, which are used as they are

Runs the demonstration without a display in a session and a temporary folder of its own, stops it at each
of several moments, and looks for what carries its mark. Linux only, as the script's virtual display is.
"""
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid

NEEDED = ("Xvfb", "dbus-daemon", "gnome-keyring-daemon", "openbox")
SKIPPED = 77
MARK = "DESKBELL_DEMO_TEST"
PATIENCE_S = 120


def wait_for(holds, what, patience=PATIENCE_S):
    end = time.monotonic() + patience
    while True:
        value = holds()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s in vain for: {what}")
        time.sleep(0.02)


def environment_of(pid):
    try:
        raw = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return {}
    return dict(pair.split("=", 1) for pair in raw.decode(errors="replace").split("\0") if "=" in pair)


def session_of(pid):
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    state, _, _, session = stat.rsplit(")", 1)[1].split()[:4]
    return None if state == "Z" else int(session)


def name_of(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0].decode()
    except OSError:
        return "?"


def alive(mark, session):
    """Whoever carries the mark or is of the session: daemons leave the one, not both."""
    pids = [int(p.name) for p in pathlib.Path("/proc").iterdir() if p.name.isdigit()]
    return [pid for pid in pids if session_of(pid) is not None
            and (session_of(pid) == session or environment_of(pid).get(MARK) == mark)]


def is_listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Demo:
    def __init__(self, root, programs, folder):
        self.mark = str(uuid.uuid4())
        self.temp = folder / "tmp"
        self.temp.mkdir()
        self.log = folder / "demo.log"
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        environment |= {MARK: self.mark, "TMPDIR": str(self.temp), "DESKBELL_BIN": str(programs)}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["bash", str(root / "scripts/demo"), "--data", str(root / "resources/demo_hotel.csv")],
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True,
                # A shell cannot trap what was ignored when it began, as ctest's own caller may have had it.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))

    def said(self):
        return self.log.read_text(errors="replace")

    def has(self, file):
        return any(self.temp.glob(f"*/{file}"))

    def program(self, name):
        return next((pid for pid in alive(self.mark, self.process.pid) if name_of(pid).endswith("/" + name)), None)

    def desk_is_up(self):
        """The desk has its databases: it is signed in and works."""
        return self.has("desk/cache.db") and self.program("deskbell")

    def reach(self, moment):
        wait_for(lambda: MOMENTS[moment](self) or self.process.poll() is not None, moment)
        if self.process.poll() is not None:
            raise AssertionError(f"it ended by itself before: {moment}")

    def left_behind(self):
        found = [f"process {pid} {name_of(pid)}" for pid in alive(self.mark, self.process.pid)]
        found += [f"port {port}" for port in map(int, re.findall(r"http://127\.0\.0\.1:(\d+)", self.said()))
                  if is_listening(port)]
        found += [f"file {path}" for path in self.temp.iterdir()]
        return found

    def kill(self):
        for pid in alive(self.mark, self.process.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()


# What can be seen from outside when it has come that far.
MOMENTS = {
    "its folder is there": lambda demo: any(demo.temp.iterdir()),
    "it imports": lambda demo: "Importing" in demo.said(),
    "the provider starts": lambda demo: demo.has("sandbox.log"),
    "the backend starts": lambda demo: demo.has("deskbelld.log"),
    "the display starts": lambda demo: demo.has("xvfb.log"),
    "the keyring starts": lambda demo: demo.has("keyring.log"),
    "the desk starts": lambda demo: demo.program("deskbell"),
    "the desk is up": Demo.desk_is_up,
}


def by_term(demo):
    os.kill(demo.process.pid, signal.SIGTERM)


def by_control_c(demo):
    os.killpg(demo.process.pid, signal.SIGINT)


def by_hanging_up(demo):
    os.killpg(demo.process.pid, signal.SIGHUP)


def by_closing_the_desk(demo):
    os.kill(demo.program("deskbell"), signal.SIGTERM)


CASES = [(moment, by_term) for moment in MOMENTS]
CASES += [(moment, by_control_c) for moment in ("it imports", "the display starts", "the desk is up")]
CASES += [("the desk is up", by_hanging_up), ("the desk is up", by_closing_the_desk)]


def play(root, programs, moment, stop):
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(root, programs, pathlib.Path(folder))
        try:
            demo.reach(moment)
            display = environment_of(demo.program("deskbell") or 0).get("DISPLAY", "").lstrip(":")
            if moment == "the desk is up" and not demo.left_behind():
                raise AssertionError("nothing is seen of a demonstration that runs: this test is blind")
            stop(demo)
            wait_for(lambda: demo.process.poll() is not None, "its end")
            wait_for(lambda: not demo.left_behind(), f"nothing left, but: {demo.left_behind()}", 5)
            if display and pathlib.Path(f"/tmp/.X{display}-lock").exists():
                raise AssertionError(f"the display {display} is locked still")
        except AssertionError as error:
            return f"{moment}, {stop.__name__}: {error}; left: {demo.left_behind()}\n{demo.said()}"
        finally:
            demo.kill()
    return None


def main():
    root, programs = map(pathlib.Path, sys.argv[1:3])
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("skipped: not installed:", *missing)
        return SKIPPED
    failures = 0
    for moment, stop in CASES:
        began = time.monotonic()
        failure = play(root, programs, moment, stop)
        print("FAIL" if failure else "ok  ", failure or f"{moment}, {stop.__name__}",
              f"({time.monotonic() - began:.1f} s)", flush=True)
        failures += failure is not None
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
