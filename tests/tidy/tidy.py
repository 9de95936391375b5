#!/usr/bin/env python3
"""Holds the tree to its own rules. Exit status 0 when every file keeps them, else one line per breach.

    tidy.py ROOT            check the tree
    tidy.py --self-test     seed each kind of breach in a scratch tree and see it found

Rules: the arrows between the layers (docs/architecture.md), Qt kept out of the layers without Qt,
no global convenience headers, texts of people shown by text() and never as markup (ui/plaintext.h), headers that open with a paragraph and #pragma once, no unfinished marks,
text files without tabs, trailing blanks or a missing last line feed, migrations numbered without gaps.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ARROWS = {
    "domain": set(),
    "protocol": {"domain"},
    "store": {"protocol", "domain"},
    "sync": {"store", "protocol", "domain"},
    "models": {"domain"},
    "ui": {"models", "domain"},
    "app": {"ui", "models", "sync", "store", "protocol", "domain"},
    "http": set(),
    "server": {"http", "protocol", "domain"},
    "sandbox": {"http", "domain"},
}
WITHOUT_QT = {"domain", "protocol", "http", "server", "sandbox"}
STANDARD_ONLY = {"domain": ("tl/expected.hpp", "utf8proc.h")}
# Qt modules a layer may include, where its own link line would let more through.
FORBIDDEN_QT = {
    "models": ("QWidget", "QPainter", "QSql", "QNetwork", "QWebSocket"),
    "ui": ("QSql", "QNetwork", "QWebSocket", "QTcp"),
    "store": ("QWidget", "QNetwork", "QWebSocket"),
    "sync": ("QWidget", "QPainter", "QSql"),
}
UMBRELLA = re.compile(r"^<Qt(Core|Gui|Widgets|Network|Sql|WebSockets|Svg|Test)>$")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<][^">]+[">])', re.M)
UNFINISHED = re.compile(r"\b(TODO|FIXME|HACK|XXX(?=:))\b")
SOURCE = {".cpp", ".h"}
TEXT = SOURCE | {".txt", ".cmake", ".md", ".sql", ".py", ".json", ".yaml", ".toml", ".qrc"}


def files(root):
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"],
                            capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.splitlines()
        return [root / n for n in names if (root / n).is_file()]
    return [p for p in root.rglob("*") if p.is_file() and "build" not in p.relative_to(root).parts]


def check_includes(path, layer, text, breaches):
    for match in INCLUDE.finditer(text):
        target = match.group(1)
        name = target.strip('<">')
        top = name.split("/")[0]
        if top in ARROWS and "/" in name and top != layer and top not in ARROWS[layer]:
            breaches.append(f"{path}: {layer} may not include {name}")
        if layer in WITHOUT_QT and re.match(r"^(Q[A-Z]|Qt[A-Z]|q[a-z]+\.h$)", name):
            breaches.append(f"{path}: {layer} is free of Qt, but includes {name}")
        if UMBRELLA.match(target):
            breaches.append(f"{path}: include the class, not {target}")
        if any(name.split("/")[-1].startswith(q) for q in FORBIDDEN_QT.get(layer, ())):
            breaches.append(f"{path}: {layer} may not use {name}")
        if layer in STANDARD_ONLY and target.startswith("<") and re.search(r"[/.]", name) \
                and name not in STANDARD_ONLY[layer]:
            breaches.append(f"{path}: {layer} is standard C++ only, but includes {name}")


def check_header(path, text, breaches):
    lines = [line for line in text.splitlines() if line]
    if "#pragma once" not in lines:
        breaches.append(f"{path}: a header has #pragma once")
    elif not any(line.startswith(("//", "/*")) for line in lines[:2]):
        breaches.append(f"{path}: a header opens with a paragraph that says what it is")


def check_text(path, text, breaches):
    if text and not text.endswith("\n"):
        breaches.append(f"{path}: no line feed at the end")
    for number, line in enumerate(text.splitlines(), 1):
        if line != line.rstrip() and path.suffix != ".md":
            breaches.append(f"{path}:{number}: trailing blanks")
        if "\t" in line:
            breaches.append(f"{path}:{number}: tab")
        if UNFINISHED.search(line) and path.name != "tidy.py":
            breaches.append(f"{path}:{number}: unfinished: {line.strip()}")


# Where texts become words on the screen: the file that may, and what no other may do.
SHOWN = {"ui", "app"}
MARKUP = re.compile(r"\b(setHtml|toHtmlEscaped|RichText|AutoText|MarkdownText|QTextDocument|QTextBrowser|QTextEdit)\b")
RAW_TEXT = re.compile(r"QString::from(StdString|Utf8)\(")
RAW_LABEL = re.compile(r"\bnew QLabel\b")
RAW_NAME = re.compile(r"(shown\()?(?:\w+(?:\.|->))*\w*[bB]ook(?:\.|->)(?:guest|unitName|offeringName)\(")


def end_of_call(text, opened):
    """The place behind the parenthesis that closes the one at `opened`."""
    depth, at, quote = 0, opened, ""
    while at < len(text):
        c = text[at]
        if quote:
            at += c == "\\"
            quote = "" if text[at] == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "()":
            depth += 1 if c == "(" else -1
            if depth == 0:
                return at + 1
        at += 1
    return at


def check_shown(path, text, breaches):
    place = str(path)
    for match in re.finditer(r"\.arg\(", text):
        if text[end_of_call(text, match.end() - 1):].lstrip().startswith(".arg("):
            line = text.count("\n", 0, match.start()) + 1
            breaches.append(f"{path}:{line}: give arg() all values at once: a value may have %2 in it")
    for pattern, allowed, instead in (
            (MARKUP, ("ui/plaintext.cpp",), "no text is markup"),
            (RAW_TEXT, ("ui/format.cpp", "ui/style.cpp") if path.parts[0] == "ui" else (place,), "text() or typed()"),
            (RAW_LABEL, ("ui/parts/parts.cpp",), "makeLabel()"),
            (RAW_NAME, ("ui/bookhouse.cpp",), "shown() around a name of the book")):
        for match in pattern.finditer(text):
            if place not in allowed and not (match.groups() and match.group(1) == "shown("):
                breaches.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {instead}")


def check_migrations(root, breaches):
    for folder in sorted({p.parent for p in root.rglob("migrations/*.sql") if "build" not in p.parts}
                         | {p.parent for p in root.rglob("migrations/*/*.sql") if "build" not in p.parts}):
        numbers = {}  # of each database with migrations in the folder: "0001.sql" or "cache-0001.sql"
        for path in sorted(folder.glob("*.sql")):
            database, number = re.fullmatch(r"(?:([a-z]+)-)?(.+)\.sql", path.name).groups()
            if not number.isalpha():  # "cache-indexes.sql" is no step of its own
                numbers.setdefault(database, []).append(number)
        for found in numbers.values():
            wanted = [f"{i:04d}" for i in range(1, len(found) + 1)]
            if found != wanted:
                breaches.append(f"{folder.relative_to(root)}: migrations are numbered {found}, not {wanted}")


def breaches_in(root):
    breaches = []
    for path in files(root):
        relative = path.relative_to(root)
        if path.suffix not in TEXT:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            breaches.append(f"{relative}: not UTF-8")
            continue
        check_text(relative, text, breaches)
        layer = relative.parts[0]
        if path.suffix in SOURCE and layer in ARROWS:
            check_includes(relative, layer, text, breaches)
            if path.suffix == ".h":
                check_header(relative, text, breaches)
            if layer in SHOWN:
                check_shown(relative, text, breaches)
    check_migrations(root, breaches)
    return breaches


SEEDED = {
    "domain/a.cpp": '#include <QString>\n',
    "domain/b.cpp": '#include <boost/json.hpp>\n',
    "ui/c.cpp": '#include "store/outbox.h"\n',
    "models/d.cpp": '#include <QWidget>\n',
    "http/e.cpp": '#include "domain/money.h"\n',
    "ui/f.cpp": '#include <QtWidgets>\n',
    "ui/g.h": "#pragma once\n\n#include <QObject>\n",
    "ui/h.cpp": "int x; // TO" + "DO later\n",
    "ui/i.cpp": "int x; \n",
    "ui/j.cpp": "int x;",
    "ui/k.cpp": 'QString s = tr("%1 (%2)").arg(name(")"))\n    .arg(1);\n',
    "ui/l.cpp": 'void f() { box.setTextFormat(Qt::RichText); }\n',
    "ui/m.cpp": "QString s = QString::fromStdString(guest.name);\n",
    "ui/n.cpp": "auto *label = new QLabel(this);\n",
    "ui/o.cpp": "QString s = tr(\"%1\").arg(m_scene.book.guest(stay));\n",
    "store/migrations/0002.sql": "select 1;\n",
    "store/migrations/cache-0002.sql": "select 1;\n",
    "store/migrations/cache-1.sql": "select 1;\n",
}


def self_test():
    for name, text in SEEDED.items():
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            (root / name).parent.mkdir(parents=True)
            (root / name).write_text(text, encoding="utf-8")
            if not breaches_in(root):
                print(f"the breach seeded as {name} was not found")
                return 1
    print(f"{len(SEEDED)} passed, 0 failed")
    return 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    found = breaches_in(pathlib.Path(arguments[0]).resolve())
    print("\n".join(found) if found else "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
