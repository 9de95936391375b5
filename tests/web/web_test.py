#!/usr/bin/env python3
"""The guests' pages in a real browser, with the real programs behind them.

    web_test.py DESKBELLD SANDBOX WEB_HOUSE CHROMIUM CHROMEDRIVER
"""
import datetime
import json
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request
import uuid

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from backend import Backend
from browsing import PROGRAMS, Pages, new_browser


class WithScript(Pages):

    def test_a_paid_booking_from_dates_to_the_own_page(self):
        before = len(self.backend.ledger()["payments"])
        self.browser.get(self.backend.book_url())
        self.assertEqual(self.heading(), "When would you like to come?")
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.assertIn("₩256,000", self.text())
        self.assertIn("Kim Jiwon", self.text())
        payments = self.backend.ledger()["payments"]
        self.assertEqual(len(payments), before + 1)
        self.assertEqual(payments[-1]["totalAmount"], 256000)

    def test_the_own_page_follows_without_being_reloaded(self):
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.browser.execute_script("window.stillThere = true")
        self.backend.command("confirm-reservation", {"reservation": self.reservation_id()})
        self.wait_heading("Confirmed")
        self.assertTrue(self.browser.execute_script("return window.stillThere === true"))

    def test_cancelling_says_what_goes_back_and_gives_it_back(self):
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.press("#cancel")
        self.assertIn("₩256,000 is refunded", self.text())
        self.press("#confirm-cancel")
        self.wait_heading("Cancelled")
        self.wait(lambda: "Refunded" in self.browser.find_element(By.CSS_SELECTOR, ".payment").text, "the refund")
        self.assertEqual(self.backend.ledger()["payments"][-1]["balanceAmount"], 0)
        self.browser.back()
        self.browser.refresh()
        self.wait_heading("Cancelled")

    def test_a_form_sent_twice_books_once(self):
        before = self.backend.count()
        self.find_offering("Hanok")
        self.fill()
        # As two presses that both leave the browser, before either is answered.
        answers = self.browser.execute_async_script("""
            const done = arguments[arguments.length - 1];
            const form = document.querySelector('form.details');
            const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
            Promise.all([send(), send(), send()]).then((all) => done(all.map((each) => each.url)));
        """)
        self.assertEqual(len(set(answers)), 1, answers)
        self.assertIn("/my/", answers[0])
        self.assertEqual(self.backend.count(), before + 1)

    def test_going_back_and_sending_again_books_once(self):
        self.find_offering("Hanok")
        details = self.browser.current_url
        self.fill()
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        before = self.backend.count()
        own = self.browser.current_url
        self.browser.back()
        self.wait(lambda: self.browser.current_url == details, "the form's own address")
        # The browser shows the page as it was, or asks for it again: either way it is that one booking.
        if self.heading() == "Your details":
            self.submit()
        else:
            self.wait_heading("This is already booked")
            self.press("a.primary")
        self.wait_heading("Waiting for the hotel's answer")
        self.assertEqual(self.browser.current_url, own)
        self.assertEqual(self.backend.count(), before)

    def refill(self, **fields):
        """Changes some of what stands in the form, as a guest who looks for their mistake."""
        for name, value in fields.items():
            field = self.browser.find_element(By.ID, name)
            self.assertTrue(field.get_attribute("value"), f"{name} is still filled in")
            field.clear()
            field.send_keys(value)

    def ordered(self):
        """Of the latest reservation: whom it is for."""
        row = json.loads(self.backend.sql("SELECT row FROM reservation ORDER BY number DESC LIMIT 1")[0][0])
        return {**row["guest"], "note": row.get("note", ""), "quantity": row["quantity"]}

    def go_back_to(self, heading):
        self.browser.back()
        self.wait_heading(heading)

    def test_going_back_from_the_payment_window_corrects_every_field(self):
        self.find_offering("Sea View")
        self.fill(name="Kim Jiwno", phone="010-1234-0000", email="kim@example.com", note="Late arival")
        self.press("#notices")
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.go_back_to("Your details")
        self.assertFalse(self.browser.find_element(By.ID, "notices").is_selected())
        self.refill(name="Kim Jiwon", phone="010-1234-5678", email="jiwon@example.com", note="Late arrival")
        self.press("#notices")
        self.submit()
        self.pay()
        self.wait_heading("Waiting for the hotel's confirmation")
        told = self.ordered()
        self.assertEqual([told[key] for key in ("name", "phone", "email", "note", "wantsNotices")],
                         ["Kim Jiwon", "010-1234-5678", "jiwon@example.com", "Late arrival", True])

    def test_who_leaves_the_payment_window_finds_what_they_filled_in(self):
        self.find_offering("Sea View")
        self.fill(name="Kim Jiwno", note="Late")
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.press("#leave")
        self.wait_heading("The payment was not made")
        self.press("main a.primary")
        self.wait_heading("Your details")
        self.assertEqual(self.browser.find_element(By.ID, "note").get_attribute("value"), "Late")
        self.refill(name="Kim Jiwon")
        self.submit()
        self.pay()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.assertEqual(self.ordered()["name"], "Kim Jiwon")

    def test_who_leaves_the_window_of_their_own_page_comes_back_to_it(self):
        self.find_offering("Lighthouse Keeper")
        self.fill()
        self.submit()
        self.wait_heading("Waiting for your payment")
        own = self.browser.current_url
        self.press("#pay")
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.press("#leave")
        self.wait_heading("The payment was not made")
        self.press("main a.primary")
        self.wait_heading("Waiting for your payment")
        self.assertEqual(self.browser.current_url, own)

    def test_going_back_from_the_own_page_corrects_what_is_ordered(self):
        for offering, state in (("Hanok", "Waiting for the hotel's answer"),
                                ("Lighthouse Keeper", "Waiting for your payment")):
            self.find_offering(offering)
            self.fill(name="Kim Jiwno")
            self.submit()
            self.wait_heading(state)
            own, before = self.browser.current_url, self.backend.count()
            self.go_back_to("Your details")
            self.refill(name="Kim Jiwon")
            self.browser.find_element(By.ID, "note").clear()
            self.browser.find_element(By.ID, "note").send_keys("With a child")
            self.submit()
            self.wait_heading(state)
            self.assertEqual((self.browser.current_url, self.backend.count()), (own, before))
            self.wait(lambda: "Kim Jiwon" in self.text(), "the corrected name on the own page")
            self.assertEqual((self.ordered()["name"], self.ordered()["note"]), ("Kim Jiwon", "With a child"))

    def test_a_correction_that_cannot_be_made_is_told(self):
        self.find_offering("Lighthouse Keeper")
        self.fill()
        form = self.browser.find_element(By.CSS_SELECTOR, "form.details")
        fields = self.browser.execute_script("return Object.fromEntries(new FormData(arguments[0]))", form)
        url = form.get_attribute("action")
        self.submit()
        self.wait_heading("Waiting for your payment")
        told = self.browser.execute_async_script("""
            const [url, fields, done] = arguments;
            fetch(url, {method: 'POST', body: new URLSearchParams(fields)})
                .then((a) => a.text().then((text) => done([a.status, text])));
        """, url, {**fields, "quantity": "3"})
        self.assertEqual(told[0], 409)
        self.assertIn("These tickets are already booked", told[1])
        self.assertEqual(self.ordered()["quantity"], 1)

    def test_what_changes_on_the_own_page_is_said_once_and_nothing_else(self):
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.wait(lambda: self.read(".payment") == "Paid", "the payment")
        self.browser.execute_script("""
            window.said = [];
            const regions = document.querySelectorAll('[role=status], [role=alert], [aria-live]');
            window.regions = regions.length;
            const hear = (changes) => changes.forEach(({target}) => window.said.push(target.textContent));
            regions.forEach((region) => new MutationObserver(hear).observe(region, {childList: true, characterData: true,
                                                                                   subtree: true}));
            document.querySelector('#cancel').focus();
        """)
        self.assertEqual(self.browser.execute_script("return window.regions"), 1)
        self.browser.execute_cdp_cmd("Accessibility.enable", {})
        tree = self.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        live = [node for node in tree if any(each["name"] == "live" for each in node.get("properties", []))
                and node["role"]["value"] != "RootWebArea"]
        self.assertEqual({node["role"]["value"] for node in live if not node.get("ignored")} - {"status"}, set())
        self.backend.command("confirm-reservation", {"reservation": self.reservation_id()})
        self.wait_heading("Confirmed")
        self.assertEqual(self.browser.execute_script("return window.said"), ["Confirmed"])
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("id"), "cancel")

    def test_coming_back_from_the_checkout_twice_charges_once(self):
        self.find_offering("Sea View")
        self.fill()
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.browser.current_url).query)
        before = len(self.backend.ledger()["payments"])
        self.pay()
        self.wait_heading("Waiting for the hotel's confirmation")
        again = (f"{query['successUrl'][0]}?paymentKey=tgen_replayed&orderId={query['orderId'][0]}"
                 f"&amount={query['amount'][0]}")
        self.browser.get(again)
        self.wait_heading("Waiting for the hotel's confirmation")
        self.assertEqual(len(self.backend.ledger()["payments"]), before + 1)

    def test_a_return_with_another_amount_or_from_nowhere_books_nothing(self):
        self.find_offering("Sea View")
        self.fill()
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.browser.current_url).query)
        before = self.backend.count(), len(self.backend.ledger()["payments"])
        order = query["orderId"][0]
        self.browser.get(f"{query['successUrl'][0]}?paymentKey=tgen_forged&orderId={order}&amount=100")
        self.wait_heading("The payment does not match the booking")
        self.browser.get(f"{query['successUrl'][0]}?paymentKey=tgen_x&orderId={uuid.uuid4()}&amount=100")
        self.wait_heading("This payment is not open in this browser")
        self.assertEqual((self.backend.count(), len(self.backend.ledger()["payments"])), before)

    def test_a_declined_card_is_told_and_another_one_pays(self):
        self.find_offering("Lighthouse Keeper")
        self.fill()
        self.submit()
        self.wait_heading("Waiting for your payment")
        self.press("#pay")
        self.pay("declined")
        self.wait_heading("The card was not accepted")
        self.press("#pay")
        self.pay()
        self.wait_heading("Confirmed")

    def test_what_must_be_paid_first_and_is_declined_is_over_and_can_be_booked_again(self):
        self.find_offering("Sea View")
        self.fill()
        self.submit()
        self.pay("declined")
        self.wait_heading("Cancelled")
        self.assertIn("The card was not accepted. You have not been charged.", self.text())
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")

    def test_a_card_left_with_the_request_is_charged_by_the_managers_yes(self):
        self.find_offering("Hanok")
        self.fill()
        self.press("#card")
        self.submit()
        self.pay()
        self.wait_heading("Waiting for the hotel's answer")
        self.wait(lambda: "Your card is registered" in self.text(), "the card")
        before = len(self.backend.ledger()["payments"])
        self.backend.command("confirm-reservation", {"reservation": self.reservation_id()})
        self.wait_heading("Confirmed")
        self.assertEqual(len(self.backend.ledger()["payments"]), before + 1)
        self.wait(lambda: "The card you left has been deleted" in self.text(), "the card's end")

    def test_leaving_the_payment_window_books_nothing(self):
        before = self.backend.count()
        self.find_offering("Sea View")
        self.fill()
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.press("#leave")
        self.wait_heading("The payment was not made")
        self.assertEqual(self.backend.count(), before)

    def test_an_overloaded_provider_leaves_the_booking_pending_and_charges_later(self):
        self.find_offering("Sea View")
        self.fill()
        self.submit()
        self.wait(lambda: "/checkout" in self.browser.current_url, "the payment window")
        self.backend.fault(fault="html", path="/v1/payments", count=3)
        self.pay()
        self.wait(lambda: "/my/" in self.browser.current_url, "the own page")
        self.assertIn(self.heading(), ("We are checking your payment", "Payment pending",
                                       "Waiting for the hotel's confirmation"))
        self.wait_heading("Waiting for the hotel's confirmation")
        ours = [p for p in self.backend.ledger()["payments"] if p["status"] == "DONE"]
        self.assertEqual(len({p["orderId"] for p in ours}), len(ours))

    def test_instant_tickets_and_loans(self):
        self.book_paid("Garden Suite")
        self.wait_heading("Confirmed")
        self.find_offering("Lighthouse Keeper")
        self.fill()
        self.browser.find_element(By.CSS_SELECTOR, "#quantity option[value='2']").click()
        self.submit()
        self.wait_heading("Waiting for your payment")
        self.assertIn("2 seats", self.text())
        self.press("#pay")
        self.pay()
        self.wait_heading("Confirmed")
        self.assertIn("₩132,000", self.text())
        self.find_offering("Human Acts")
        self.fill()
        self.submit()
        self.wait(lambda: self.heading() in ("Being prepared", "Reserved for you"), "the loan")
        self.assertIn("Nothing to pay", self.text())

    def test_a_link_that_is_over_or_wrong_shows_nothing(self):
        self.find_offering("Hanok")
        self.fill(name="Secret Person")
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        own = self.browser.current_url
        self.browser.get(own[:-1] + ("A" if own[-1] != "A" else "B"))
        self.wait_heading("This link is not valid")
        self.assertNotIn("Secret Person", self.browser.page_source)
        # Years later, by the house's own calendar.
        then = (self.backend.today + datetime.timedelta(days=800)).isoformat()
        today = self.backend.today.isoformat()
        swap = "UPDATE property SET row = replace(row, '\"businessDate\":\"' || ? || '\"', '\"businessDate\":\"' || ? || '\"')"
        self.backend.sql(swap, today, then)
        try:
            def is_over():
                self.browser.get(own)
                return self.heading() == "This link has expired"
            self.wait(is_over, "the end of the link")
            self.assertNotIn("Secret Person", self.browser.page_source)
        finally:
            self.backend.sql(swap, then, today)

    def test_no_guest_reads_or_cancels_anothers(self):
        self.find_offering("Hanok")
        self.fill(name="First Person")
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        first = self.browser.current_url
        self.press("#cancel")
        stolen = self.browser.find_element(By.NAME, "form").get_attribute("value")
        other = new_browser()
        try:
            # Somebody else's session with the first one's form, on the first one's page.
            other.get(first + "/cancel")
            own_form = other.find_element(By.NAME, "form").get_attribute("value")
            self.assertNotEqual(own_form, stolen)
            status = other.execute_async_script("""
                const [url, form, done] = arguments;
                fetch(url, {method: 'POST', body: new URLSearchParams({form})}).then((a) => done(a.status));
            """, first + "/cancel", stolen)
            self.assertEqual(status, 400)
        finally:
            other.quit()
        # Another site's page cannot send it either: a form without the cookie.
        try:
            urllib.request.urlopen(urllib.request.Request(
                first + "/cancel", data=urllib.parse.urlencode({"form": stolen}).encode(),
                headers={"Content-Type": "application/x-www-form-urlencoded"}), timeout=20)
            self.fail("was taken")
        except urllib.error.HTTPError as refused:
            self.assertEqual(refused.code, 400)
        self.browser.get(first)
        self.assertEqual(self.heading(), "Waiting for the hotel's answer")

    def test_what_is_wrong_is_named_and_what_was_typed_stays(self):
        self.find_offering("Hanok")
        self.fill(name=" ", phone="12", note="<script>alert(1)</script>")
        self.submit()
        summary = self.browser.find_element(By.CSS_SELECTOR, ".errors[role=alert]")
        self.assertEqual(len(summary.find_elements(By.TAG_NAME, "a")), 2)
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("id"), "errors")
        self.assertEqual(self.browser.find_element(By.ID, "phone").get_attribute("value"), "12")
        self.assertEqual(self.browser.find_element(By.ID, "note").get_attribute("value"), "<script>alert(1)</script>")

    def test_everything_can_be_done_with_the_keyboard(self):
        self.browser.get(self.backend.book_url(arrival=self.backend.today + datetime.timedelta(days=300)))

        def tab_to(is_wanted):
            for _ in range(60):
                element = self.browser.switch_to.active_element
                if is_wanted(element):
                    return element
                element.send_keys(Keys.TAB)
            self.fail("cannot be reached with Tab")
        tab_to(lambda e: e.tag_name == "a" and "Hanok" in e.text).send_keys(Keys.ENTER)
        self.wait_heading("Your details")
        tab_to(lambda e: e.get_attribute("id") == "name").send_keys("Kim Jiwon")
        tab_to(lambda e: e.get_attribute("id") == "phone").send_keys("010-1234-5678", Keys.ENTER)
        self.wait_heading("Waiting for the hotel's answer")

    def test_korean_by_the_switch_and_it_stays(self):
        self.browser.get(self.backend.book_url())
        self.press("a.switch")
        self.assertEqual(self.heading(), "언제 오시나요?")
        self.browser.get(self.backend.book_url())
        self.assertEqual(self.heading(), "언제 오시나요?")
        self.assertEqual(self.browser.find_element(By.TAG_NAME, "html").get_attribute("lang"), "ko")
        self.assertIn("128,000원", self.text())

    def test_the_page_shows_the_last_known_while_its_worker_is_down(self):
        self.find_offering("Hanok")
        self.fill()
        self.submit()
        self.wait_heading("Waiting for the hotel's answer")
        own = urllib.parse.urlsplit(self.browser.current_url).path
        reservation = self.reservation_id()
        self.backend.restart("--roles", "gateway,payment")
        try:
            self.backend.command("reject-reservation", {"reservation": reservation, "reason": "full"})

            def is_behind():
                self.browser.get(self.backend.url + own)
                return self.browser.find_elements(By.CSS_SELECTOR, ".behind")
            self.wait(is_behind, "that the page is behind")
            self.assertEqual(self.heading(), "Waiting for the hotel's answer")
            # Bookings go on.
            before = self.backend.count()
            self.find_offering("Hanok")
            self.fill()
            self.submit()
            self.wait_heading("We have your booking")
            self.assertEqual(self.backend.count(), before + 1)
        finally:
            self.backend.restart()
        self.browser.get(self.backend.url + own)
        self.wait_heading("Not possible this time")

    def test_links_and_keys_are_in_no_log(self):
        self.book_paid()
        token = self.browser.current_url.rsplit("/", 1)[1]
        said = "".join(self.backend.daemon.lines)
        self.assertIn("guest-command", said)
        for secret in (token, "tgen_", "Kim Jiwon", "010-1234-5678"):
            self.assertNotIn(secret, said)


