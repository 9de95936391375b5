#!/usr/bin/env python3
"""Makes demo_hotel.csv, the demonstration hotel for machines without the open booking data set.

    python3 make_demo_hotel.py > demo_hotel.csv

The same columns as that data set, all rows invented from a fixed seed: a house of some forty rooms
around its busy day, 2026-05-15.
"""
import datetime
import random
import sys

BUSY_DAY = datetime.date(2026, 5, 15)
ROOMS = {"A": (16, 89.0), "B": (10, 109.0), "C": (8, 135.0), "D": (4, 180.0)}
NIGHTS = [1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 7]
COUNTRIES = ["KOR"] * 6 + ["PRT", "ESP", "GBR", "GBR", "FRA", "DEU", "DEU", "ITA", "NLD", "USA", "CHN"]
SEGMENTS = [("Online TA", "TA/TO"), ("Online TA", "TA/TO"), ("Direct", "Direct"), ("Offline TA/TO", "TA/TO"),
            ("Corporate", "Corporate")]
COLUMNS = ("hotel lead_time arrival_date_year arrival_date_month arrival_date_day_of_month stays_in_weekend_nights "
           "stays_in_week_nights adults children babies meal country market_segment distribution_channel "
           "reserved_room_type assigned_room_type deposit_type adr total_of_special_requests reservation_status "
           "reservation_status_date").split()


def row(pick, room_type, rate, arrival, nights):
    booked_today = arrival >= BUSY_DAY and pick.random() < 0.12
    lead = (arrival - BUSY_DAY).days if booked_today else max((arrival - BUSY_DAY).days, 0) + pick.randint(1, 60)
    deposit = "Non Refund" if pick.random() < 0.15 else "No Deposit"
    outcome = pick.random()
    status, ended = "Check-Out", arrival + datetime.timedelta(nights)
    if outcome < 0.08:
        status, ended = "Canceled", arrival - datetime.timedelta(pick.randint(0, lead))
    elif outcome < 0.1:
        status, ended = "No-Show", arrival
    weekend = sum((arrival + datetime.timedelta(i)).weekday() >= 5 for i in range(nights))
    segment, channel = pick.choice(SEGMENTS)
    return ["Harbour Hotel", lead, arrival.year, arrival.strftime("%B"), arrival.day, weekend, nights - weekend,
            pick.choice([1, 2, 2, 2]), pick.choice([0, 0, 0, 1]), 0, pick.choice(["BB", "BB", "SC", "HB"]),
            pick.choice(COUNTRIES), segment, channel, room_type, room_type, deposit,
            f"{rate * pick.uniform(0.85, 1.25):.2f}", pick.choice([0, 0, 0, 1, 2]), status,
            f"{ended.month}/{ended.day}/{ended.year}"]


def main():
    pick = random.Random("harbour")
    print(",".join(COLUMNS))
    for room_type, (rooms, rate) in ROOMS.items():
        for _ in range(rooms):
            day = BUSY_DAY - datetime.timedelta(pick.randint(18, 24))
            while day < BUSY_DAY + datetime.timedelta(45):
                day += datetime.timedelta(pick.choice([0, 0, 0, 1, 1, 2]))
                nights = pick.choice(NIGHTS)
                print(",".join(map(str, row(pick, room_type, rate, day, nights))))
                day += datetime.timedelta(nights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
