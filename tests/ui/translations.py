#!/usr/bin/env python3
"""Fails when a string on screen has no finished translation: translations.py LUPDATE ROOT

Runs lupdate over copies of translations/*.ts, so that a string which is in the sources but not in a
file is found too, and one that is in a file but no longer in the sources.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def messages(path):
    """(context, source, comment) → (state, forms)"""
    found = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            comment = message.find("comment")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), comment.text if comment is not None else "")
            found[key] = (translation.get("type", ""), forms)
    return found


def placeholders(text):
    return sorted(set(p for p in ("%1", "%2", "%3", "%4", "%n") if p in text))


def check(lupdate, root, ts):
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / ts.name
        shutil.copy(ts, copy)
        subprocess.run([lupdate, "-silent", "-locations", "none", "-I", ".", "ui", "app", "-ts", str(copy)],
                       cwd=root, check=True, capture_output=True)
        now = messages(copy)
    wrong = []
    for (context, source, comment), (state, forms) in sorted(now.items()):
        name = f"{ts.name}: {context}: {source!r}"
        if state in ("vanished", "obsolete"):
            wrong.append(f"{name} is no longer in the sources")
        elif state or not all(forms):
            wrong.append(f"{name} is not translated")
        elif any(placeholders(form) != placeholders(source) for form in forms):
            wrong.append(f"{name} has other placeholders: {forms}")
    return len(now), wrong


def main(lupdate, root):
    root = pathlib.Path(root)
    files = sorted((root / "translations").glob("*.ts"))
    wrong = [] if len(files) >= 2 else ["translations/ lacks a language"]
    total = 0
    for ts in files:
        count, found = check(lupdate, root, ts)
        total += count
        wrong += found
    print("\n".join(wrong) if wrong else f"{total} strings in {len(files)} languages, all finished")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
