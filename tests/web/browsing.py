"""A guest's browser: hands and eyes for tests of the pages, with the real programs behind them."""
import datetime
import sys
import tempfile
import unittest
import uuid

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from backend import Backend

PROGRAMS = sys.argv[1:6]
PATIENCE_S = 30


def new_browser(has_script=True, more=None):
    options = webdriver.ChromeOptions()
    options.binary_location = PROGRAMS[3]
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en",
                     "--window-size=390,844"):
        options.add_argument(argument)
    preferences = {"intl.accept_languages": "en", **(more or {})}
    if not has_script:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(service=Service(PROGRAMS[4]), options=options)


class Pages(unittest.TestCase):
    """One backend for all; a browser of its own for each test."""

    has_script = True
    preferences = {}  # of the browser

    @classmethod
    def setUpClass(cls):
        cls.backend = Backend(*PROGRAMS[:3], more=["--config", cls.config()])

    @classmethod
    def config(cls):
        file = tempfile.NamedTemporaryFile("w", suffix=".toml")
        cls.addClassCleanup(file.close)
        file.write("[guests]\npatience-ms = 6000\nphone-burst = 10000\naddress-burst = 10000\n"
                   "[payment]\ntimeout-ms = 2000\nretry-first-ms = 200\n"
                   "retry-most-ms = 800\n")
        file.flush()
        return file.name

    @classmethod
    def tearDownClass(cls):
        cls.backend.stop()

    def setUp(self):
        self.browser = new_browser(self.has_script, self.preferences)
        self.day = 0

    def tearDown(self):
        violations = [entry["message"] for entry in self.browser.get_log("browser")
                      if "Content Security Policy" in entry["message"]]
        self.browser.quit()
        self.backend.no_faults()
        self.assertEqual(violations, [])

    # Hands and eyes

    def wait(self, condition, what, untold=(WebDriverException,)):
        """Until it holds. Between two pages, or while one renews itself, what was found is gone again."""
        waiting = WebDriverWait(self.browser, PATIENCE_S, poll_frequency=0.1, ignored_exceptions=untold)
        try:
            return waiting.until(lambda _: condition(), what)
        except TimeoutException:
            self.fail(f"waited for {what}; {self.browser.current_url} shows: {self.text()}")

    def read(self, tag):
        # In one step: the own page may renew itself between finding an element and reading it.
        return self.browser.execute_script("return document.querySelector(arguments[0]).innerText", tag)

    def text(self):
        return self.read("main")

    def heading(self):
        return self.read("h1")

    def wait_heading(self, text):
        self.wait(lambda: self.heading() == text, f"the heading '{text}'")

    def press(self, selector):
        def pressed():
            self.browser.find_element(By.CSS_SELECTOR, selector).click()
            return True
        self.wait(pressed, f"'{selector}' to press", untold=(StaleElementReferenceException,))

    def find_offering(self, name, nights=2, **more):
        Pages.offset = getattr(Pages, "offset", 0) + 5  # each booking in days of its own
        arrival = self.backend.today + datetime.timedelta(days=Pages.offset)
        self.browser.get(self.backend.book_url(arrival=arrival, departure=arrival + datetime.timedelta(days=nights),
                                               **more))
        self.choose(name)

    def choose(self, name):
        link = next(a for a in self.browser.find_elements(By.CSS_SELECTOR, "a.primary") if name in a.text)
        link.click()
        self.wait_heading("Your details")

    def fill(self, **fields):
        for name, value in {"name": "Kim Jiwon", "phone": "010-1234-5678", **fields}.items():
            field = self.browser.find_element(By.ID, name)
            field.clear()
            field.send_keys(value)

    def submit(self):
        self.press("form.details button[type=submit]")

    def pay(self, card="good"):
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.press(f"input[value={card}]")
        self.press("#pay")

    def book_paid(self, name="Sea View", **more):
        self.find_offering(name, **more)
        self.fill()
        self.submit()
        self.pay()
        self.wait(lambda: "/my/" in self.browser.current_url, "the guest's own page")

    def own_id(self):
        return self.backend.sql("SELECT lower(hex(id)) FROM reservation ORDER BY number DESC LIMIT 1")[0][0]

    def reservation_id(self):
        return str(uuid.UUID(self.own_id()))
