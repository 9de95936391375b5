"""The programs behind the guests' pages, started for a test: a house, its backend, the provider."""
import datetime
import json
import os
import re
import sqlite3
import subprocess
import tempfile
import threading
import urllib.request
import uuid

PASSWORD = "correct horse battery staple"
SECRET = "test_sk_web"


class Program:
    """A child process whose first line with a port is waited for."""

    def __init__(self, arguments, environment=None):
        self.lines = []
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        env={**os.environ, **(environment or {})})
        for line in self.process.stdout:
            self.lines.append(line)
            found = re.search(r"listening on (?:http://)?(127\.0\.0\.1:\d+)", line)
            if found:
                self.url = "http://" + found.group(1)
                break
            if line.startswith("working"):
                self.url = None
                break
        else:
            raise RuntimeError("did not start: " + "".join(self.lines))
        self.drain = threading.Thread(target=self._drain, daemon=True)
        self.drain.start()

    def _drain(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
        self.drain.join()
        self.process.stdout.close()


class Backend:
    def __init__(self, deskbelld, sandbox, house, more=(), has_sdk=False):
        """has_sdk: the payment window is opened by the provider's script on a page of ours."""
        self.has_sdk = has_sdk
        self.deskbelld = deskbelld
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "house.db")
        self.today = datetime.date.today()
        made = subprocess.run([house, self.database, self.today.isoformat()], check=True, text=True,
                              capture_output=True)
        self.property = made.stdout.strip()
        for user, role in (("manager", "manager"),):
            subprocess.run([deskbelld, "account", "add", user, "--role", role, "--db", self.database],
                           input=PASSWORD + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
        self.sandbox = Program([sandbox, "--currency", "KRW"], {"DESKBELL_SANDBOX_SECRET_KEY": SECRET})
        self.more = list(more)
        self.start()
        self.n = 0
        self.token = None
        self.device = str(uuid.uuid4())

    def start(self, *more):
        self.daemon = Program([self.deskbelld, "serve", "--db", self.database, "--listen", "127.0.0.1:0",
                               "--payment-url", self.sandbox.url, *self.window(), *self.more, *more],
                              {"DESKBELL_PAYMENT_SECRET": SECRET})
        self.url = self.daemon.url

    def window(self):
        if not self.has_sdk:
            return ["--checkout-window", self.sandbox.url + "/checkout"]
        file = os.path.join(self.folder.name, "sdk.toml")
        with open(file, "w") as config:
            config.write(f'[guests]\ntoss-client-key = "test_ck_window"\ntoss-sdk = "{self.sandbox.url}/v2/standard"\n'
                         "phone-burst = 10000\naddress-burst = 10000\n[payment]\nretry-first-ms = 200\n")
        return ["--config", file]

    def restart(self, *more):
        self.daemon.stop()
        self.start(*more)

    def stop(self):
        self.daemon.stop()
        self.sandbox.stop()
        self.folder.cleanup()

    def book_url(self, **query):
        return f"{self.url}/book/{self.property}" + ("?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else "")

    def sql(self, statement, *values):
        with sqlite3.connect(self.database, timeout=20) as connection:
            return connection.execute(statement, values).fetchall()

    def count(self):
        return self.sql("SELECT count(*) FROM reservation")[0][0]

    def json(self, method, url, body=None, headers=None):
        request = urllib.request.Request(url, method=method, data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json", **(headers or {})})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def ledger(self):
        return self.json("GET", self.sandbox.url + "/_sandbox/ledger")[1]

    def fault(self, **wish):
        self.json("POST", self.sandbox.url + "/_sandbox/faults", wish)

    def no_faults(self):
        self.json("DELETE", self.sandbox.url + "/_sandbox/faults")

    def manager(self):
        status, grant = self.json("POST", self.url + "/v1/session",
                                  {"user": "manager", "password": PASSWORD, "device": self.device})
        assert status == 200, grant
        return {"Authorization": "Bearer " + grant["accessToken"]}

    def command(self, kind, args):
        """One command of the manager's; its outcome."""
        self.n += 1
        command = {"id": str(uuid.uuid4()), "n": self.n, "lane": args["reservation"], "deps": [], "type": kind,
                   "typeVersion": 1, "args": args, "base": {}, "businessDate": self.today.isoformat(),
                   "madeAt": "2026-05-01T09:00:00Z", "actor": "manager"}
        batch = {"device": self.device, "settledBelow": 0, "commands": [command]}
        status, answer = self.json("POST", f"{self.url}/v1/properties/{self.property}/commands", batch,
                                   self.manager())
        assert status == 200, answer
        result = answer["results"][0]
        assert result["outcome"] == "applied", result
        return result
