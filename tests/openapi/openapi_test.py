#!/usr/bin/env python3
"""Holds docs/openapi.yaml to a running deskbelld: what the document says is asked for and answered.

    openapi_test.py DESKBELLD OPENAPI.YAML BOOKINGS.CSV

Every operation is called, well and badly. A status, a media type or a body that the document does not
have is an error, and so is an operation that nobody called.
"""
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema
import yaml

DEVICE = str(uuid.uuid4())
PASSWORD = "correct horse battery staple"


class Api:
    """The document, and a line to the server that compares each answer with it."""

    def __init__(self, document, url):
        self.document = document
        self.address = urllib.parse.urlsplit(url)
        self.called = set()
        self.wrong = []

    def fail(self, text):
        self.wrong.append(text)

    def schema_errors(self, schema, value):
        whole = dict(schema, components=self.document["components"])
        return [e.message[:200] + " at /" + "/".join(map(str, e.absolute_path))
                for e in jsonschema.Draft202012Validator(whole).iter_errors(value)]

    def operation(self, method, path):
        for template, item in self.document["paths"].items():
            pattern = re.sub(r"\{[^}]+\}", "[^/]+", template)
            if re.fullmatch(pattern, path) and method.lower() in item:
                return item[method.lower()]
        return None

    def send(self, method, target, body, headers):
        line = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=20)
        line.request(method, target, body, headers)
        answer = line.getresponse()
        text = answer.read()
        line.close()
        return answer, text

    def call(self, method, target, expect, body=None, token=None, kind="application/json", is_good=True, key=None):
        """One call; returns the body. `is_good`: the request itself is as documented."""
        path = urllib.parse.urlsplit(target).path
        where = f"{method} {target} ({expect})"
        operation = self.operation(method, path)
        if operation is None:
            self.fail(f"{where}: not documented")
            return None
        self.called.add(operation["operationId"])
        headers = {}
        raw = body if isinstance(body, (bytes, str)) or body is None else json.dumps(body)
        if raw is not None:
            headers["Content-Type"] = kind
            asked = operation["requestBody"]["content"]["application/json"]["schema"]
            if not isinstance(body, (bytes, str)):
                errors = self.schema_errors(asked, body)
                if bool(errors) == is_good:
                    self.fail(f"{where}: the document {'refuses' if errors else 'takes'} this request: {errors[:2]}")
        if key:
            headers["Idempotency-Key"] = key
        if token:
            headers["Authorization"] = "Bearer " + token
        answer, text = self.send(method, target, raw, headers)
        if answer.status != expect:
            self.fail(f"{where}: answered {answer.status} {text[:300]!r}")
            return None
        return self.check_answer(where, operation, answer, text)

    def check_answer(self, where, operation, answer, text):
        documented = operation["responses"].get(str(answer.status))
        if documented is None:
            self.fail(f"{where}: status {answer.status} is not documented")
            return None
        while "$ref" in documented:
            documented = self.document["components"]["responses"][documented["$ref"].rsplit("/", 1)[1]]
        for name in documented.get("headers", {}):
            if name in ("Retry-After", "WWW-Authenticate") and answer.getheader(name) is None:
                self.fail(f"{where}: no {name}")
        content = documented.get("content")
        if content is None:
            if text:
                self.fail(f"{where}: has a body")
            return None
        media = (answer.getheader("Content-Type") or "").split(";")[0]
        if media not in content:
            self.fail(f"{where}: {media} is not documented")
            return None
        if media == "text/plain":
            return text.decode()
        lines = text.decode().splitlines() if media == "application/x-ndjson" else [text.decode()]
        values = [json.loads(line) for line in lines]
        for value in values:
            for error in self.schema_errors(content[media]["schema"], value)[:2]:
                self.fail(f"{where}: {error}")
        return values if media == "application/x-ndjson" else values[0]