class WithTheProvidersScript(Pages):
    """The payment window is opened by the provider's own script, which the sandbox plays."""

    @classmethod
    def setUpClass(cls):
        cls.backend = Backend(*PROGRAMS[:3], has_sdk=True)

    def test_a_booking_is_paid_and_a_card_is_left_for_later(self):
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.find_offering("Hanok")
        self.fill()
        self.press("#card")
        self.submit()
        self.pay()
        self.wait_heading("Waiting for the hotel's answer")
        self.wait(lambda: "Your card is registered" in self.text(), "the card")

    def test_our_page_is_of_what_was_ordered_here_and_of_nothing_else(self):
        self.browser.get(self.backend.book_url() + f"/window?orderId={uuid.uuid4()}&amount=1&orderName=x")
        self.wait_heading("This payment is not open in this browser")

    def test_our_page_leads_back_to_the_details(self):
        self.find_offering("Sea View")
        self.fill(name="Kim Jiwno")
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/v2/standard"]})
        self.submit()
        self.press("#back-to-details")
        self.wait_heading("Your details")
        self.assertEqual(self.browser.find_element(By.ID, "name").get_attribute("value"), "Kim Jiwno")

    def test_a_script_that_does_not_come_is_told(self):
        self.find_offering("Sea View")
        self.fill()
        before = self.backend.count()
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/v2/standard"]})
        self.submit()
        self.wait(lambda: self.browser.find_element(By.ID, "window-failed").is_displayed(), "why it did not open")
        self.assertTrue(self.browser.find_element(By.ID, "open-window").is_enabled())
        self.assertEqual(self.backend.count(), before)


class WithoutScript(Pages):
    has_script = False

    def test_booking_and_cancelling_without_javascript(self):
        self.book_paid()
        self.wait_heading("Waiting for the hotel's confirmation")
        self.backend.command("confirm-reservation", {"reservation": self.reservation_id()})
        self.wait_heading("Confirmed")  # by the page's own refresh
        self.press("#receipt")
        self.assertEqual(self.heading(), "Receipt")
        self.assertIn("₩256,000", self.text())
        self.browser.back()
        self.press("#cancel")
        self.press("#confirm-cancel")
        self.wait_heading("Cancelled")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[6:]], verbosity=2)
