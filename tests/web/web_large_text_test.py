#!/usr/bin/env python3
"""Every page of the guests' on a small phone whose owner reads large text: 360 x 740, at 200 %.

    web_large_text_test.py DESKBELLD SANDBOX WEB_HOUSE CHROMIUM CHROMEDRIVER

With DESKBELL_WEB_PICTURES=DIR each page is also drawn there, to be looked at.
"""
import base64
import datetime
import os
import sys
import unittest
import urllib.parse
import uuid

from selenium.webdriver.common.by import By

from backend import Backend
from browsing import PROGRAMS, Pages

PICTURES = os.environ.get("DESKBELL_WEB_PICTURES")
WIDTH, HEIGHT = 360, 740

# What a reader of large text trips over; a list of sentences, empty when all is well.
FAULTS = r"""
    const faults = [], wide = window.innerWidth, page = document.documentElement;
    const named = (e) => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} class="${e.className}"> ` +
        JSON.stringify((e.innerText || e.value || '').trim().slice(0, 40));
    const isUnseen = (e) => e.closest('.unseen, .skip, noscript, option, [hidden]') || !e.getClientRects().length;
    window.scrollTo(0, 0);
    if (page.scrollWidth > wide) faults.push(`scrolls sideways: ${page.scrollWidth} > ${wide}`);
    const size = parseFloat(getComputedStyle(document.body).fontSize);
    if (size < 32) faults.push(`text is not enlarged: ${size}px`);

    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.textContent.trim() || isUnseen(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
        texts.push({element, rects});
        for (const r of rects) {
            if (r.left < -1 || r.right > wide + 1) faults.push(`out of the screen: ${named(element)}`);
            for (let box = element; box && box !== document.body; box = box.parentElement) {
                const style = getComputedStyle(box), edge = box.getBoundingClientRect();
                const isCut = style.overflowX !== 'visible' && (r.right > edge.right + 1 || r.left < edge.left - 1) ||
                    style.overflowY !== 'visible' && (r.bottom > edge.bottom + 1 || r.top < edge.top - 1);
                const isOut = style.display !== 'inline' && (r.right > edge.right + 1 || r.left < edge.left - 1);
                if (isCut || isOut) { faults.push(`cut by ${named(box)}: ${named(element)}`); break; }
            }
        }
    }
    texts.forEach((one, i) => texts.slice(i + 1).forEach((other) => {
        for (const a of one.rects) for (const b of other.rects) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 2 && down > Math.min(a.height, b.height) / 2)
                return faults.push(`overlap: ${named(one.element)} and ${named(other.element)}`);
        }
    }));

    // A date's parts stand in the field itself: what is there must be as wide as they are.
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=checkbox]), select')) {
        if (isUnseen(field)) continue;
        const style = getComputedStyle(field);
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const isDate = field.type === 'date';
        const text = isDate ? '2026. 12. 31.' : field.tagName === 'SELECT' ? field.selectedOptions[0].text : '';
        const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) -
            (isDate || field.tagName === 'SELECT' ? parseFloat(style.fontSize) : 0);
        if (text && pen.measureText(text).width > room) faults.push(`too narrow for ${text}: ${named(field)}`);
    }
    for (const button of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')) {
        if (isUnseen(button)) continue;
        button.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = button.getClientRects()[0];
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (!hit || !(button.contains(hit) || hit.contains(button)))
            faults.push(`cannot be pressed: ${named(button)}`);
    }
    window.scrollTo(0, 0);
    return [...new Set(faults)];
"""


class LargeText(Pages):
    preferences = {"webkit.webprefs.default_font_size": 32, "webkit.webprefs.default_fixed_font_size": 26}

    def setUp(self):
        super().setUp()
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                     {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": True})
        self.faults = []

    def tearDown(self):
        super().tearDown()
        self.assertEqual(self.faults, [])

    def draw(self, name):
        os.makedirs(PICTURES, exist_ok=True)
        height = self.browser.execute_script("return document.documentElement.scrollHeight")
        picture = self.browser.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}})

        with open(os.path.join(PICTURES, name + ".png"), "wb") as file:
            file.write(base64.b64decode(picture["data"]))

    def look_here(self, name):
        language = self.browser.execute_script("return document.documentElement.lang")
        found = self.browser.execute_script(FAULTS)
        self.faults += [f"{name} ({language}): {fault}" for fault in found]
        if PICTURES:
            self.draw(f"{name}-{language}")

    def look(self, name, url=None):
        """In both languages; in English again afterwards."""
        url = url or self.browser.current_url
        for language in ("ko", "en"):
            parts = urllib.parse.urlsplit(url)
            query = [each for each in urllib.parse.parse_qsl(parts.query) if each[0] != "lang"]
            self.browser.get(parts._replace(query=urllib.parse.urlencode([*query, ("lang", language)])).geturl())
            self.look_here(name)

    def unit(self):
        return str(uuid.UUID(self.backend.sql("""SELECT lower(hex(unit.id)) FROM unit JOIN reservation
            ON json_extract(reservation.row, '$.offering') = json_extract(unit.row, '$.offering')
            ORDER BY reservation.number DESC LIMIT 1""")[0][0]))

    def give(self, kind, **args):
        self.backend.command(kind, {"reservation": self.reservation_id(), **args})

    def own_page(self, state, name):
        self.wait_heading(state)
        self.look(name)

    LONG = {"name": "Wolfeschlegelsteinhausenbergerdorff Kim", "email": "a.very.long.address.of.a.guest@example.com",
            "note": "Late, with a dog and three suitcases"}