class Backend:
    """A deskbelld with the bookings in it, on a port of its own."""

    def __init__(self, program, csv):
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "hotel.db")
        self.program = program
        self.run("import", "--csv", csv, "--property", "Harbour Hotel", "--db", self.database)
        for user, role in (("clerk", "clerk"), ("manager", "manager")):
            self.run("account", "add", user, "--role", role, "--db", self.database, given=PASSWORD + "\n")
        self.process = subprocess.Popen([program, "--db", self.database, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        first = self.process.stdout.readline()
        self.url = first.strip().removeprefix("listening on ")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def run(self, *arguments, given=None):
        subprocess.run([self.program, *arguments], input=given, text=True, check=True, stdout=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
        self.folder.cleanup()


def session_calls(api):
    api.call("GET", "/v1/hello", 200)
    if "identity" not in api.call("GET", "/v1/hello?challenge=who", 200):
        api.fail("the backend does not show who it is")
    api.call("GET", "/v1/hello?challenge=" + "c" * 129, 400, is_good=False)
    keyed = {"user": "clerk", "password": PASSWORD, "device": str(uuid.uuid4()), "deviceKey": {"next": "k" * 43}}
    keyed_grant = api.call("POST", "/v1/session", 200, keyed)
    api.call("POST", "/v1/session", 409, dict(keyed, deviceKey={"former": "x" * 43, "next": "y" * 43}))
    renewal = {"refreshToken": keyed_grant["refreshToken"], "device": keyed["device"]}
    api.call("POST", "/v1/session/refresh", 409, dict(renewal, deviceKey={"next": "z" * 43}))
    api.call("POST", "/v1/session/refresh", 200, dict(renewal, deviceKey={"former": "k" * 43, "next": "l" * 43}))
    sign_in = {"user": "clerk", "password": PASSWORD, "device": DEVICE}
    grant = api.call("POST", "/v1/session", 200, sign_in)
    api.call("POST", "/v1/session", 401, dict(sign_in, password="wrong"))
    api.call("POST", "/v1/session", 400, dict(sign_in, role="admin"), is_good=False)
    api.call("POST", "/v1/session", 400, {"user": "clerk"}, is_good=False)
    api.call("POST", "/v1/session", 400, '{"user":')
    api.call("POST", "/v1/session", 413, json.dumps(dict(sign_in, user="x" * 10000)))
    api.call("POST", "/v1/session", 415, json.dumps(sign_in), kind="text/plain")
    renewed = api.call("POST", "/v1/session/refresh", 200, {"refreshToken": grant["refreshToken"]})
    api.call("POST", "/v1/session/refresh", 401, {"refreshToken": "no such token"})
    api.call("POST", "/v1/session/refresh", 400, {"refresh": "x"}, is_good=False)
    manager = api.call("POST", "/v1/session", 200, dict(sign_in, user="manager"))
    for _ in range(100):
        answer, _ = api.send("POST", "/v1/session", json.dumps(dict(sign_in, user="nobody", password="x")),
                             {"Content-Type": "application/json"})
        if answer.status == 429:
            break
    api.call("POST", "/v1/session", 429, dict(sign_in, user="nobody", password="x"))
    return renewed, manager


def account_calls(api, token):
    """After everything else: it signs the clerk out elsewhere and changes the password."""
    other = api.call("POST", "/v1/session", 200, {"user": "clerk", "password": PASSWORD, "device": DEVICE})
    seen = api.call("GET", "/v1/sessions", 200, token=token)["sessions"]
    if sum(each.get("isCurrent", False) for each in seen) != 1 or len(seen) < 2:
        api.fail(f"the clerk's sessions: {seen}")
    api.call("GET", "/v1/sessions?all=true", 403, token=token)
    api.call("GET", "/v1/sessions", 401)
    one = next(each["id"] for each in seen if not each.get("isCurrent"))
    api.call("DELETE", "/v1/sessions/" + one, 204, token=token)
    api.call("DELETE", "/v1/sessions/" + one, 404, token=token)
    api.call("DELETE", "/v1/sessions/x", 400, token=token)
    api.call("DELETE", "/v1/sessions/" + one, 401)
    change = {"current": PASSWORD, "next": "a much better password"}
    api.call("POST", "/v1/password", 401, change)
    api.call("POST", "/v1/password", 400, {"current": PASSWORD}, token=token, is_good=False)
    api.call("POST", "/v1/password", 413, json.dumps(dict(change, next="x" * 20000)), token=token)
    api.call("POST", "/v1/password", 415, json.dumps(change), token=token, kind="text/plain")
    api.call("POST", "/v1/password", 422, dict(change, next="password123"), token=token)
    api.call("POST", "/v1/password", 204, change, token=token)
    api.call("GET", "/v1/sessions", 401, token=other["accessToken"])
    api.call("POST", "/v1/password", 403, change, token=token)
    for _ in range(12):
        status = api.send("POST", "/v1/password", json.dumps(change),
                          {"Content-Type": "application/json", "Authorization": "Bearer " + token})[0].status
        if status == 429:
            break
    api.call("POST", "/v1/password", 429, change, token=token)


def sync_calls(api, token, place):
    lines = api.call("GET", f"{place}/snapshot", 200, token=token)
    end = lines[-1]["end"]
    if end["count"] != len(lines) - 1:
        api.fail(f"the snapshot's end counts {end['count']} of {len(lines) - 1} rows")
    api.call("GET", f"{place}/snapshot?from=2026-05-01&to=2026-05-02", 200, token=token)
    api.call("GET", f"{place}/snapshot?from=2026-05-01", 400, token=token)
    api.call("GET", f"{place}/snapshot?from=2026-05-02&to=2026-05-01", 400, token=token)
    api.call("GET", f"{place}/snapshot", 401, token="none")
    api.call("GET", f"/v1/properties/{uuid.uuid4()}/snapshot", 403, token=token)
    api.call("GET", f"{place}/changes?after={end['cursor']}", 200, token=token)
    api.call("GET", f"{place}/changes?after=x", 400, token=token)
    api.call("GET", f"{place}/changes?after={end['cursor']}&limit=1001", 400, token=token)
    gone = end["cursor"][:2] + str(uuid.uuid4()) + end["cursor"][38:]
    api.call("GET", f"{place}/changes?after={gone}", 410, token=token)
    api.call("GET", f"{place}/changes?after={end['cursor']}", 401)
    return lines, end["cursor"]


def command(n, kind, args, lane, day):
    return {"id": str(uuid.uuid4()), "n": n, "lane": lane, "deps": [], "type": kind, "typeVersion": 1,
            "args": args, "base": {}, "businessDate": day, "madeAt": "2026-05-01T09:00:00Z", "actor": "Kim"}


def command_calls(api, tokens, place, lines):
    clerk, manager = tokens
    offering = next(row for row in lines if row.get("entity") == "offering")
    day = next(row for row in lines if row.get("entity") == "property")["businessDate"]
    target = f"{place}/commands"
    stay = {"arrival": day[:4] + "-12-24", "departure": day[:4] + "-12-25"}
    guest = {"name": "김지원", "phone": "010-1234-5678", "wantsNotices": True}
    made = str(uuid.uuid4())
    make = {"reservation": made, "offering": offering["id"], "stay": stay, "quantity": 1, "guest": guest,
            "adults": 2, "children": 0, "currency": "EUR", "nightlyPrices": [10000], "channel": "desk"}

    def batch(*commands):
        return {"device": DEVICE, "settledBelow": 5, "commands": list(commands)}

    def outcome(answer):
        return answer and answer["results"][0]["outcome"]

    first = command(10, "make-reservation", make, made, day)
    for expected, replayed in (("applied", None), ("applied", True)):
        answer = api.call("POST", target, 200, batch(first), token=clerk)
        if outcome(answer) != expected or answer["results"][0].get("replayed") != replayed:
            api.fail(f"make-reservation: {answer}")
    other = dict(first, args=dict(make, quantity=2))
    if outcome(api.call("POST", target, 422, batch(other), token=clerk)) != "id-reused":
        api.fail("another command under the same id is not told so")
    confirm = command(11, "confirm-reservation", {"reservation": made}, made, day)
    refused = api.call("POST", target, 200, batch(confirm), token=clerk)
    if outcome(refused) != "refused" or refused["results"][0]["code"] != "role-not-allowed":
        api.fail(f"a clerk's confirmation: {refused}")
    for n, kind, args in (
            (12, "confirm-reservation", {}), (13, "edit-note", {"note": "late\nvery"}),
            (14, "edit-guest", {"guest": guest}),
            (15, "take-payment", {"payment": str(uuid.uuid4()), "method": "cash",
                                  "amount": {"minor": 100, "currency": "EUR"}}),
            (16, "move-reservation", {"offering": offering["id"], "stay": stay, "nightlyPrices": [9000]}),
            (17, "cancel-reservation", {"reason": "ill"}), (18, "check-in", {})):
        asked = command(n, kind, dict(args, reservation=made), made, day)
        answer = api.call("POST", target, 200, batch(asked), token=manager)
        wanted = "refused" if kind == "check-in" else "applied"
        if outcome(answer) != wanted:
            api.fail(f"{kind}: {answer}")
        api.call("GET", "/v1/commands/" + asked["id"], 200, token=manager)
    api.call("GET", "/v1/commands/" + str(uuid.uuid4()), 200, token=manager)
    api.call("GET", "/v1/commands/7", 400, token=manager)
    api.call("GET", "/v1/commands/" + str(uuid.uuid4()), 401)
    bad_commands(api, target, clerk, batch, first)


def bad_commands(api, target, token, batch, good):
    old = dict(good, id=str(uuid.uuid4()), n=3)
    api.call("POST", target, 410, batch(old), token=token)
    for change in ({"n": -1}, {"n": "1"}, {"type": "make-reservations"}, {"typeVersion": 2}, {"isAdmin": True},
                   {"deps": {}}, {"base": {"x": -1}}, {"args": {}},
                   {"args": dict(good["args"], stay={"arrival": "2026-12-24"})},
                   {"args": dict(good["args"], guest={"name": "x"})},
                   {"args": dict(good["args"], extra=1)}):
        api.call("POST", target, 400, batch(dict(good, **change)), token=token, is_good=False)
    api.call("POST", target, 400, batch(), token=token, is_good=False)
    api.call("POST", target, 400, batch(*[good] * 51), token=token, is_good=False)
    api.call("POST", target, 400, json.dumps(batch(good))[:-2], token=token)
    api.call("POST", target, 400, '{"device":"a","device":"b"}', token=token)
    api.call("POST", target, 400, "[" * 1000, token=token)
    api.call("POST", target, 400, b'{"device":"\xff"}', token=token)
    api.call("POST", target, 403, dict(batch(good), device=str(uuid.uuid4())), token=token)
    outcome = dict(good, id=str(uuid.uuid4()), type="record-payment-outcome",
                   args={"reservation": good["args"]["reservation"], "payment": str(uuid.uuid4()), "outcome": "taken"})
    api.call("POST", target, 403, batch(outcome), token=token)
    api.call("POST", target, 401, batch(good))
    api.call("POST", target, 413, " " * (1 << 20) + json.dumps(batch(good)), token=token)
    api.call("POST", target, 415, json.dumps(batch(good)), token=token, kind="text/json")


def operations_calls(api, tokens, place):
    clerk, manager = tokens
    health = api.call("GET", f"{place}/health", 200, token=clerk)
    if not any(role["role"] == "gateway" and not role["isGone"] for role in health["roles"]):
        api.fail(f"the gateway is not among the roles: {health}")
    api.call("GET", f"{place}/health", 401)
    api.call("GET", f"/v1/properties/{uuid.uuid4()}/health", 403, token=clerk)
    page = api.call("GET", f"{place}/audit", 200, token=manager)
    for wanted in ("applied", "refused"):
        if not any(entry["outcome"] == wanted for entry in page["entries"]):
            api.fail(f"nothing {wanted} is in the audit")
    one = api.call("GET", f"{place}/audit?limit=1&from=2020-01-01T00:00:00Z", 200, token=manager)
    following = api.call("GET", f"{place}/audit?limit=1&before={one['next']}", 200, token=manager)
    if following["entries"][0]["number"] >= one["entries"][0]["number"]:
        api.fail("the audit's second page is not older")
    made = next(entry["reservation"] for entry in page["entries"] if entry["type"] == "make-reservation")
    if len(api.call("GET", f"{place}/audit?reservation={made}", 200, token=manager)["entries"]) < 2:
        api.fail("the audit of one reservation lacks entries")
    api.call("GET", f"{place}/audit?limit=501", 400, token=manager)
    api.call("GET", f"{place}/audit?reservation=x", 400, token=manager)
    api.call("GET", f"{place}/audit", 403, token=clerk)
    api.call("GET", f"{place}/audit", 401)
    kept = api.call("GET", f"{place}/guest-data?reservation={made}", 200, token=manager)
    if made not in [stay["reservation"]["id"] for stay in kept["stays"]]:
        api.fail("what is kept about a guest lacks the reservation that was asked about")
    api.call("GET", f"{place}/guest-data", 400, token=manager)
    api.call("GET", f"{place}/guest-data?reservation={uuid.uuid4()}", 404, token=manager)
    api.call("GET", f"{place}/guest-data?reservation={made}", 403, token=clerk)
    api.call("GET", f"{place}/guest-data?reservation={made}", 401)
    api.call("GET", f"{place}/reconciliations/2026-01-01", 404, token=manager)
    api.call("GET", f"{place}/reconciliations/soon", 400, token=manager)
    api.call("GET", f"{place}/reconciliations/2026-01-01", 403, token=clerk)
    api.call("GET", f"{place}/reconciliations/2026-01-01", 401)
    webhook = "/v1/providers/toss/webhook"
    event = {"eventType": "PAYMENT_STATUS_CHANGED", "createdAt": "2026-05-10T18:00:00.000000",
             "data": {"orderId": str(uuid.uuid4()), "paymentKey": "x", "status": "DONE"}}
    api.call("POST", webhook, 200, event)
    api.call("POST", webhook, 400, '{"data":')
    api.call("POST", webhook, 413, " " * 40000)
    api.call("POST", webhook, 415, json.dumps(event), kind="text/plain")
    figures = api.call("GET", "/metrics", 200)
    for name in ("deskbell_http_request_seconds_bucket", 'deskbell_commands_total{outcome="applied"',
                 "deskbell_storage_group_writes_sum", 'deskbell_work_waiting{work="charge"}',
                 "deskbell_live_sockets", "process_resident_memory_bytes"):
        if name not in (figures or ""):
            api.fail(f"/metrics lacks {name}")


def other_calls(api, token, place):
    api.call("GET", "/healthz", 200)
    api.call("GET", "/readyz", 200)
    api.call("GET", f"{place}/live", 426)
    api.call("DELETE", "/v1/session", 401)
    api.call("DELETE", "/v1/session", 204, token=token)
    api.call("GET", f"{place}/changes?after=x", 401, token=token)


def guest_calls(api, tokens, place, lines):
    clerk, manager = tokens
    house = next(row for row in lines if row.get("entity") == "property")
    offering = next(row for row in lines if row.get("entity") == "offering")
    year = house["businessDate"][:4]
    order = {"property": house["id"], "offering": offering["id"], "adults": 1,
             "stay": {"arrival": year + "-12-20", "departure": year + "-12-22"},
             "guest": {"name": "김지원", "phone": "010-1234-5678", "wantsNotices": True}}
    key = str(uuid.uuid4())
    target = "/v1/reservations"
    made = api.call("POST", target, 201, order, key=key)
    if made != api.call("POST", target, 201, order, key=key):
        api.fail("the same order twice is answered differently")
    api.call("POST", target, 422, dict(order, adults=2), key=key)
    api.call("POST", target, 400, order)
    api.call("POST", target, 400, dict(order, price=1), key=str(uuid.uuid4()), is_good=False)
    api.call("POST", target, 404, dict(order, property=str(uuid.uuid4())), key=str(uuid.uuid4()))
    api.call("POST", target, 413, json.dumps(dict(order, note="x" * 100000)), key=str(uuid.uuid4()))
    api.call("POST", target, 415, json.dumps(order), kind="text/plain", key=str(uuid.uuid4()))
    own = "/v1/mypage/" + made["token"]
    for _ in range(200):
        if api.send("GET", own, None, {})[0].status == 200:
            break
        time.sleep(0.05)
    api.call("GET", own, 200)
    api.call("GET", own + "x", 404)
    listed = api.call("GET", f"{place}/management", 200, token=manager)
    if made["reservation"] not in [line["id"] for line in listed["lines"]]:
        api.fail("the order is not in the manager's list")
    api.call("GET", f"{place}/management", 403, token=clerk)
    api.call("GET", f"{place}/management", 401)
    api.call("GET", f"{place}/management?from=x&to=y", 400, token=manager)
    api.call("POST", own + "/cancel", 400)
    cancelling = str(uuid.uuid4())
    api.call("POST", own + "/cancel", 204, key=cancelling)
    api.call("POST", own + "/cancel", 204, key=cancelling)
    api.call("POST", own + "/cancel", 409, key=str(uuid.uuid4()))
    api.call("POST", own + "x/cancel", 404, key=str(uuid.uuid4()))


def cut_sentences(node, path=""):
    """Members without a value: in a flow mapping a comma cuts a sentence that is not quoted."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        here = f"{path}/{name}"
        if child is None:
            yield here
        yield from cut_sentences(child, here)


def check_document(document):
    cut = list(cut_sentences(document))
    if cut:
        sys.exit(f"sentences that a comma cuts: {cut}")
    schemas = document["components"]["schemas"]
    tied = {one["properties"]["type"]["const"] for one in schemas["CommandArgs"]["oneOf"]}
    if tied != set(schemas["CommandType"]["enum"]):
        sys.exit(f"types of commands whose args are not told: {tied ^ set(schemas['CommandType']['enum'])}")


def main():
    program, document, csv = sys.argv[1:4]
    backend = Backend(program, csv)
    try:
        contract = yaml.safe_load(pathlib.Path(document).read_text(encoding="utf-8"))
        check_document(contract)
        api = Api(contract, backend.url)
        grant, manager = session_calls(api)
        token = grant["accessToken"]
        place = "/v1/properties/" + grant["properties"][0]["id"]
        lines, _ = sync_calls(api, token, place)
        command_calls(api, (token, manager["accessToken"]), place, lines)
        guest_calls(api, (token, manager["accessToken"]), place, lines)
        operations_calls(api, (token, manager["accessToken"]), place)
        account_calls(api, token)
        other_calls(api, token, place)
        for item in api.document["paths"].values():
            for method, operation in item.items():
                if method != "parameters" and operation["operationId"] not in api.called:
                    api.fail(f"{operation['operationId']} was never called")
    finally:
        backend.stop()
    print("\n".join(api.wrong) or f"{len(api.called)} operations are as documented")
    return 1 if api.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