class Choosing(LargeText):
    def test_the_search_and_what_it_finds(self):
        self.look("search", self.backend.book_url())
        self.look("search-wrong", self.backend.book_url(arrival="2020-01-01"))
        self.look("search-nothing", self.backend.book_url(adults=9))

    def test_the_details_of_each_kind(self):
        for offering, name in (("Sea View", "room"), ("Hanok", "request"), ("Lighthouse", "ticket"),
                               ("Human Acts", "loan")):
            self.find_offering(offering)
            self.look(f"details-{name}")
            for language in ("ko", "en"):
                self.browser.get(self.browser.current_url + "&lang=" + language)
                self.fill(name=" ", phone="12", email="x")
                self.submit()
                self.wait(lambda: self.browser.find_elements(By.ID, "errors"), "the page with its errors")
                self.look_here(f"details-{name}-errors")
                self.browser.back()

    def test_pages_that_say_what_is_the_matter(self):
        self.look("unknown-house", f"{self.backend.url}/book/{uuid.uuid4()}")
        self.look("unknown-page", self.backend.url + "/book/nowhere/at/all")
        self.look("unknown-offering", self.backend.book_url() + f"/details?offering={uuid.uuid4()}&form=x")
        self.look("link-unknown", self.backend.url + "/my/" + "A" * 48)
        self.look("checkout-over", self.backend.book_url() + f"/paid?orderId={uuid.uuid4()}&amount=1&paymentKey=x")
        self.look("checkout-failed", self.backend.book_url() + "/failed")


class Ordered(LargeText):
    def test_a_room_from_its_payment_to_its_end(self):
        self.browser.get(self.backend.book_url(arrival=self.backend.today,
                                               departure=self.backend.today + datetime.timedelta(days=2)))
        self.choose("Sea View")
        self.fill(**self.LONG)
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.look("payment-window")
        self.press("#leave")
        self.wait_heading("The payment was not made")
        self.look("checkout-left")
        self.press("main a.primary")
        self.submit()
        self.pay()
        self.own_page("Waiting for the hotel's confirmation", "own-room-waiting")
        own = self.browser.current_url
        self.look("cancel-room", own.split("?")[0] + "/cancel")
        self.look("receipt-room", own.split("?")[0] + "/receipt")
        self.browser.get(own)
        self.give("confirm-reservation")
        self.own_page("Confirmed", "own-room-confirmed")
        self.give("assign-unit", unit=self.unit())
        self.give("check-in")
        self.own_page("You are here", "own-room-in-house")
        self.give("check-out")
        self.own_page("Over", "own-room-departed")

    def test_a_request_that_is_corrected_and_declined(self):
        self.find_offering("Hanok")
        details = self.browser.current_url
        self.fill(**self.LONG)
        self.submit()
        self.own_page("Waiting for the hotel's answer", "own-request")
        own = self.browser.current_url
        self.look("details-made", details)
        self.browser.get(own)
        self.give("reject-reservation", reason="We are being renovated from cellar to roof in that week")
        self.own_page("Not possible this time", "own-request-rejected")
        self.look("booked-already", details)
        self.find_offering("Hanok")
        self.fill()
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        self.give("confirm-reservation")
        self.own_page("Waiting for your payment", "own-request-to-pay")

    def test_tickets_from_their_order_to_their_end(self):
        self.find_offering("Lighthouse Keeper")
        self.fill(**self.LONG)
        self.browser.find_element(By.CSS_SELECTOR, "#quantity option[value='10']").click()
        self.submit()
        self.own_page("Waiting for your payment", "own-ticket-to-pay")
        self.press("#pay")
        self.pay("declined")
        self.own_page("The card was not accepted", "own-ticket-declined")
        self.press("#pay")
        self.pay()
        self.own_page("Confirmed", "own-ticket-confirmed")
        own = self.browser.current_url
        self.look("receipt-ticket", own.split("?")[0] + "/receipt")
        self.look("cancel-ticket", own.split("?")[0] + "/cancel")
        self.press("#confirm-cancel")
        self.wait_heading("Cancelled")
        self.wait(lambda: self.read(".payment") == "Refunded", "the refund")
        self.look("own-ticket-cancelled")

    def test_a_loan(self):
        self.find_offering("Human Acts")
        self.fill(**self.LONG)
        self.submit()
        self.own_page("Reserved for you", "own-loan")
        self.look("cancel-loan", self.browser.current_url.split("?")[0] + "/cancel")
        self.press("#confirm-cancel")
        self.own_page("Cancelled", "own-loan-cancelled")


class Behind(LargeText):
    def test_pages_while_their_worker_is_down(self):
        self.find_offering("Hanok")
        self.fill()
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        own = urllib.parse.urlsplit(self.browser.current_url).path
        self.backend.restart("--roles", "gateway,payment")
        try:
            self.give("reject-reservation", reason="full")

            def is_behind():
                self.browser.get(self.backend.url + own)
                return self.browser.find_elements(By.CSS_SELECTOR, ".behind")
            self.wait(is_behind, "that the page is behind")
            self.look("own-behind")
            self.find_offering("Human Acts")
            self.fill()
            self.submit()
            self.own_page("We have your request", "own-preparing")
        finally:
            self.backend.restart()


class Window(LargeText):
    @classmethod
    def setUpClass(cls):
        cls.backend = Backend(*PROGRAMS[:3], has_sdk=True)

    def test_our_page_of_the_payment_window(self):
        self.find_offering("Sea View")
        self.fill()
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/v2/standard"]})
        self.submit()
        self.wait(lambda: self.browser.find_element(By.ID, "window-failed").is_displayed(), "why it did not open")
        self.look("window")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[6:]], verbosity=2)
