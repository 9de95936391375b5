<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>room %1</source>
        <translation>room %1</translation>
    </message>
    <message>
        <source>prefers room %1</source>
        <translation>prefers room %1</translation>
    </message>
    <message>
        <source>%1, no room yet</source>
        <comment>room type</comment>
        <translation>%1, no room yet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a stay: arrival to departure</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>owes %1</source>
        <translation>owes %1</translation>
    </message>
    <message>
        <source>payment under way</source>
        <translation>payment under way</translation>
    </message>
    <message>
        <source>will be charged later</source>
        <translation>will be charged later</translation>
    </message>
    <message>
        <source>conflict: will probably be refused</source>
        <translation>conflict: will probably be refused</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>has a note</translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message>
        <source>name generated on import</source>
        <translation>name generated on import</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 free</source>
        <comment>room type, day, how many, of how many</comment>
        <translation>%1, %2: %3 of %4 free</translation>
    </message>
    <message>
        <source>%1: taken</source>
        <comment>where and when</comment>
        <translation>%1: taken</translation>
    </message>
    <message>
        <source>%1: none free</source>
        <comment>where and when</comment>
        <translation>%1: none free</translation>
    </message>
    <message>
        <source>%1: not possible</source>
        <comment>where and when</comment>
        <translation>%1: not possible</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date pattern of a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date pattern of a month, short</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date pattern of a month, shortest</comment>
        <translation>MMM</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n night(s) marked</source>
        <translation>
            <numerusform>%1, %n night marked</numerusform>
            <numerusform>%1, %n nights marked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, free</source>
        <comment>a room&apos;s night</comment>
        <translation>%1, free</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <comment>dates</comment>
        <translation>Not loaded</translation>
    </message>
    <message>
        <source>%1, %2: not loaded</source>
        <comment>room type, day</comment>
        <translation>%1, %2: not loaded</translation>
    </message>
    <message>
        <source>%1, not loaded</source>
        <comment>a room&apos;s night</comment>
        <translation>%1, not loaded</translation>
    </message>
    <message>
        <source>overstay: departure was due on %1</source>
        <translation>overstay: departure was due on %1</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Reserve it for %1</source>
        <translation>Reserve it for %1</translation>
    </message>
    <message>
        <source>Reserve %1 instead, %2</source>
        <translation>Reserve %1 instead, %2</translation>
    </message>
    <message>
        <source>Change it and try again…</source>
        <translation>Change it and try again…</translation>
    </message>
    <message>
        <source>Assign room %1 instead</source>
        <translation>Assign room %1 instead</translation>
    </message>
    <message>
        <source>Move it to %1…</source>
        <translation>Move it to %1…</translation>
    </message>
    <message>
        <source>Choose other dates or another room…</source>
        <translation>Choose other dates or another room…</translation>
    </message>
    <message>
        <source>Take the outstanding payment…</source>
        <translation>Take the outstanding payment…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Show the reservation</source>
        <translation>Show the reservation</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <source>Leave it as a request</source>
        <translation>Leave it as a request</translation>
    </message>
    <message>
        <source>Request %1 instead, %2</source>
        <translation>Request %1 instead, %2</translation>
    </message>
    <message>
        <source>Take it as a request</source>
        <translation>Take it as a request</translation>
    </message>
    <message>
        <source>Move it now, assign a room later</source>
        <translation>Move it now, assign a room later</translation>
    </message>
    <message>
        <source>Take only %1, %2</source>
        <comment>3 seats, their price</comment>
        <translation>Take only %1, %2</translation>
    </message>
    <message>
        <source>Hand it out at %1 instead</source>
        <comment>branch</comment>
        <translation>Hand it out at %1 instead</translation>
    </message>
    <message>
        <source>Choose another performance…</source>
        <translation>Choose another performance…</translation>
    </message>
    <message>
        <source>Choose another day or another title…</source>
        <translation>Choose another day or another title…</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <comment>57 seats</comment>
        <translation>Make it %1</translation>
    </message>
    <message>
        <source>Save my version anyway</source>
        <translation>Save my version anyway</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>The seats become free again.</source>
        <translation>The seats become free again.</translation>
    </message>
    <message>
        <source>The copy becomes free for the next reader.</source>
        <translation>The copy becomes free for the next reader.</translation>
    </message>
    <message>
        <source>The day becomes free: %1.</source>
        <translation>The day becomes free: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) become free: %1.</source>
        <translation>
            <numerusform>%n night becomes free: %1.</numerusform>
            <numerusform>%n nights become free: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The dates stay the same; the reservation will need a branch again.</source>
        <translation>The dates stay the same; the reservation will need a branch again.</translation>
    </message>
    <message>
        <source>%1 becomes available to others for these nights: %2.</source>
        <comment>room, nights</comment>
        <translation>%1 becomes available to others for these nights: %2.</translation>
    </message>
    <message>
        <source>The reservation keeps its dates and its price.</source>
        <translation>The reservation keeps its dates and its price.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) become free.</source>
        <translation>
            <numerusform>%n night becomes free.</numerusform>
            <numerusform>%n nights become free.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was paid, so nothing is refunded.</source>
        <translation>Nothing was paid, so nothing is refunded.</translation>
    </message>
    <message>
        <source>%1 has been paid and is not refunded automatically.</source>
        <translation>%1 has been paid and is not refunded automatically.</translation>
    </message>
    <message>
        <source>%1 is still owed.</source>
        <translation>%1 is still owed.</translation>
    </message>
    <message>
        <source>The price stays %1, including these nights; nothing is refunded automatically.</source>
        <translation>The price stays %1, including these nights; nothing is refunded automatically.</translation>
    </message>
    <message>
        <source>%1 will be refunded to the card automatically.</source>
        <translation>%1 will be refunded to the card automatically.</translation>
    </message>
    <message>
        <source>%1 was paid in cash or by transfer: please return it to the guest. It is recorded as refunded.</source>
        <translation>%1 was paid in cash or by transfer: please return it to the guest. It is recorded as refunded.</translation>
    </message>
    <message>
        <source>A payment of %1 is under way. It will be withdrawn, or refunded if already charged.</source>
        <translation>A payment of %1 is under way. It will be withdrawn, or refunded if already charged.</translation>
    </message>
    <message>
        <source>A refund of %1 is under way.</source>
        <translation>A refund of %1 is under way.</translation>
    </message>
    <message>
        <source>%1 has been paid and will be refunded. Please return any part paid in cash or by transfer.</source>
        <translation>%1 has been paid and will be refunded. Please return any part paid in cash or by transfer.</translation>
    </message>
    <message>
        <source>Overpaid by %1. Refund it first, or the hotel keeps it.</source>
        <translation>Overpaid by %1. Refund it first, or the hotel keeps it.</translation>
    </message>
    <message>
        <source>%1 was paid in cash or by transfer: it stays as a credit until a manager refunds it.</source>
        <translation>%1 was paid in cash or by transfer: it stays as a credit until a manager refunds it.</translation>
    </message>
    <message>
        <source>%1 has been paid. What was paid by card is refunded; the rest stays as a credit until a manager refunds it.</source>
        <translation>%1 has been paid. What was paid by card is refunded; the rest stays as a credit until a manager refunds it.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) after the departure are not charged. To charge them, extend the stay first.</source>
        <translation>
            <numerusform>%n night after the departure is not charged. To charge it, extend the stay first.</numerusform>
            <numerusform>%n nights after the departure are not charged. To charge them, extend the stay first.</numerusform>
        </translation>
    </message>
    <message>
        <source>Overpaid by %1. It stays as a credit until a manager refunds it.</source>
        <translation>Overpaid by %1. It stays as a credit until a manager refunds it.</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>South Korea</source>
        <translation>South Korea</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgium</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brazil</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Switzerland</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Czechia</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Germany</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Denmark</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spain</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>United Kingdom</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Greece</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Ireland</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italy</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexico</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Netherlands</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norway</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>New Zealand</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippines</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Poland</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Sweden</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Türkiye</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>United States</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>South Africa</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern, full</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date pattern, day and month</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, weekday, day and month</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, start of a range</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: arrival to departure</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>day use</source>
        <translation>day use</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n night</numerusform>
            <numerusform>%n nights</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date and time pattern</comment>
        <translation>d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time pattern</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>an age in hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern, end of a range</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reservation taken</source>
        <translation>Reservation taken</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Room assigned</source>
        <translation>Room assigned</translation>
    </message>
    <message>
        <source>Room unassigned</source>
        <translation>Room unassigned</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Checked in</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>Checked out</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Guest details changed</source>
        <translation>Guest details changed</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Note changed</translation>
    </message>
    <message>
        <source>Payment waiting to be charged</source>
        <translation>Payment waiting to be charged</translation>
    </message>
    <message>
        <source>Payment sent to the provider</source>
        <translation>Payment sent to the provider</translation>
    </message>
    <message>
        <source>Provider busy, will be charged later</source>
        <translation>Provider busy, will be charged later</translation>
    </message>
    <message>
        <source>Payment outcome unknown, being looked up</source>
        <translation>Payment outcome unknown, being looked up</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>Payment taken</translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation>Payment declined</translation>
    </message>
    <message>
        <source>Payment withdrawn</source>
        <translation>Payment withdrawn</translation>
    </message>
    <message>
        <source>Refund requested</source>
        <translation>Refund requested</translation>
    </message>
    <message>
        <source>Refund outcome unknown, being looked up</source>
        <translation>Refund outcome unknown, being looked up</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Refund failed</translation>
    </message>
    <message>
        <source>Room held</source>
        <translation>Room held</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Room released</translation>
    </message>
    <message>
        <source>no room was left</source>
        <translation>no room was left</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event: its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Seats held</source>
        <translation>Seats held</translation>
    </message>
    <message>
        <source>Seats released</source>
        <translation>Seats released</translation>
    </message>
    <message>
        <source>Branch chosen</source>
        <translation>Branch chosen</translation>
    </message>
    <message>
        <source>Branch unassigned</source>
        <translation>Branch unassigned</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>Copy held</source>
        <translation>Copy held</translation>
    </message>
    <message>
        <source>Copy released</source>
        <translation>Copy released</translation>
    </message>
    <message>
        <source>no seat was left</source>
        <translation>no seat was left</translation>
    </message>
    <message>
        <source>no copy was left</source>
        <translation>no copy was left</translation>
    </message>
    <message>
        <source>not paid in time</source>
        <translation>not paid in time</translation>
    </message>
    <message>
        <source>Guest&apos;s card kept for the payment</source>
        <translation>Guest&apos;s card kept for the payment</translation>
    </message>
    <message>
        <source>Guest&apos;s card could not be kept</source>
        <translation>Guest&apos;s card could not be kept</translation>
    </message>
    <message>
        <source>Guest&apos;s card deleted</source>
        <translation>Guest&apos;s card deleted</translation>
    </message>
    <message>
        <source>the card was declined</source>
        <translation>the card was declined</translation>
    </message>
    <message>
        <source>Cancellation started; refund under way</source>
        <translation>Cancellation started; refund under way</translation>
    </message>
    <message>
        <source>Payment started</source>
        <translation>Payment started</translation>
    </message>
    <message>
        <source>Unknown change %1</source>
        <comment>that this Deskbell has no word for</comment>
        <translation>Unknown change %1</translation>
    </message>
    <message>
        <source>Guest&apos;s data erased</source>
        <translation>Guest&apos;s data erased</translation>
    </message>
    <message>
        <source>Rooms swapped</source>
        <translation>Rooms swapped</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Requested</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>To assign</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>Arriving</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>In house</translation>
    </message>
    <message>
        <source>Departing</source>
        <translation>Departing</translation>
    </message>
    <message>
        <source>To admit</source>
        <translation>To admit</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>To hand out</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Ending</translation>
    </message>
    <message>
        <source>Filter: guest, room, code</source>
        <translation>Filter: guest, room, code</translation>
    </message>
    <message>
        <source>Filter: guest, performance, code</source>
        <translation>Filter: guest, performance, code</translation>
    </message>
    <message>
        <source>Filter: guest, title, code</source>
        <translation>Filter: guest, title, code</translation>
    </message>
    <message>
        <source>Search guest, phone, room, code</source>
        <translation>Search guest, phone, room, code</translation>
    </message>
    <message>
        <source>Search guest, phone, code</source>
        <translation>Search guest, phone, code</translation>
    </message>
    <message>
        <source>Search guest, phone, branch, code</source>
        <translation>Search guest, phone, branch, code</translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation>By arrival</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>By guest</source>
        <translation>By guest</translation>
    </message>
    <message>
        <source>By amount owed</source>
        <translation>By amount owed</translation>
    </message>
    <message>
        <source>By room</source>
        <translation>By room</translation>
    </message>
    <message>
        <source>By branch</source>
        <translation>By branch</translation>
    </message>
    <message>
        <source>By room or branch</source>
        <translation>By room or branch</translation>
    </message>
    <message>
        <source>By time received</source>
        <translation>By time received</translation>
    </message>
    <message>
        <source>Filter: guest, code</source>
        <translation>Filter: guest, code</translation>
    </message>
    <message>
        <source>Overstays</source>
        <translation>Overstays</translation>
    </message>
    <message>
        <source>By departure</source>
        <translation>By departure</translation>
    </message>
    <message>
        <source>By return</source>
        <translation>By return</translation>
    </message>
    <message>
        <source>By last day</source>
        <translation>By last day</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Deskbell is already open on this computer with the same data (%1).</source>
        <translation>Deskbell is already open on this computer with the same data (%1).</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written to. Is the disk full?</source>
        <translation>The data folder %1 cannot be written to. Is the disk full?</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Reservation moved</source>
        <translation>Reservation moved</translation>
    </message>
    <message>
        <source>Payment to be charged later</source>
        <translation>Payment to be charged later</translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation>Payment declined</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>Payment taken</translation>
    </message>
    <message>
        <source>Money refunded</source>
        <translation>Money refunded</translation>
    </message>
    <message>
        <source>To be sent by SMS</source>
        <translation>To be sent by SMS</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Delivery uncertain: being looked up</source>
        <translation>Delivery uncertain: being looked up</translation>
    </message>
    <message>
        <source>Accepted, not yet delivered</source>
        <translation>Accepted, not yet delivered</translation>
    </message>
    <message>
        <source>Delivered by SMS</source>
        <translation>Delivered by SMS</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Failed: the guest was not told</source>
        <translation>Failed: the guest was not told</translation>
    </message>
    <message>
        <source>Not sent: the guest wants no messages</source>
        <translation>Not sent: the guest wants no messages</translation>
    </message>
    <message>
        <source>KakaoTalk</source>
        <translation>KakaoTalk</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>File (development)</source>
        <translation>File (development)</translation>
    </message>
    <message>
        <source>%1, because KakaoTalk failed (code %2)</source>
        <translation>%1, because KakaoTalk failed (code %2)</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, code %2</translation>
    </message>
</context>
<context>
    <name>Offerings</name>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Awaiting a branch</source>
        <translation>Awaiting a branch</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Unassign the branch</source>
        <translation>Unassign the branch</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Hand out</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>The guest pays with the request and the room is held at once. You see only paid requests; a manager confirms or refunds them.</source>
        <translation>The guest pays with the request and the room is held at once. You see only paid requests; a manager confirms or refunds them.</translation>
    </message>
    <message>
        <source>The guest asks first. A manager checks, then confirms or rejects. The payment is collected after the confirmation.</source>
        <translation>The guest asks first. A manager checks, then confirms or rejects. The payment is collected after the confirmation.</translation>
    </message>
    <message>
        <source>The guest pays and the reservation is confirmed at once, without approval. If no room is left by then, the payment is refunded automatically.</source>
        <translation>The guest pays and the reservation is confirmed at once, without approval. If no room is left by then, the payment is refunded automatically.</translation>
    </message>
    <message>
        <source>A manager confirms, and the guest pays at the desk, by check-out at the latest. No payment is taken in advance.</source>
        <translation>A manager confirms, and the guest pays at the desk, by check-out at the latest. No payment is taken in advance.</translation>
    </message>
    <message>
        <source>Seats are held at once, or refused if too few are left. The payment is collected afterwards and confirms the tickets.</source>
        <translation>Seats are held at once, or refused if too few are left. The payment is collected afterwards and confirms the tickets.</translation>
    </message>
    <message>
        <source>A copy is held at once, free of charge. The branch that hands it out is chosen automatically; the copy is returned later.</source>
        <translation>A copy is held at once, free of charge. The branch that hands it out is chosen automatically; the copy is returned later.</translation>
    </message>
    <message>
        <source>Room type</source>
        <translation>Room type</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>performance, when</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>room type and its code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the branch</source>
        <translation>Change the branch</translation>
    </message>
    <message>
        <source>Choose branch</source>
        <translation>Choose branch</translation>
    </message>
    <message>
        <source>Change room</source>
        <translation>Change room</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Admit</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Desks and guests</source>
        <translation>Desks and guests</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Messages to guests</source>
        <translation>Messages to guests</translation>
    </message>
    <message>
        <source>Guests&apos; pages</source>
        <translation>Guests&apos; pages</translation>
    </message>
    <message>
        <source>Payments to charge</source>
        <translation>Payments to charge</translation>
    </message>
    <message>
        <source>Refunds to make</source>
        <translation>Refunds to make</translation>
    </message>
    <message>
        <source>Branches to assign</source>
        <translation>Branches to assign</translation>
    </message>
    <message>
        <source>Messages to send</source>
        <translation>Messages to send</translation>
    </message>
    <message>
        <source>Guests&apos; pages to update</source>
        <translation>Guests&apos; pages to update</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>What is reserved</source>
        <translation>What is reserved</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Confirmed by a manager</source>
        <translation>Confirmed by a manager</translation>
    </message>
    <message>
        <source>Place held</source>
        <translation>Place held</translation>
    </message>
    <message>
        <source>Room or branch</source>
        <translation>Room or branch</translation>
    </message>
    <message>
        <source>Preferred room</source>
        <translation>Preferred room</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Guest&apos;s name</source>
        <translation>Guest&apos;s name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Wants messages</source>
        <translation>Wants messages</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Total number</source>
        <translation>Total number</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>Base price</translation>
    </message>
    <message>
        <source>Maximum guests</source>
        <translation>Maximum guests</translation>
    </message>
    <message>
        <source>Order on the board</source>
        <translation>Order on the board</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>Business date</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Calls to the provider work as usual.</source>
        <translation>Calls to the provider work as usual.</translation>
    </message>
    <message>
        <source>Calls to the provider work as usual: of the last %1 calls, %2 % failed and %3 % were slow.</source>
        <translation>Calls to the provider work as usual: of the last %1 calls, %2 % failed and %3 % were slow.</translation>
    </message>
    <message>
        <source>Calls to the provider are paused for %1: of %2 calls, %3 % failed and %4 % were slow. Waiting work is done later.</source>
        <translation>Calls to the provider are paused for %1: of %2 calls, %3 % failed and %4 % were slow. Waiting work is done later.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Guest&apos;s page</source>
        <translation>Guest&apos;s page</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>from a desk or a guest&apos;s page, network address</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing was there</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>To be paid by</translation>
    </message>
    <message>
        <source>Unpaid reservations to release</source>
        <translation>Unpaid reservations to release</translation>
    </message>
    <message>
        <source>The provider is being tried again. After a few successful calls, work continues as usual.</source>
        <translation>The provider is being tried again. After a few successful calls, work continues as usual.</translation>
    </message>
    <message>
        <source>Guests&apos; cards to keep</source>
        <translation>Guests&apos; cards to keep</translation>
    </message>
    <message>
        <source>Guests&apos; cards to delete</source>
        <translation>Guests&apos; cards to delete</translation>
    </message>
    <message>
        <source>Guest&apos;s card</source>
        <translation>Guest&apos;s card</translation>
    </message>
    <message>
        <source>Signed-in desk</source>
        <translation>Signed-in desk</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>End a session</source>
        <translation>End a session</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Clerks may confirm their own reservations</source>
        <translation>Clerks may confirm their own reservations</translation>
    </message>
    <message>
        <source>Name generated by the import</source>
        <translation>Name generated by the import</translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation>Number of requests</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Takes no new reservations</source>
        <translation>Takes no new reservations</translation>
    </message>
    <message>
        <source>For sale</source>
        <translation>For sale</translation>
    </message>
    <message>
        <source>View guest data</source>
        <translation>View guest data</translation>
    </message>
    <message>
        <source>Earlier rooms</source>
        <translation>Earlier rooms</translation>
    </message>
    <message>
        <source>Unpaid since</source>
        <translation>Unpaid since</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Who confirms</source>
        <translation>Who confirms</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Time to pay</translation>
    </message>
    <message>
        <source>Who confirms, and time to pay</source>
        <translation>Who confirms, and time to pay</translation>
    </message>
</context>
<context>
    <name>Reconciliation</name>
    <message>
        <source>Charge missing from the folios</source>
        <translation>Charge missing from the folios</translation>
    </message>
    <message>
        <source>The provider has charged this amount, but no folio has the payment. Look up the order at the provider to see the time and the card. If you cannot tell whose payment it is, ask the provider to refund it.</source>
        <translation>The provider has charged this amount, but no folio has the payment. Look up the order at the provider to see the time and the card. If you cannot tell whose payment it is, ask the provider to refund it.</translation>
    </message>
    <message>
        <source>Refund missing from the folios</source>
        <translation>Refund missing from the folios</translation>
    </message>
    <message>
        <source>The provider has refunded this amount, but no desk requested it. It is not in the folio: do not refund it again.</source>
        <translation>The provider has refunded this amount, but no desk requested it. It is not in the folio: do not refund it again.</translation>
    </message>
    <message>
        <source>Charge missing at the provider</source>
        <translation>Charge missing at the provider</translation>
    </message>
    <message>
        <source>The folio shows this as paid, but the provider has no such charge. Ask the provider before you charge the guest again.</source>
        <translation>The folio shows this as paid, but the provider has no such charge. Ask the provider before you charge the guest again.</translation>
    </message>
    <message>
        <source>Refund missing at the provider</source>
        <translation>Refund missing at the provider</translation>
    </message>
    <message>
        <source>The folio shows this as refunded, but the provider has no such refund: the guest may still be waiting for it. Ask the provider.</source>
        <translation>The folio shows this as refunded, but the provider has no such refund: the guest may still be waiting for it. Ask the provider.</translation>
    </message>
    <message>
        <source>Charge amounts differ</source>
        <translation>Charge amounts differ</translation>
    </message>
    <message>
        <source>The guest&apos;s card statement shows the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</source>
        <translation>The guest&apos;s card statement shows the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</translation>
    </message>
    <message>
        <source>Refund amounts differ</source>
        <translation>Refund amounts differ</translation>
    </message>
    <message>
        <source>The guest has received the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</source>
        <translation>The guest has received the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</translation>
    </message>
    <message>
        <source>Charge outcomes differ</source>
        <translation>Charge outcomes differ</translation>
    </message>
    <message>
        <source>The provider has charged this amount, but the folio does not show it as paid. Do not charge the guest again. Ask the provider, and request a refund if the amount is not owed.</source>
        <translation>The provider has charged this amount, but the folio does not show it as paid. Do not charge the guest again. Ask the provider, and request a refund if the amount is not owed.</translation>
    </message>
    <message>
        <source>Refund outcomes differ</source>
        <translation>Refund outcomes differ</translation>
    </message>
    <message>
        <source>One side shows this as refunded, the other does not. Ask the provider before you tell the guest anything.</source>
        <translation>One side shows this as refunded, the other does not. Ask the provider before you tell the guest anything.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be read</source>
        <translation>The provider&apos;s answer could not be read</translation>
    </message>
    <message>
        <source>The provider&apos;s answer about this payment could not be read. Look it up at the provider, and tell the operator.</source>
        <translation>The provider&apos;s answer about this payment could not be read. Look it up at the provider, and tell the operator.</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>Partly refunded</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>–</source>
        <comment>this side has nothing</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>amount, state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n refund</numerusform>
            <numerusform>%n refunds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 compared, %3</source>
        <comment>payments, refunds, when</comment>
        <translation>%1 and %2 compared, %3</translation>
    </message>
    <message>
        <source>This day is not over yet. It is compared half an hour after midnight in the payment provider&apos;s time zone.</source>
        <translation>This day is not over yet. It is compared half an hour after midnight in the payment provider&apos;s time zone.</translation>
    </message>
    <message>
        <source>This day has not been compared: payment processing at the backend has stopped. Please tell the operator.</source>
        <translation>This day has not been compared: payment processing at the backend has stopped. Please tell the operator.</translation>
    </message>
    <message>
        <source>This day has not been compared: the payment provider does not answer at present. Once it does, the missed days of the last week are compared.</source>
        <translation>This day has not been compared: the payment provider does not answer at present. Once it does, the missed days of the last week are compared.</translation>
    </message>
    <message>
        <source>This day has not been compared yet. It is compared half an hour after midnight in the payment provider&apos;s time zone, and retried every ten minutes.</source>
        <translation>This day has not been compared yet. It is compared half an hour after midnight in the payment provider&apos;s time zone, and retried every ten minutes.</translation>
    </message>
    <message>
        <source>This day was not compared. The operator can run: deskbelld reconcile --day %1</source>
        <translation>This day was not compared. The operator can run: deskbelld reconcile --day %1</translation>
    </message>
    <message>
        <source>Ended without a payment</source>
        <translation>Ended without a payment</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something unexpected went wrong (%1).</source>
        <translation>Something unexpected went wrong (%1).</translation>
    </message>
    <message>
        <source>This reservation is not known to the backend.</source>
        <translation>This reservation is not known to the backend.</translation>
    </message>
    <message>
        <source>This has been carried out already; nothing was done twice.</source>
        <translation>This has been carried out already; nothing was done twice.</translation>
    </message>
    <message>
        <source>That is not possible any more: the reservation is now “%1”.</source>
        <translation>That is not possible any more: the reservation is now “%1”.</translation>
    </message>
    <message>
        <source>Your role (%1) may not do that. Please ask a manager.</source>
        <translation>Your role (%1) may not do that. Please ask a manager.</translation>
    </message>
    <message>
        <source>This room type does not exist any more.</source>
        <translation>This room type does not exist any more.</translation>
    </message>
    <message>
        <source>This room does not exist any more.</source>
        <translation>This room does not exist any more.</translation>
    </message>
    <message>
        <source>Room %1 is of another room type.</source>
        <translation>Room %1 is of another room type.</translation>
    </message>
    <message>
        <source>Reservations of this kind are not assigned a room.</source>
        <translation>Reservations of this kind are not assigned a room.</translation>
    </message>
    <message>
        <source>Room %1 is taken in these nights (%2 to %3).</source>
        <translation>Room %1 is taken in these nights (%2 to %3).</translation>
    </message>
    <message>
        <source>%1 is full on %2: %3 free, %4 wanted.</source>
        <translation>%1 is full on %2: %3 free, %4 wanted.</translation>
    </message>
    <message>
        <source>These dates cannot be reserved: %1 to %2. The departure must be after the arrival, within a year, and not in the past.</source>
        <translation>These dates cannot be reserved: %1 to %2. The departure must be after the arrival, within a year, and not in the past.</translation>
    </message>
    <message>
        <source>The number of rooms must be between 1 and 100.</source>
        <translation>The number of rooms must be between 1 and 100.</translation>
    </message>
    <message>
        <source>There must be one price for each night: %1 are needed, %2 were given.</source>
        <translation>There must be one price for each night: %1 are needed, %2 were given.</translation>
    </message>
    <message>
        <source>The guest&apos;s name is missing.</source>
        <translation>The guest&apos;s name is missing.</translation>
    </message>
    <message>
        <source>This text contains characters that cannot be stored.</source>
        <translation>This text contains characters that cannot be stored.</translation>
    </message>
    <message>
        <source>The name that the guest gave contains a link or a phone number.</source>
        <translation>The name that the guest gave contains a link or a phone number.</translation>
    </message>
    <message>
        <source>This currency is not known.</source>
        <translation>This currency is not known.</translation>
    </message>
    <message>
        <source>This room type is counted in another way; make a new reservation instead.</source>
        <translation>This room type is counted in another way; make a new reservation instead.</translation>
    </message>
    <message>
        <source>Please enter a reason; the guest will see it.</source>
        <translation>Please enter a reason; the guest will see it.</translation>
    </message>
    <message>
        <source>This amount is not possible.</source>
        <translation>This amount is not possible.</translation>
    </message>
    <message>
        <source>The reservation is priced in %1, not in %2.</source>
        <translation>The reservation is priced in %1, not in %2.</translation>
    </message>
    <message>
        <source>%1 is more than can still be charged (%2).</source>
        <translation>%1 is more than can still be charged (%2).</translation>
    </message>
    <message>
        <source>%1 is more than can be refunded (%2).</source>
        <translation>%1 is more than can be refunded (%2).</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>Nothing is left to pay.</translation>
    </message>
    <message>
        <source>The card has not been read. Please try at the terminal again.</source>
        <translation>The card has not been read. Please try at the terminal again.</translation>
    </message>
    <message>
        <source>This payment is not known to the backend.</source>
        <translation>This payment is not known to the backend.</translation>
    </message>
    <message>
        <source>This refund is not known to the backend.</source>
        <translation>This refund is not known to the backend.</translation>
    </message>
    <message>
        <source>A payment is still under way; wait for its outcome first.</source>
        <translation>A payment is still under way; wait for its outcome first.</translation>
    </message>
    <message>
        <source>%1 is still owed. Take the payment before the check-out.</source>
        <translation>%1 is still owed. Take the payment before the check-out.</translation>
    </message>
    <message>
        <source>The guest arrives on %1; the business date is %2.</source>
        <translation>The guest arrives on %1; the business date is %2.</translation>
    </message>
    <message>
        <source>A room has to be assigned first.</source>
        <translation>A room has to be assigned first.</translation>
    </message>
    <message>
        <source>The business date can only advance by one day, from %1.</source>
        <translation>The business date can only advance by one day, from %1.</translation>
    </message>
    <message>
        <source>This reservation procedure is not known.</source>
        <translation>This reservation procedure is not known.</translation>
    </message>
    <message>
        <source>This is not the address of a backend. An address looks like https://desk.example.com.</source>
        <translation>This is not the address of a backend. An address looks like https://desk.example.com.</translation>
    </message>
    <message>
        <source>Only an encrypted connection is used: the address must begin with https://.</source>
        <translation>Only an encrypted connection is used: the address must begin with https://.</translation>
    </message>
    <message>
        <source>The backend&apos;s certificate could not be verified; nothing was sent.</source>
        <translation>The backend&apos;s certificate could not be verified; nothing was sent.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait %1 seconds.</source>
        <translation>Too many attempts. Please wait %1 seconds.</translation>
    </message>
    <message>
        <source>This program is too old for the backend. Please update Deskbell.</source>
        <translation>This program is too old for the backend. Please update Deskbell.</translation>
    </message>
    <message>
        <source>The backend is too old for this program. Please tell the operator.</source>
        <translation>The backend is too old for this program. Please tell the operator.</translation>
    </message>
    <message>
        <source>%1 entries are still waiting to be sent.</source>
        <translation>%1 entries are still waiting to be sent.</translation>
    </message>
    <message>
        <source>Entries of another person are still waiting on this desk.</source>
        <translation>Entries of another person are still waiting on this desk.</translation>
    </message>
    <message>
        <source>The stored data was damaged and has been fetched again. Nothing you entered was lost.</source>
        <translation>The stored data was damaged and has been fetched again. Nothing you entered was lost.</translation>
    </message>
    <message>
        <source>The file with waiting entries was damaged and has been kept as %1. Please tell the operator before you enter anything again.</source>
        <translation>The file with waiting entries was damaged and has been kept as %1. Please tell the operator before you enter anything again.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be kept. Free some space, then try again.</source>
        <translation>The disk is full: nothing more can be kept. Free some space, then try again.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: you stay signed in until Deskbell is closed.</source>
        <translation>There is no keychain on this computer: you stay signed in until Deskbell is closed.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong. Reservations are not affected, but the times shown here are.</source>
        <translation>This computer&apos;s clock is wrong. Reservations are not affected, but the times shown here are.</translation>
    </message>
    <message>
        <source>The backend was restored from a backup. Please check the entries under Needs attention.</source>
        <translation>The backend was restored from a backup. Please check the entries under Needs attention.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again; what you entered is kept.</source>
        <translation>Your session has ended. Please sign in again; what you entered is kept.</translation>
    </message>
    <message>
        <source>The backend cannot be reached at the moment.</source>
        <translation>The backend cannot be reached at the moment.</translation>
    </message>
    <message>
        <source>The stored data was written by a newer Deskbell. Please update this one.</source>
        <translation>The stored data was written by a newer Deskbell. Please update this one.</translation>
    </message>
    <message>
        <source>It has been sent already and can no longer be withdrawn.</source>
        <translation>It has been sent already and can no longer be withdrawn.</translation>
    </message>
    <message>
        <source>This could not be kept on this computer. Please try again.</source>
        <translation>This could not be kept on this computer. Please try again.</translation>
    </message>
    <message>
        <source>Nothing can be kept in %1: the folder cannot be written to. Please tell the operator.</source>
        <translation>Nothing can be kept in %1: the folder cannot be written to. Please tell the operator.</translation>
    </message>
    <message>
        <source>The data kept on this computer is damaged. Please close Deskbell and open it again.</source>
        <translation>The data kept on this computer is damaged. Please close Deskbell and open it again.</translation>
    </message>
    <message>
        <source>This entry is too old to be carried out. Please check the reservation and enter it again.</source>
        <translation>This entry is too old to be carried out. Please check the reservation and enter it again.</translation>
    </message>
    <message>
        <source>An earlier entry that this one depends on was never carried out.</source>
        <translation>An earlier entry that this one depends on was never carried out.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this desk.</source>
        <translation>Nobody is signed in on this desk.</translation>
    </message>
    <message>
        <source>The desk is still being opened. Please try again in a moment.</source>
        <translation>The desk is still being opened. Please try again in a moment.</translation>
    </message>
    <message>
        <source>This account belongs to no property. Please tell the operator.</source>
        <translation>This account belongs to no property. Please tell the operator.</translation>
    </message>
    <message>
        <source>The backend did not answer. Deskbell will try again.</source>
        <translation>The backend did not answer. Deskbell will try again.</translation>
    </message>
    <message>
        <source>The backend has a different entry with the same number. Please tell the operator.</source>
        <translation>The backend has a different entry with the same number. Please tell the operator.</translation>
    </message>
    <message>
        <source>The card could not be read. Please try again.</source>
        <translation>The card could not be read. Please try again.</translation>
    </message>
    <message>
        <source>The card payment was cancelled at the terminal; nothing was charged.</source>
        <translation>The card payment was cancelled at the terminal; nothing was charged.</translation>
    </message>
    <message>
        <source>The card terminal does not answer. Is it switched on?</source>
        <translation>The card terminal does not answer. Is it switched on?</translation>
    </message>
    <message>
        <source>The backend cannot read this entry. Please enter it again, and tell the operator if it happens again.</source>
        <translation>The backend cannot read this entry. Please enter it again, and tell the operator if it happens again.</translation>
    </message>
    <message>
        <source>The price has changed in the meantime.</source>
        <translation>The price has changed in the meantime.</translation>
    </message>
    <message>
        <source>This notice is not known to the backend.</source>
        <translation>This notice is not known to the backend.</translation>
    </message>
    <message>
        <source>%1 has no room to assign.</source>
        <translation>%1 has no room to assign.</translation>
    </message>
    <message>
        <source>Room %1 is used by reservations: move them first.</source>
        <translation>Room %1 is used by reservations: move them first.</translation>
    </message>
    <message>
        <source>A name and a short code are needed.</source>
        <translation>A name and a short code are needed.</translation>
    </message>
    <message>
        <source>%1 is not a valid number here.</source>
        <translation>%1 is not a valid number here.</translation>
    </message>
    <message>
        <source>%3 of %1 are already sold; the total cannot be %2.</source>
        <translation>%3 of %1 are already sold; the total cannot be %2.</translation>
    </message>
    <message>
        <source>%1 is on another date (%2). The date cannot change once guests have reserved it.</source>
        <translation>%1 is on another date (%2). The date cannot change once guests have reserved it.</translation>
    </message>
    <message>
        <source>This performance does not exist any more.</source>
        <translation>This performance does not exist any more.</translation>
    </message>
    <message>
        <source>This title does not exist any more.</source>
        <translation>This title does not exist any more.</translation>
    </message>
    <message>
        <source>This branch does not exist any more.</source>
        <translation>This branch does not exist any more.</translation>
    </message>
    <message>
        <source>%1 does not hand out this title.</source>
        <translation>%1 does not hand out this title.</translation>
    </message>
    <message>
        <source>Seats are not assigned to tickets here.</source>
        <translation>Seats are not assigned to tickets here.</translation>
    </message>
    <message>
        <source>A reservation of several copies is not assigned a branch.</source>
        <translation>A reservation of several copies is not assigned a branch.</translation>
    </message>
    <message>
        <source>No branch hands out %1.</source>
        <translation>No branch hands out %1.</translation>
    </message>
    <message>
        <source>%1 has copies reserved or handed out: they must be returned first.</source>
        <translation>%1 has copies reserved or handed out: they must be returned first.</translation>
    </message>
    <message>
        <source>%1: %3 seats are left, %4 were wanted.</source>
        <translation>%1: %3 seats are left, %4 were wanted.</translation>
    </message>
    <message>
        <source>%1: %3 copies are left, %4 were wanted.</source>
        <translation>%1: %3 copies are left, %4 were wanted.</translation>
    </message>
    <message>
        <source>Seats cannot be reserved for %1: it is in the past, or not the day of the performance.</source>
        <translation>Seats cannot be reserved for %1: it is in the past, or not the day of the performance.</translation>
    </message>
    <message>
        <source>It cannot be lent from %1 to %2. The return date must be after the loan date, within a year, and not in the past.</source>
        <translation>It cannot be lent from %1 to %2. The return date must be after the loan date, within a year, and not in the past.</translation>
    </message>
    <message>
        <source>The number of seats must be between 1 and 100.</source>
        <translation>The number of seats must be between 1 and 100.</translation>
    </message>
    <message>
        <source>The number of copies must be between 1 and 100.</source>
        <translation>The number of copies must be between 1 and 100.</translation>
    </message>
    <message>
        <source>There must be one price for all seats together.</source>
        <translation>There must be one price for all seats together.</translation>
    </message>
    <message>
        <source>There must be one price for all copies together.</source>
        <translation>There must be one price for all copies together.</translation>
    </message>
    <message>
        <source>A seat reservation cannot become another kind; make a new reservation instead.</source>
        <translation>A seat reservation cannot become another kind; make a new reservation instead.</translation>
    </message>
    <message>
        <source>A loan cannot become another kind; make a new reservation instead.</source>
        <translation>A loan cannot become another kind; make a new reservation instead.</translation>
    </message>
    <message>
        <source>%1 is still owed. Take the payment first.</source>
        <translation>%1 is still owed. Take the payment first.</translation>
    </message>
    <message>
        <source>The performance is on %1; the business date is %2.</source>
        <translation>The performance is on %1; the business date is %2.</translation>
    </message>
    <message>
        <source>It is reserved from %1; the business date is %2.</source>
        <translation>It is reserved from %1; the business date is %2.</translation>
    </message>
    <message>
        <source>A branch has to be chosen first.</source>
        <translation>A branch has to be chosen first.</translation>
    </message>
    <message>
        <source>It was not paid in time and was released.</source>
        <translation>It was not paid in time and was released.</translation>
    </message>
    <message>
        <source>The user name or password is incorrect.</source>
        <translation>The user name or password is incorrect.</translation>
    </message>
    <message>
        <source>Live updates are blocked on the way to the backend, perhaps by a proxy. Everything still works, but changes by others appear a few seconds later.</source>
        <translation>Live updates are blocked on the way to the backend, perhaps by a proxy. Everything still works, but changes by others appear a few seconds later.</translation>
    </message>
    <message>
        <source>The backend did not answer in time.</source>
        <translation>The backend did not answer in time.</translation>
    </message>
    <message>
        <source>The backend is still working on this; it will be sent again in a moment.</source>
        <translation>The backend is still working on this; it will be sent again in a moment.</translation>
    </message>
    <message>
        <source>The backend cannot do this at the moment; it will be sent again until it succeeds.</source>
        <translation>The backend cannot do this at the moment; it will be sent again until it succeeds.</translation>
    </message>
    <message>
        <source>Payment is due with the reservation: %1.</source>
        <translation>Payment is due with the reservation: %1.</translation>
    </message>
    <message>
        <source>This reservation procedure does not charge a card later.</source>
        <translation>This reservation procedure does not charge a card later.</translation>
    </message>
    <message>
        <source>The guest gave no phone number.</source>
        <translation>The guest gave no phone number.</translation>
    </message>
    <message>
        <source>The guest already has %2 unpaid reservations; %1 are allowed.</source>
        <translation>The guest already has %2 unpaid reservations; %1 are allowed.</translation>
    </message>
    <message>
        <source>This text is too long; at most %1 characters are allowed.</source>
        <translation>This text is too long; at most %1 characters are allowed.</translation>
    </message>
    <message>
        <source>The backend at %2 is not the one that this desk works with (%1). Nothing was sent to it.</source>
        <translation>The backend at %2 is not the one that this desk works with (%1). Nothing was sent to it.</translation>
    </message>
    <message>
        <source>The server at %1 could not prove that it is a Deskbell backend. Nothing was sent.</source>
        <translation>The server at %1 could not prove that it is a Deskbell backend. Nothing was sent.</translation>
    </message>
    <message>
        <source>The backend refused this desk. Please try again, and tell the operator if it happens again.</source>
        <translation>The backend refused this desk. Please try again, and tell the operator if it happens again.</translation>
    </message>
    <message>
        <source>The new password is too short: at least 10 characters are needed.</source>
        <translation>The new password is too short: at least 10 characters are needed.</translation>
    </message>
    <message>
        <source>The new password is too long.</source>
        <translation>The new password is too long.</translation>
    </message>
    <message>
        <source>This password is too common. Please choose another one.</source>
        <translation>This password is too common. Please choose another one.</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>This session has ended already.</translation>
    </message>
    <message>
        <source>Too many requests came from the same place.</source>
        <translation>Too many requests came from the same place.</translation>
    </message>
    <message>
        <source>The card was declined and the reservation was released.</source>
        <translation>The card was declined and the reservation was released.</translation>
    </message>
    <message>
        <source>The backend cannot be reached. Check the address and the network. People who have signed in on this desk before can work offline.</source>
        <translation>The backend cannot be reached. Check the address and the network. People who have signed in on this desk before can work offline.</translation>
    </message>
    <message>
        <source>A proxy or a Wi-Fi sign-in page answered instead of the backend.</source>
        <translation>A proxy or a Wi-Fi sign-in page answered instead of the backend.</translation>
    </message>
    <message>
        <source>The backend can be reached but is not working at the moment. People who have signed in on this desk before can work offline.</source>
        <translation>The backend can be reached but is not working at the moment. People who have signed in on this desk before can work offline.</translation>
    </message>
    <message>
        <source>The current password is wrong. Nothing was changed.</source>
        <translation>The current password is wrong. Nothing was changed.</translation>
    </message>
    <message>
        <source>The backend could not store the password. Please try again.</source>
        <translation>The backend could not store the password. Please try again.</translation>
    </message>
    <message>
        <source>Your account has no access to this property.</source>
        <translation>Your account has no access to this property.</translation>
    </message>
    <message>
        <source>The backend does not know this property.</source>
        <translation>The backend does not know this property.</translation>
    </message>
    <message>
        <source>This desk has signed in as a new device; the entry will be sent again.</source>
        <translation>This desk has signed in as a new device; the entry will be sent again.</translation>
    </message>
    <message>
        <source>The backend does not know this request.</source>
        <translation>The backend does not know this request.</translation>
    </message>
    <message>
        <source>This password is too similar to a name. Please choose another one.</source>
        <translation>This password is too similar to a name. Please choose another one.</translation>
    </message>
    <message>
        <source>%2 is still in room %1. Check them out first, or assign another room.</source>
        <translation>%2 is still in room %1. Check them out first, or assign another room.</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>There is no time zone %1.</translation>
    </message>
    <message>
        <source>There must be at least one adult.</source>
        <translation>There must be at least one adult.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime (%1). Your changes were not saved.</source>
        <translation>Somebody else has changed this in the meantime (%1). Your changes were not saved.</translation>
    </message>
    <message>
        <source>%1 guests are too many: the maximum is %2.</source>
        <translation>%1 guests are too many: the maximum is %2.</translation>
    </message>
    <message>
        <source>There is already a room called %1.</source>
        <translation>There is already a room called %1.</translation>
    </message>
    <message>
        <source>There is already a property called %1.</source>
        <translation>There is already a property called %1.</translation>
    </message>
    <message>
        <source>The guest&apos;s data was erased. Nothing more can be entered here.</source>
        <translation>The guest&apos;s data was erased. Nothing more can be entered here.</translation>
    </message>
    <message>
        <source>It is closed: no new reservations are taken for it.</source>
        <translation>It is closed: no new reservations are taken for it.</translation>
    </message>
    <message>
        <source>Room %1 is closed: it cannot be assigned to new guests.</source>
        <translation>Room %1 is closed: it cannot be assigned to new guests.</translation>
    </message>
    <message>
        <source>It still has rooms, or reservations that are not over.</source>
        <translation>It still has rooms, or reservations that are not over.</translation>
    </message>
    <message>
        <source>The two stays have no night in common in which they could swap rooms.</source>
        <translation>The two stays have no night in common in which they could swap rooms.</translation>
    </message>
    <message>
        <source>It has been changed since, and can no longer be undone.</source>
        <translation>It has been changed since, and can no longer be undone.</translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>cannot read %1: %2</source>
        <translation>cannot read %1: %2</translation>
    </message>
    <message>
        <source>%1 can be read by others; make it readable only by you (chmod 600)</source>
        <translation>%1 can be read by others; make it readable only by you (chmod 600)</translation>
    </message>
    <message>
        <source>The front desk of a hotel.</source>
        <translation>The front desk of a hotel.</translation>
    </message>
    <message>
        <source>Folder of this desk&apos;s data.</source>
        <translation>Folder of this desk&apos;s data.</translation>
    </message>
    <message>
        <source>The backend&apos;s address.</source>
        <translation>The backend&apos;s address.</translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation>Language: ko or en.</translation>
    </message>
    <message>
        <source>Colour scheme: light or dark.</source>
        <translation>Colour scheme: light or dark.</translation>
    </message>
    <message>
        <source>Sign in with this user name; needs --password-file.</source>
        <translation>Sign in with this user name; needs --password-file.</translation>
    </message>
    <message>
        <source>File with the password in its first line, readable only by you.</source>
        <translation>File with the password in its first line, readable only by you.</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>unexpected argument: %1</translation>
    </message>
    <message>
        <source>unknown language: %1</source>
        <translation>unknown language: %1</translation>
    </message>
    <message>
        <source>unknown colour scheme: %1</source>
        <translation>unknown colour scheme: %1</translation>
    </message>
    <message>
        <source>not an address: %1</source>
        <translation>not an address: %1</translation>
    </message>
    <message>
        <source>--sign-in-as needs --server and --password-file</source>
        <translation>--sign-in-as needs --server and --password-file</translation>
    </message>
    <message>
        <source>Print the steps of the start with their times to standard error.</source>
        <translation>Print the steps of the start with their times to standard error.</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>No card</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>Approved by the guest</source>
        <translation>Approved by the guest</translation>
    </message>
    <message>
        <source>Kept for the payment</source>
        <translation>Kept for the payment</translation>
    </message>
    <message>
        <source>Could not be kept</source>
        <translation>Could not be kept</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>(needs a newer Deskbell)</source>
        <translation>(needs a newer Deskbell)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removed</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>, </source>
        <comment>between a guest, a room and a reservation&apos;s code</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what was asked, of which reservation</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>unknown room</source>
        <translation>unknown room</translation>
    </message>
    <message>
        <source>unknown room type</source>
        <translation>unknown room type</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>Awaiting confirmation</source>
        <translation>Awaiting confirmation</translation>
    </message>
    <message>
        <source>Awaiting a room</source>
        <translation>Awaiting a room</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>In house</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>Departed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>The guest is waiting for the hotel&apos;s answer.</source>
        <translation>The guest is waiting for the hotel&apos;s answer.</translation>
    </message>
    <message>
        <source>The guest has yet to pay.</source>
        <translation>The guest has yet to pay.</translation>
    </message>
    <message>
        <source>A manager has to confirm or reject it.</source>
        <translation>A manager has to confirm or reject it.</translation>
    </message>
    <message>
        <source>A room is being assigned.</source>
        <translation>A room is being assigned.</translation>
    </message>
    <message>
        <source>The guest is expected.</source>
        <translation>The guest is expected.</translation>
    </message>
    <message>
        <source>The guest is in the house.</source>
        <translation>The guest is in the house.</translation>
    </message>
    <message>
        <source>The guest has left.</source>
        <translation>The guest has left.</translation>
    </message>
    <message>
        <source>The reservation was cancelled.</source>
        <translation>The reservation was cancelled.</translation>
    </message>
    <message>
        <source>The hotel rejected the request.</source>
        <translation>The hotel rejected the request.</translation>
    </message>
    <message>
        <source>The guest did not come.</source>
        <translation>The guest did not come.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Bank transfer</translation>
    </message>
    <message>
        <source>Accepted, to be charged</source>
        <translation>Accepted, to be charged</translation>
    </message>
    <message>
        <source>Being charged</source>
        <translation>Being charged</translation>
    </message>
    <message>
        <source>Provider busy: will be charged later</source>
        <translation>Provider busy: will be charged later</translation>
    </message>
    <message>
        <source>Outcome unknown: being looked up</source>
        <translation>Outcome unknown: being looked up</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Withdrawn, nothing charged</source>
        <translation>Withdrawn, nothing charged</translation>
    </message>
    <message>
        <source>Refund on its way</source>
        <translation>Refund on its way</translation>
    </message>
    <message>
        <source>Refund outcome unknown: being looked up</source>
        <translation>Refund outcome unknown: being looked up</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Refund failed</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Sent, no answer yet: asking again</source>
        <translation>Sent, no answer yet: asking again</translation>
    </message>
    <message>
        <source>On hold: an earlier request was refused</source>
        <translation>On hold: an earlier request was refused</translation>
    </message>
    <message>
        <source>Accepted, being applied</source>
        <translation>Accepted, being applied</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Paid with the request</source>
        <translation>Paid with the request</translation>
    </message>
    <message>
        <source>On request, paid after confirmation</source>
        <translation>On request, paid after confirmation</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>Instant</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Paid at the hotel</source>
        <translation>Paid at the hotel</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Travel site</source>
        <translation>Travel site</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>New reservation</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Cancel reservation</source>
        <translation>Cancel reservation</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Assign a room</source>
        <translation>Assign a room</translation>
    </message>
    <message>
        <source>Unassign the room</source>
        <translation>Unassign the room</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Check out</translation>
    </message>
    <message>
        <source>Edit guest</source>
        <translation>Edit guest</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Edit note</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>Take a payment</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Record a payment outcome</source>
        <translation>Record a payment outcome</translation>
    </message>
    <message>
        <source>Record a refund outcome</source>
        <translation>Record a refund outcome</translation>
    </message>
    <message>
        <source>Close the business day</source>
        <translation>Close the business day</translation>
    </message>
    <message>
        <source>Change the reservation procedure</source>
        <translation>Change the reservation procedure</translation>
    </message>
    <message>
        <source>Reserve %1, %2</source>
        <translation>Reserve %1, %2</translation>
    </message>
    <message>
        <source>Move to %1, %2</source>
        <translation>Move to %1, %2</translation>
    </message>
    <message>
        <source>Assign room %1</source>
        <translation>Assign room %1</translation>
    </message>
    <message>
        <source>Take %1, %2</source>
        <translation>Take %1, %2</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>Open the business day %1</source>
        <translation>Open the business day %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Unknown person</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Record a message outcome</source>
        <translation>Record a message outcome</translation>
    </message>
    <message>
        <source>Assign a free unit</source>
        <translation>Assign a free unit</translation>
    </message>
    <message>
        <source>Set up what can be reserved</source>
        <translation>Set up what can be reserved</translation>
    </message>
    <message>
        <source>Set up a room or a branch</source>
        <translation>Set up a room or a branch</translation>
    </message>
    <message>
        <source>unknown branch</source>
        <translation>unknown branch</translation>
    </message>
    <message>
        <source>unknown performance</source>
        <translation>unknown performance</translation>
    </message>
    <message>
        <source>unknown title</source>
        <translation>unknown title</translation>
    </message>
    <message>
        <source>Reserve %1, %2, %3</source>
        <comment>what, when, how many rooms, seats or copies</comment>
        <translation>Reserve %1, %2, %3</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Set up %1</translation>
    </message>
    <message>
        <source>Choose branch %1</source>
        <translation>Choose branch %1</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Being cancelled</translation>
    </message>
    <message>
        <source>The refund is under way; the room is free once it is done.</source>
        <translation>The refund is under way; the room is free once it is done.</translation>
    </message>
    <message>
        <source>Record a card outcome</source>
        <translation>Record a card outcome</translation>
    </message>
    <message>
        <source>another guest</source>
        <translation>another guest</translation>
    </message>
    <message>
        <source>Change the property</source>
        <translation>Change the property</translation>
    </message>
    <message>
        <source>Edit guest: %1</source>
        <comment>name, phone, e-mail</comment>
        <translation>Edit guest: %1</translation>
    </message>
    <message>
        <source>Travel agency</source>
        <translation>Travel agency</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Deskbell (payments)</source>
        <translation>Deskbell (payments)</translation>
    </message>
    <message>
        <source>Deskbell (assignment)</source>
        <translation>Deskbell (assignment)</translation>
    </message>
    <message>
        <source>Deskbell (messages)</source>
        <translation>Deskbell (messages)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Release unpaid reservations</source>
        <translation>Release unpaid reservations</translation>
    </message>
    <message>
        <source>Erase the guest&apos;s data</source>
        <translation>Erase the guest&apos;s data</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Delete %1</translation>
    </message>
    <message>
        <source>Close %1 for sale</source>
        <translation>Close %1 for sale</translation>
    </message>
    <message>
        <source>Erased guest</source>
        <translation>Erased guest</translation>
    </message>
    <message>
        <source>Deskbell (data protection)</source>
        <translation>Deskbell (data protection)</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <comment>a room or a type</comment>
        <translation>%1, closed</translation>
    </message>
    <message>
        <source>Swap rooms</source>
        <translation>Swap rooms</translation>
    </message>
    <message>
        <source>Swap rooms with %1</source>
        <comment>a guest</comment>
        <translation>Swap rooms with %1</translation>
    </message>
    <message>
        <source>A manager</source>
        <translation>A manager</translation>
    </message>
    <message>
        <source>Nobody, it is automatic</source>
        <translation>Nobody, it is automatic</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>No limit</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AboutDialog</name>
    <message>
        <source>Version %1. The front desk that keeps working offline: what you enter is kept, shown as waiting, and carried out exactly once.</source>
        <translation>Version %1. The front desk that keeps working offline: what you enter is kept, shown as waiting, and carried out exactly once.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AssignDialog</name>
    <message>
        <source>Room number</source>
        <translation>Room number</translation>
    </message>
    <message>
        <source>Free rooms</source>
        <translation>Free rooms</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Assign</translation>
    </message>
    <message>
        <source>%1, preferred</source>
        <translation>%1, preferred</translation>
    </message>
    <message>
        <source>No room of this type is free for the whole stay. Move this reservation or another one.</source>
        <translation>No room of this type is free for the whole stay. Move this reservation or another one.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>C&amp;hange</translation>
    </message>
    <message>
        <source>No other branch hands out this title.</source>
        <translation>No other branch hands out this title.</translation>
    </message>
    <message>
        <source>%1, still occupied</source>
        <translation>%1, still occupied</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AttentionCardView</name>
    <message>
        <source>The property</source>
        <translation>The property</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>Your request</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, at %2</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Why it stopped</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Why it was refused</translation>
    </message>
    <message>
        <source>An earlier request that this one depends on was refused, so this one was not processed.</source>
        <translation>An earlier request that this one depends on was refused, so this one was not processed.</translation>
    </message>
    <message>
        <source>Current state</source>
        <translation>Current state</translation>
    </message>
    <message>
        <source>You can</source>
        <translation>You can</translation>
    </message>
    <message>
        <source>%1
%2 (%3, %4)</source>
        <comment>state; last thing done, who, when</comment>
        <translation>%1
%2 (%3, %4)</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>state, stay, room</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AuditDialog</name>
    <message>
        <source>All commands at this property, newest first. Select one to see its changes below.</source>
        <translation>All commands at this property, newest first. Select one to see its changes below.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Refresh</translation>
    </message>
    <message>
        <source>Show &amp;earlier entries</source>
        <translation>Show &amp;earlier entries</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservation</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>From where</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>All of the property</source>
        <translation>All of the property</translation>
    </message>
    <message>
        <source>Only the reservation %1</source>
        <translation>Only the reservation %1</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>Asking the backend…</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>The audit log is kept at the backend. You can read it when the connection is restored.</source>
        <translation>The audit log is kept at the backend. You can read it when the connection is restored.</translation>
    </message>
    <message>
        <source>%1 – refused</source>
        <translation>%1 – refused</translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <translation>%1 was refused: %2</translation>
    </message>
    <message>
        <source>%1 changed nothing.</source>
        <translation>%1 changed nothing.</translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1, by %2, %3</translation>
    </message>
    <message>
        <source>(not recorded)</source>
        <translation>(not recorded)</translation>
    </message>
    <message>
        <source>changed; see the reservation</source>
        <translation>changed; see the reservation</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit log</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::BackendView</name>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>The state of the backend is unknown while this desk is offline.</source>
        <translation>The state of the backend is unknown while this desk is offline.</translation>
    </message>
    <message>
        <source>The backend is not reporting its state at the moment.</source>
        <translation>The backend is not reporting its state at the moment.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 of %2 running</translation>
    </message>
    <message>
        <source>provider paused</source>
        <translation>provider paused</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>%1, the oldest for %2</source>
        <comment>how many wait, how long</comment>
        <translation>%1, the oldest for %2</translation>
    </message>
    <message>
        <source>provider tried again</source>
        <translation>provider tried again</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>how many wait</comment>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::Board</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::BoardCorner</name>
    <message>
        <source>Room type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::CloseDayDialog</name>
    <message>
        <source>Close the business day</source>
        <translation>Close the business day</translation>
    </message>
    <message>
        <source>%1 ends and %2 begins, for all desks. This cannot be undone.</source>
        <translation>%1 ends and %2 begins, for all desks. This cannot be undone.</translation>
    </message>
    <message>
        <source>&amp;Open %1</source>
        <translation>&amp;Open %1</translation>
    </message>
    <message>
        <source>Nothing is left to do for this day.</source>
        <translation>Nothing is left to do for this day.</translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s) have not arrived</source>
        <translation>
            <numerusform>%n reservation has not arrived</numerusform>
            <numerusform>%n reservations have not arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) due to leave are still here</source>
        <translation>
            <numerusform>%n guest due to leave is still here</numerusform>
            <numerusform>%n guests due to leave are still here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of this desk wait to be sent</source>
        <translation>
            <numerusform>%n entry of this desk waits to be sent</numerusform>
            <numerusform>%n entries of this desk wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) are under way</source>
        <translation>
            <numerusform>%n payment is under way</numerusform>
            <numerusform>%n payments are under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departed guest(s) still owe money</source>
        <translation>
            <numerusform>%n departed guest still owes money</numerusform>
            <numerusform>%n departed guests still owe money</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has already closed this day.</source>
        <translation>Somebody has already closed this day.</translation>
    </message>
    <message>
        <source>The day is closed for all desks, so this needs a connection to the backend.</source>
        <translation>The day is closed for all desks, so this needs a connection to the backend.</translation>
    </message>
    <message>
        <source>Guests who have not arrived stay expected; guests who have not left keep their rooms tonight.</source>
        <translation>Guests who have not arrived stay expected; guests who have not left keep their rooms tonight.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::Confirmation</name>
    <message>
        <source>Kept, being sent: %1</source>
        <translation>Kept, being sent: %1</translation>
    </message>
    <message>
        <source>Kept; the backend is slow to answer: %1</source>
        <translation>Kept; the backend is slow to answer: %1</translation>
    </message>
    <message>
        <source>Kept on this desk, sent when back online: %1</source>
        <translation>Kept on this desk, sent when back online: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Done: %1</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::DeskDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>%1 of %2 could not be kept: %3</source>
        <comment>how many, of how many, why</comment>
        <translation>%1 of %2 could not be kept: %3</translation>
    </message>
    <message>
        <source>Your changes are not saved. Press Escape again to discard them.</source>
        <translation>Your changes are not saved. Press Escape again to discard them.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was asked: why not</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::EmptyHouse</name>
    <message>
        <source>There are no rooms yet</source>
        <translation>There are no rooms yet</translation>
    </message>
    <message>
        <source>An administrator sets up the room types and rooms first.</source>
        <translation>An administrator sets up the room types and rooms first.</translation>
    </message>
    <message>
        <source>Set up &amp;what can be reserved…</source>
        <translation>Set up &amp;what can be reserved…</translation>
    </message>
    <message>
        <source>Add the room types first, then their rooms. After that, reservations can be taken.</source>
        <translation>Add the room types first, then their rooms. After that, reservations can be taken.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::FirstSyncPage</name>
    <message>
        <source>Progress of the first fetch</source>
        <translation>Progress of the first fetch</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>%1 of %2 rows. This is done only once; later the desk starts at once, even without a network.</source>
        <translation>%1 of %2 rows. This is done only once; later the desk starts at once, even without a network.</translation>
    </message>
    <message>
        <source>Asking the backend. This is done only once; later the desk starts at once, even without a network.</source>
        <translation>Asking the backend. This is done only once; later the desk starts at once, even without a network.</translation>
    </message>
    <message>
        <source>The backend cannot be reached, and nothing is stored on this desk yet. Deskbell keeps trying.</source>
        <translation>The backend cannot be reached, and nothing is stored on this desk yet. Deskbell keeps trying.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Opening the desk…</translation>
    </message>
    <message>
        <source>Connecting to the backend.</source>
        <translation>Connecting to the backend.</translation>
    </message>
    <message>
        <source>Fetching the property…</source>
        <translation>Fetching the property…</translation>
    </message>
    <message>
        <source>No data for the property yet</source>
        <translation>No data for the property yet</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestDataDialog</name>
    <message>
        <source>Data kept about %1</source>
        <translation>Data kept about %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Save a copy…</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Erase</translation>
    </message>
    <message>
        <source>Reservations of this guest</source>
        <translation>Reservations of this guest</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation>Matched by</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>room type, room</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Contact data</source>
        <translation>Contact data</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Name only</translation>
    </message>
    <message numerus="yes">
        <source>Erase name, phone, e-mail, notes and reasons of %n reservation(s) &amp;for good</source>
        <translation>
            <numerusform>Erase name, phone, e-mail, notes and reasons of %n reservation &amp;for good</numerusform>
            <numerusform>Erase name, phone, e-mail, notes and reasons of %n reservations &amp;for good</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>Asking the backend…</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not over yet or already erased, and stays unchanged.</source>
        <translation>
            <numerusform>%n of them is not over yet or already erased, and stays unchanged.</numerusform>
            <numerusform>%n of them are not over yet or already erased, and stay unchanged.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backend cannot be reached. It is asked again when the connection is restored.</source>
        <translation>The backend cannot be reached. It is asked again when the connection is restored.</translation>
    </message>
    <message>
        <source>The data is erased here, at the backend and at every desk, and cannot be restored. Stays and amounts remain.</source>
        <translation>The data is erased here, at the backend and at every desk, and cannot be restored. Stays and amounts remain.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Data (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 could not be written: %2</translation>
    </message>
    <message>
        <source>Reservations with the same name and the same phone number or e-mail address are ticked. Tick others only if they belong to the same person.</source>
        <translation>Reservations with the same name and the same phone number or e-mail address are ticked. Tick others only if they belong to the same person.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Contact data, other name</source>
        <translation>Contact data, other name</translation>
    </message>
    <message>
        <source>Some amounts are not settled: settle them first. Once the data is erased, nobody can tell whose they are, and erasing cannot be undone.</source>
        <translation>Some amounts are not settled: settle them first. Once the data is erased, nobody can tell whose they are, and erasing cannot be undone.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestDialog</name>
    <message>
        <source>Guest details</source>
        <translation>Guest details</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestForm</name>
    <message>
        <source>Guest&apos;s &amp;name</source>
        <translation>Guest&apos;s &amp;name</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>E-ma&amp;il</translation>
    </message>
    <message>
        <source>Co&amp;untry</source>
        <translation>Co&amp;untry</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Send messages about this reservation</source>
        <translation>Send messages about this reservation</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>The guest&apos;s name is missing.</source>
        <translation>The guest&apos;s name is missing.</translation>
    </message>
    <message>
        <source>The phone number contains invalid characters.</source>
        <translation>The phone number contains invalid characters.</translation>
    </message>
    <message>
        <source>The e-mail address is not complete.</source>
        <translation>The e-mail address is not complete.</translation>
    </message>
    <message>
        <source>Send messages (needs a phone number)</source>
        <translation>Send messages (needs a phone number)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::LinkBadge</name>
    <message>
        <source>Entries waiting to be sent or needing attention (F8)</source>
        <translation>Entries waiting to be sent or needing attention (F8)</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Catching up…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching the property…</source>
        <translation>Fetching the property…</translation>
    </message>
    <message>
        <source>Slow to answer</source>
        <translation>Slow to answer</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>what was asked: why not</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A week &amp;earlier</source>
        <translation>A week &amp;earlier</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Today</translation>
    </message>
    <message>
        <source>A week &amp;later</source>
        <translation>A week &amp;later</translation>
    </message>
    <message>
        <source>Go to a &amp;date…</source>
        <translation>Go to a &amp;date…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Search…</translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation>&amp;Filter the queue</translation>
    </message>
    <message>
        <source>Go to the &amp;board</source>
        <translation>Go to the &amp;board</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>Reservation &amp;panel</source>
        <translation>Reservation &amp;panel</translation>
    </message>
    <message>
        <source>Sign o&amp;ut…</source>
        <translation>Sign o&amp;ut…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;About Deskbell</source>
        <translation>&amp;About Deskbell</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>Li&amp;ght</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>Da&amp;rk</translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation>&amp;Desk</translation>
    </message>
    <message>
        <source>&amp;Reservation</source>
        <translation>&amp;Reservation</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>&amp;Reserve here…</source>
        <translation>&amp;Reserve here…</translation>
    </message>
    <message>
        <source>Performa&amp;nces and titles</source>
        <translation>Performa&amp;nces and titles</translation>
    </message>
    <message>
        <source>&amp;What can be reserved…</source>
        <translation>&amp;What can be reserved…</translation>
    </message>
    <message>
        <source>Main view</source>
        <translation>Main view</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>Performances and titles</source>
        <translation>Performances and titles</translation>
    </message>
    <message>
        <source>&amp;Payment reconciliation…</source>
        <translation>&amp;Payment reconciliation…</translation>
    </message>
    <message>
        <source>&amp;Change the password…</source>
        <translation>&amp;Change the password…</translation>
    </message>
    <message>
        <source>S&amp;igned-in desks…</source>
        <translation>S&amp;igned-in desks…</translation>
    </message>
    <message>
        <source>Wal&amp;k-in: check in now…</source>
        <translation>Wal&amp;k-in: check in now…</translation>
    </message>
    <message>
        <source>C&amp;lose the business day…</source>
        <translation>C&amp;lose the business day…</translation>
    </message>
    <message>
        <source>P&amp;roperty…</source>
        <translation>P&amp;roperty…</translation>
    </message>
    <message>
        <source>Au&amp;dit log…</source>
        <translation>Au&amp;dit log…</translation>
    </message>
    <message>
        <source>Connection and &amp;outbox</source>
        <translation>Connection and &amp;outbox</translation>
    </message>
    <message>
        <source>Reconnec&amp;t now</source>
        <translation>Reconnec&amp;t now</translation>
    </message>
    <message>
        <source>Data &amp;kept about the guest…</source>
        <translation>Data &amp;kept about the guest…</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Undo: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MoneyEdit</name>
    <message>
        <source>“%1” is ambiguous. Enter it with its decimals or without a separator.</source>
        <translation>“%1” is ambiguous. Enter it with its decimals or without a separator.</translation>
    </message>
    <message>
        <source>Enter an amount.</source>
        <translation>Enter an amount.</translation>
    </message>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1” is not an amount.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MoveDialog</name>
    <message>
        <source>Move the reservation</source>
        <translation>Move the reservation</translation>
    </message>
    <message>
        <source>Mo&amp;ve</source>
        <translation>Mo&amp;ve</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The price stays the same.</source>
        <translation>The price stays the same.</translation>
    </message>
    <message>
        <source>Was %1, difference %2%3.</source>
        <comment>old total, sign, difference</comment>
        <translation>Was %1, difference %2%3.</translation>
    </message>
    <message>
        <source>The departure is before the arrival.</source>
        <translation>The departure is before the arrival.</translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation>A stay may last a year at most.</translation>
    </message>
    <message>
        <source>No room of this type is free for every night.</source>
        <translation>No room of this type is free for every night.</translation>
    </message>
    <message>
        <source>Too few seats are left.</source>
        <translation>Too few seats are left.</translation>
    </message>
    <message>
        <source>No copy is left.</source>
        <translation>No copy is left.</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <comment>guest, room and code; when</comment>
        <translation>%1, now %2</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NewReservationDialog</name>
    <message>
        <source>Adult&amp;s</source>
        <translation>Adult&amp;s</translation>
    </message>
    <message>
        <source>C&amp;hildren</source>
        <translation>C&amp;hildren</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>S&amp;ource</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The departure is before the arrival.</source>
        <translation>The departure is before the arrival.</translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation>A stay may last a year at most.</translation>
    </message>
    <message>
        <source>These dates are in the past.</source>
        <translation>These dates are in the past.</translation>
    </message>
    <message>
        <source>No room of this type is free for every night. It can only be taken as a request, which the hotel has to confirm.</source>
        <translation>No room of this type is free for every night. It can only be taken as a request, which the hotel has to confirm.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many rooms, procedure</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nothing more</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>Confirm it</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>Check in now</translation>
    </message>
    <message>
        <source>There must be at least one adult.</source>
        <translation>There must be at least one adult.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n guest(s) fit in.</source>
        <translation>
            <numerusform>At most %n guest fits in.</numerusform>
            <numerusform>At most %n guests fit in.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the room to check in to.</source>
        <translation>Choose the room to check in to.</translation>
    </message>
    <message>
        <source>It cannot be checked in yet: a manager has to confirm it first.</source>
        <translation>It cannot be checked in yet: a manager has to confirm it first.</translation>
    </message>
    <message>
        <source>A&amp;fterwards</source>
        <translation>A&amp;fterwards</translation>
    </message>
    <message>
        <source>Paid no&amp;w by</source>
        <translation>Paid no&amp;w by</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>The guest is at the desk and gets a room for tonight.</source>
        <translation>The guest is at the desk and gets a room for tonight.</translation>
    </message>
    <message>
        <source>Ta&amp;ke and check in</source>
        <translation>Ta&amp;ke and check in</translation>
    </message>
    <message>
        <source>Ta&amp;ke and confirm</source>
        <translation>Ta&amp;ke and confirm</translation>
    </message>
    <message>
        <source>Ta&amp;ke the reservation</source>
        <translation>Ta&amp;ke the reservation</translation>
    </message>
    <message>
        <source>No room of this type is vacant: check out a guest who is due to leave, or choose another type.</source>
        <translation>No room of this type is vacant: check out a guest who is due to leave, or choose another type.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NightPrices</name>
    <message>
        <source>P&amp;rice per night (%1)</source>
        <translation>P&amp;rice per night (%1)</translation>
    </message>
    <message>
        <source>Day use, %1</source>
        <translation>Day use, %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>full</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <comment>rooms in a night</comment>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message>
        <source>Price of the night of %1</source>
        <translation>Price of the night of %1</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>Total price</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>seats or copies</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message>
        <source>A price is missing.</source>
        <translation>A price is missing.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NoteBar</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>Close this note</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OfferingDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Short c&amp;ode</source>
        <translation>Short c&amp;ode</translation>
    </message>
    <message>
        <source>&amp;Begins</source>
        <translation>&amp;Begins</translation>
    </message>
    <message>
        <source>Number of &amp;rooms</source>
        <translation>Number of &amp;rooms</translation>
    </message>
    <message>
        <source>Number of &amp;seats</source>
        <translation>Number of &amp;seats</translation>
    </message>
    <message>
        <source>Number of co&amp;pies</source>
        <translation>Number of co&amp;pies</translation>
    </message>
    <message>
        <source>&amp;Price per night</source>
        <translation>&amp;Price per night</translation>
    </message>
    <message>
        <source>&amp;Price per seat</source>
        <translation>&amp;Price per seat</translation>
    </message>
    <message>
        <source>Maximum &amp;guests</source>
        <translation>Maximum &amp;guests</translation>
    </message>
    <message>
        <source>Reservation procedure</source>
        <translation>Reservation procedure</translation>
    </message>
    <message>
        <source>New room type</source>
        <translation>New room type</translation>
    </message>
    <message>
        <source>Change the room type</source>
        <translation>Change the room type</translation>
    </message>
    <message>
        <source>New performance</source>
        <translation>New performance</translation>
    </message>
    <message>
        <source>Change the performance</source>
        <translation>Change the performance</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>New title</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Change the title</translation>
    </message>
    <message>
        <source>Existing reservations keep their procedure and price.</source>
        <translation>Existing reservations keep their procedure and price.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <comment>pattern of a field with date and time</comment>
        <translation>ddd d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>%1 are already taken: the number cannot be lower. Move or cancel reservations first.</source>
        <translation>%1 are already taken: the number cannot be lower. Move or cancel reservations first.</translation>
    </message>
    <message>
        <source>%1 are taken.</source>
        <translation>%1 are taken.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Enter a name.</translation>
    </message>
    <message>
        <source>Enter a short code to show on the board.</source>
        <translation>Enter a short code to show on the board.</translation>
    </message>
    <message>
        <source>Closed for sa&amp;le: no new reservations, existing ones stay</source>
        <translation>Closed for sa&amp;le: no new reservations, existing ones stay</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OfferingsPage</name>
    <message>
        <source>Performances and titles</source>
        <translation>Performances and titles</translation>
    </message>
    <message>
        <source>Add a &amp;performance…</source>
        <translation>Add a &amp;performance…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Change…</translation>
    </message>
    <message>
        <source>Nobody has reserved it yet.</source>
        <translation>Nobody has reserved it yet.</translation>
    </message>
    <message>
        <source>Its reservations</source>
        <translation>Its reservations</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>%1, %2 taken</source>
        <comment>120 seats, 82 taken</comment>
        <translation>%1, %2 taken</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, how many</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Lend a copy…</source>
        <translation>&amp;Lend a copy…</translation>
    </message>
    <message>
        <source>Reserve &amp;seats…</source>
        <translation>Reserve &amp;seats…</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>Titles to lend</source>
        <translation>Titles to lend</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OtherBackendDialog</name>
    <message>
        <source>This is another backend</source>
        <translation>This is another backend</translation>
    </message>
    <message>
        <source>Neither your password nor any entry has been sent to it.</source>
        <translation>Neither your password nor any entry has been sent to it.</translation>
    </message>
    <message>
        <source>Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</source>
        <translation>Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</translation>
    </message>
    <message>
        <source>&amp;Sign in there</source>
        <translation>&amp;Sign in there</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Go back</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) wait for the backend that this desk works with. They stay on this desk and are sent when the person who entered them signs in there again.</source>
        <translation>
            <numerusform>%n entry waits for the backend that this desk works with. It stays on this desk and is sent when the person who entered it signs in there again.</numerusform>
            <numerusform>%n entries wait for the backend that this desk works with. They stay on this desk and are sent when the people who entered them sign in there again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Known backend</source>
        <translation>Known backend</translation>
    </message>
    <message>
        <source>Backend that answered</source>
        <translation>Backend that answered</translation>
    </message>
    <message>
        <source>It cannot prove its identity. Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</source>
        <translation>It cannot prove its identity. Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Online. Your work reaches the backend at once.</source>
        <translation>Online. Your work reaches the backend at once.</translation>
    </message>
    <message>
        <source>Offline. You can keep working: your entries are kept on this desk and sent when the connection is restored.</source>
        <translation>Offline. You can keep working: your entries are kept on this desk and sent when the connection is restored.</translation>
    </message>
    <message>
        <source>Reconnecting to the backend.</source>
        <translation>Reconnecting to the backend.</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Last contact: %1</translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation>Needs attention (%1)</translation>
    </message>
    <message>
        <source>Waiting to be sent (%1)</source>
        <translation>Waiting to be sent (%1)</translation>
    </message>
    <message>
        <source>Nothing is waiting: all your entries have been sent.</source>
        <translation>Nothing is waiting: all your entries have been sent.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Withdraw: do not send it</source>
        <translation>Withdraw: do not send it</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>The backend is slow to answer. Your entries are kept on this desk and sent again until they arrive.</source>
        <translation>The backend is slow to answer. Your entries are kept on this desk and sent again until they arrive.</translation>
    </message>
    <message>
        <source>Online, but the backend is not taking everything at the moment. Waiting entries are kept on this desk and sent again until they arrive.</source>
        <translation>Online, but the backend is not taking everything at the moment. Waiting entries are kept on this desk and sent again until they arrive.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was asked: why not</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connection and outbox</source>
        <translation>Connection and outbox</translation>
    </message>
    <message>
        <source>Reconnec&amp;t now</source>
        <translation>Reconnec&amp;t now</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PasswordDialog</name>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;New password</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s). Other desks where you are signed in are signed out.</source>
        <translation>
            <numerusform>At least %n character. Other desks where you are signed in are signed out.</numerusform>
            <numerusform>At least %n characters. Other desks where you are signed in are signed out.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new passwords do not match.</source>
        <translation>The new passwords do not match.</translation>
    </message>
    <message>
        <source>The backend cannot be reached. You can change the password when the connection is restored.</source>
        <translation>The backend cannot be reached. You can change the password when the connection is restored.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>The password was changed. All your other desks have been signed out.</source>
        <translation>The password was changed. All your other desks have been signed out.</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>C&amp;urrent password</translation>
    </message>
    <message>
        <source>&amp;Repeat the new password</source>
        <translation>&amp;Repeat the new password</translation>
    </message>
    <message>
        <source>C&amp;hange the password</source>
        <translation>C&amp;hange the password</translation>
    </message>
    <message>
        <source>There was no answer. The password may have been changed: if the old one is refused, use the new one.</source>
        <translation>There was no answer. The password may have been changed: if the old one is refused, use the new one.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PaymentDialog</name>
    <message>
        <source>Take a payment</source>
        <translation>Take a payment</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>&amp;Cash</translation>
    </message>
    <message>
        <source>C&amp;ard</source>
        <translation>C&amp;ard</translation>
    </message>
    <message>
        <source>Trans&amp;fer</source>
        <translation>Trans&amp;fer</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>A&amp;mount</translation>
    </message>
    <message>
        <source>Price of the stay</source>
        <translation>Price of the stay</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Still to be charged</source>
        <translation>Still to be charged</translation>
    </message>
    <message>
        <source>The amount owed is already being charged. The reservation will show the outcome.</source>
        <translation>The amount owed is already being charged. The reservation will show the outcome.</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>Nothing is left to pay.</translation>
    </message>
    <message>
        <source>That is more than can still be charged (%1).</source>
        <translation>That is more than can still be charged (%1).</translation>
    </message>
    <message>
        <source>The desk is offline: the card is read now and charged once when the connection is restored. Until then the amount stays owed.</source>
        <translation>The desk is offline: the card is read now and charged once when the connection is restored. Until then the amount stays owed.</translation>
    </message>
    <message>
        <source>No card terminal is connected; the demonstration terminal answers instead.</source>
        <translation>No card terminal is connected; the demonstration terminal answers instead.</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>&amp;Try another payment</source>
        <translation>&amp;Try another payment</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>&amp;Take the payment</translation>
    </message>
    <message>
        <source>Please hold the card to the terminal…</source>
        <translation>Please hold the card to the terminal…</translation>
    </message>
    <message>
        <source>Kept, and on its way to the backend.</source>
        <translation>Kept, and on its way to the backend.</translation>
    </message>
    <message>
        <source>Kept on this desk; it is sent when the connection is restored.</source>
        <translation>Kept on this desk; it is sent when the connection is restored.</translation>
    </message>
    <message>
        <source>%1 taken. Recorded on this desk; it is sent when the connection is restored.</source>
        <translation>%1 taken. Recorded on this desk; it is sent when the connection is restored.</translation>
    </message>
    <message>
        <source>%1 taken.</source>
        <translation>%1 taken.</translation>
    </message>
    <message>
        <source>The card was declined; nothing was charged. Ask for another card or another way to pay.</source>
        <translation>The card was declined; nothing was charged. Ask for another card or another way to pay.</translation>
    </message>
    <message>
        <source>The payment provider is busy: %1 will be charged later, automatically. Do not charge it again.</source>
        <translation>The payment provider is busy: %1 will be charged later, automatically. Do not charge it again.</translation>
    </message>
    <message>
        <source>The outcome is unknown and is being looked up at the provider. Do not charge %1 again.</source>
        <translation>The outcome is unknown and is being looked up at the provider. Do not charge %1 again.</translation>
    </message>
    <message>
        <source>The payment was withdrawn; nothing was charged.</source>
        <translation>The payment was withdrawn; nothing was charged.</translation>
    </message>
    <message>
        <source>%1 will be charged once when the connection is restored.</source>
        <translation>%1 will be charged once when the connection is restored.</translation>
    </message>
    <message>
        <source>%1 is being charged…</source>
        <translation>%1 is being charged…</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>Total price</translation>
    </message>
    <message>
        <source>Partial payment; %1 remains to be paid.</source>
        <translation>Partial payment; %1 remains to be paid.</translation>
    </message>
    <message>
        <source>&amp;Take %1</source>
        <comment>an amount</comment>
        <translation>&amp;Take %1</translation>
    </message>
    <message>
        <source>That is %1 more than is owed. It is kept as a credit for the guest.</source>
        <translation>That is %1 more than is owed. It is kept as a credit for the guest.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PropertyDialog</name>
    <message>
        <source>Property</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>Changes apply to all desks and the guests&apos; pages at once.</source>
        <translation>Changes apply to all desks and the guests&apos; pages at once.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Time zone</translation>
    </message>
    <message>
        <source>C&amp;lerks may confirm reservations that they took</source>
        <translation>C&amp;lerks may confirm reservations that they took</translation>
    </message>
    <message>
        <source>The property needs a name.</source>
        <translation>The property needs a name.</translation>
    </message>
    <message>
        <source>Cl&amp;osed: takes no new reservations, at the desk or from guests</source>
        <translation>Cl&amp;osed: takes no new reservations, at the desk or from guests</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QuestionDialog</name>
    <message>
        <source>&amp;Keep it as it is</source>
        <translation>&amp;Keep it as it is</translation>
    </message>
    <message>
        <source>Mark as no-show?</source>
        <translation>Mark as no-show?</translation>
    </message>
    <message>
        <source>Unassign the branch?</source>
        <translation>Unassign the branch?</translation>
    </message>
    <message>
        <source>Unassign the room?</source>
        <translation>Unassign the room?</translation>
    </message>
    <message>
        <source>Check out anyway?</source>
        <translation>Check out anyway?</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QueueDelegate</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>guest, state, stay, room</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>, owes %1</source>
        <translation>, owes %1</translation>
    </message>
    <message>
        <source>, waiting to be sent</source>
        <translation>, waiting to be sent</translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <comment>arrival, departure, room type</comment>
        <translation>%1 – %2 · %3</translation>
    </message>
    <message>
        <source>, %1</source>
        <comment>seats or copies</comment>
        <translation>, %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>date, performance or title, seats or copies</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>, overstay</source>
        <translation>, overstay</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filter the queue</translation>
    </message>
    <message>
        <source>Sort the queue</source>
        <translation>Sort the queue</translation>
    </message>
    <message>
        <source>Reservations in the queue</source>
        <translation>Reservations in the queue</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>lane and how many are in it</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation>
            <numerusform>%n reservation</numerusform>
            <numerusform>%n reservations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Nothing in this tab matches the filter.</source>
        <translation>Nothing in this tab matches the filter.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There are no reservations in this tab at the moment.</source>
        <translation>There are no reservations in this tab at the moment.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReconciliationDialog</name>
    <message>
        <source>Payment reconciliation</source>
        <translation>Payment reconciliation</translation>
    </message>
    <message>
        <source>Each day&apos;s card payments and refunds: the folios here compared with the payment provider&apos;s records.</source>
        <translation>Each day&apos;s card payments and refunds: the folios here compared with the payment provider&apos;s records.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Refresh</translation>
    </message>
    <message>
        <source>&amp;Go to the reservation</source>
        <translation>&amp;Go to the reservation</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>The day before</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>The day after</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservation</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>At the provider</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>Asking the backend…</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to resolve.</source>
        <translation>
            <numerusform>%n difference to resolve.</numerusform>
            <numerusform>%n differences to resolve.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything agrees: neither side has card payments of this day.</source>
        <translation>Everything agrees: neither side has card payments of this day.</translation>
    </message>
    <message>
        <source>Everything agrees.</source>
        <translation>Everything agrees.</translation>
    </message>
    <message>
        <source>The results are kept at the backend. You can read them when the connection is restored.</source>
        <translation>The results are kept at the backend. You can read them when the connection is restored.</translation>
    </message>
    <message>
        <source>Only managers may see this.</source>
        <translation>Only managers may see this.</translation>
    </message>
    <message>
        <source>Order number at the provider: %1</source>
        <translation>Order number at the provider: %1</translation>
    </message>
    <message>
        <source>none here</source>
        <comment>reservation that a charge is of</comment>
        <translation>none here</translation>
    </message>
    <message>
        <source>Copy the &amp;order number</source>
        <translation>Copy the &amp;order number</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReconciliationNote</name>
    <message>
        <source>Show the differences…</source>
        <translation>Show the differences…</translation>
    </message>
    <message numerus="yes">
        <source>The card payments of %1 do not match the payment provider&apos;s records: %n difference(s).</source>
        <translation>
            <numerusform>The card payments of %1 do not match the payment provider&apos;s records: %n difference.</numerusform>
            <numerusform>The card payments of %1 do not match the payment provider&apos;s records: %n differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RefundDialog</name>
    <message>
        <source>&amp;Payment</source>
        <translation>&amp;Payment</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Amount</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Why is the money refunded?</source>
        <translation>Why is the money refunded?</translation>
    </message>
    <message>
        <source>Re&amp;fund</source>
        <translation>Re&amp;fund</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>amount, method, time</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>There is no payment to refund.</source>
        <translation>There is no payment to refund.</translation>
    </message>
    <message>
        <source>At most %1 can be refunded.</source>
        <translation>At most %1 can be refunded.</translation>
    </message>
    <message>
        <source>The desk is offline: the refund is kept as a request and carried out once when the connection is restored.</source>
        <translation>The desk is offline: the refund is kept as a request and carried out once when the connection is restored.</translation>
    </message>
    <message>
        <source>Only %1 is overpaid; the rest will be owed again.</source>
        <translation>Only %1 is overpaid; the rest will be owed again.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RemoveDialog</name>
    <message>
        <source>Delete %1?</source>
        <translation>Delete %1?</translation>
    </message>
    <message>
        <source>It is removed from every list. Past reservations keep its name. It can only be deleted while it has no open reservations.</source>
        <translation>It is removed from every list. Past reservations keep its name. It can only be deleted while it has no open reservations.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Keep it</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationActions</name>
    <message>
        <source>&amp;New reservation…</source>
        <translation>&amp;New reservation…</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>New reservation</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirm</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Reject…</translation>
    </message>
    <message>
        <source>Take a &amp;payment…</source>
        <translation>Take a &amp;payment…</translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation>Check &amp;in</translation>
    </message>
    <message>
        <source>Check &amp;out</source>
        <translation>Check &amp;out</translation>
    </message>
    <message>
        <source>&amp;Assign a room…</source>
        <translation>&amp;Assign a room…</translation>
    </message>
    <message>
        <source>Unassign &amp;the room</source>
        <translation>Unassign &amp;the room</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Move…</translation>
    </message>
    <message>
        <source>Edit &amp;guest…</source>
        <translation>Edit &amp;guest…</translation>
    </message>
    <message>
        <source>Edit not&amp;e…</source>
        <translation>Edit not&amp;e…</translation>
    </message>
    <message>
        <source>Re&amp;fund…</source>
        <translation>Re&amp;fund…</translation>
    </message>
    <message>
        <source>No-&amp;show</source>
        <translation>No-&amp;show</translation>
    </message>
    <message>
        <source>Cance&amp;l the reservation…</source>
        <translation>Cance&amp;l the reservation…</translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation>
            <numerusform>%n reservation</numerusform>
            <numerusform>%n reservations</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;wap rooms…</source>
        <translation>S&amp;wap rooms…</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationPanel</name>
    <message>
        <source>Reservation</source>
        <translation>Reservation</translation>
    </message>
    <message>
        <source>No reservation chosen</source>
        <translation>No reservation chosen</translation>
    </message>
    <message>
        <source>Choose one on the board or in the queue to see it here, or press Ctrl+K and search for a guest, a room or a code.</source>
        <translation>Choose one on the board or in the queue to see it here, or press Ctrl+K and search for a guest, a room or a code.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Folio</source>
        <translation>Folio</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Reservation code, easy to say on the phone</source>
        <translation>Reservation code, easy to say on the phone</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>No note</translation>
    </message>
    <message>
        <source>Something you asked for will probably be refused: %1</source>
        <translation>Something you asked for will probably be refused: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept on this desk, waiting to be sent</source>
        <translation>
            <numerusform>%n change kept on this desk, waiting to be sent</numerusform>
            <numerusform>%n changes kept on this desk, waiting to be sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>none yet, preferred: %1</source>
        <translation>none yet, preferred: %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Guests</translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>No payment yet</source>
        <translation>No payment yet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>method, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The import generated this name; the source has none.</source>
        <translation>The import generated this name; the source has none.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>wanted</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>not wanted</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages to the guest</source>
        <translation>Messages to the guest</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>No message yet</translation>
    </message>
    <message>
        <source>The guest wants no messages</source>
        <translation>The guest wants no messages</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a message is about, what has become of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>way, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Show fewer</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n night(s)</source>
        <translation>
            <numerusform>Show all %n night</numerusform>
            <numerusform>Show all %n nights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n entries</source>
        <translation>
            <numerusform>Show all %n entry</numerusform>
            <numerusform>Show all %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nothing to pay</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>To be paid by</translation>
    </message>
    <message>
        <source>Choose one in the main view or in the queue to see it here, or press Ctrl+K and search for a guest or a code.</source>
        <translation>Choose one in the main view or in the queue to see it here, or press Ctrl+K and search for a guest or a code.</translation>
    </message>
    <message>
        <source>Credit, to be refunded or kept</source>
        <translation>Credit, to be refunded or kept</translation>
    </message>
    <message>
        <source>Overstay: departure was due on %1. Extend the stay or check out.</source>
        <translation>Overstay: departure was due on %1. Extend the stay or check out.</translation>
    </message>
    <message>
        <source>none, there is no phone number</source>
        <translation>none, there is no phone number</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>room, nights</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RoomHead</name>
    <message numerus="yes">
        <source>Show %n more line(s)</source>
        <translation>
            <numerusform>Show %n more line</numerusform>
            <numerusform>Show %n more lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Show fewer</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>Search (Ctrl+K)</translation>
    </message>
    <message>
        <source>Found reservations</source>
        <translation>Found reservations</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>guest, stay, room</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nothing found for “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n more; refine the search</source>
        <translation>
            <numerusform>%n more; refine the search</numerusform>
            <numerusform>%n more; refine the search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SeatsDialog</name>
    <message>
        <source>&amp;What</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;How many</translation>
    </message>
    <message>
        <source>&amp;Total price</source>
        <translation>&amp;Total price</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>how many, of 120 seats</comment>
        <translation>%1 of %2 free</translation>
    </message>
    <message>
        <source>Back &amp;by</source>
        <translation>Back &amp;by</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;On</translation>
    </message>
    <message>
        <source>There is no performance and no title yet.</source>
        <translation>There is no performance and no title yet.</translation>
    </message>
    <message>
        <source>Only %1 left.</source>
        <translation>Only %1 left.</translation>
    </message>
    <message>
        <source>This date is in the past.</source>
        <translation>This date is in the past.</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SessionsDialog</name>
    <message>
        <source>Signed-in desks</source>
        <translation>Signed-in desks</translation>
    </message>
    <message>
        <source>If you end a desk&apos;s session, it has to sign in again; its entries are kept.</source>
        <translation>If you end a desk&apos;s session, it has to sign in again; its entries are kept.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Refresh</translation>
    </message>
    <message>
        <source>&amp;End this session</source>
        <translation>&amp;End this session</translation>
    </message>
    <message>
        <source>Whose desks</source>
        <translation>Whose desks</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Everybody&apos;s</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>Asking the backend…</translation>
    </message>
    <message numerus="yes">
        <source>%n desk(s)</source>
        <translation>
            <numerusform>%n desk</numerusform>
            <numerusform>%n desks</numerusform>
        </translation>
    </message>
    <message>
        <source>The backend cannot be reached. It is asked again when the connection is restored.</source>
        <translation>The backend cannot be reached. It is asked again when the connection is restored.</translation>
    </message>
    <message>
        <source>You are using this desk. To leave it, sign out.</source>
        <translation>You are using this desk. To leave it, sign out.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, user name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – this desk</source>
        <translation>%1 – this desk</translation>
    </message>
    <message>
        <source>Last renewal</source>
        <translation>Last renewal</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SetUpDialog</name>
    <message>
        <source>What can be reserved</source>
        <translation>What can be reserved</translation>
    </message>
    <message>
        <source>Room types with their rooms, performances with their seats, titles to lend. Changes apply to reservations made afterwards.</source>
        <translation>Room types with their rooms, performances with their seats, titles to lend. Changes apply to reservations made afterwards.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Rooms or branches of the selected entry</source>
        <translation>Rooms or branches of the selected entry</translation>
    </message>
    <message>
        <source>Add a &amp;room type…</source>
        <translation>Add a &amp;room type…</translation>
    </message>
    <message>
        <source>Add a &amp;performance…</source>
        <translation>Add a &amp;performance…</translation>
    </message>
    <message>
        <source>Add a &amp;title…</source>
        <translation>Add a &amp;title…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>C&amp;hange…</translation>
    </message>
    <message>
        <source>Cha&amp;nge…</source>
        <translation>Cha&amp;nge…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>%1 has neither rooms nor branches.</source>
        <translation>%1 has neither rooms nor branches.</translation>
    </message>
    <message>
        <source>Rooms of %1 (%2)</source>
        <translation>Rooms of %1 (%2)</translation>
    </message>
    <message>
        <source>Branches that hand out %1 (%2)</source>
        <translation>Branches that hand out %1 (%2)</translation>
    </message>
    <message>
        <source>Add a &amp;branch…</source>
        <translation>Add a &amp;branch…</translation>
    </message>
    <message>
        <source>Only an administrator can do this.</source>
        <translation>Only an administrator can do this.</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Delete…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>De&amp;lete…</translation>
    </message>
    <message>
        <source>Add roo&amp;ms…</source>
        <translation>Add roo&amp;ms…</translation>
    </message>
    <message>
        <source>Select an entry in the list above.</source>
        <translation>Select an entry in the list above.</translation>
    </message>
    <message>
        <source>Rooms of %1: %2 open, %3 sold a night</source>
        <translation>Rooms of %1: %2 open, %3 sold a night</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard alone. Tab moves from part to part.</source>
        <translation>Everything can be done with the keyboard alone. Tab moves from part to part.</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Arrow keys</translation>
    </message>
    <message>
        <source>Board: mark several nights</source>
        <translation>Board: mark several nights</translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation>Shift+Arrow keys</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Board, queue: show the possible actions</source>
        <translation>Board, queue: show the possible actions</translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation>Menu key, Shift+F10</translation>
    </message>
    <message>
        <source>Queue: choose several</source>
        <translation>Queue: choose several</translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation>Shift or Ctrl with the arrow keys</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Board: cell by cell</source>
        <translation>Board: cell by cell</translation>
    </message>
    <message>
        <source>Board: from bar to bar, from type to type</source>
        <translation>Board: from bar to bar, from type to type</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Ctrl+Arrow keys</translation>
    </message>
    <message>
        <source>Board: reserve the marked nights, or open the reservation</source>
        <translation>Board: reserve the marked nights, or open the reservation</translation>
    </message>
    <message>
        <source>Board: pick up the reservation to move it with the arrows</source>
        <translation>Board: pick up the reservation to move it with the arrows</translation>
    </message>
    <message>
        <source>Board: scroll by a screen, with Alt by a month</source>
        <translation>Board: scroll by a screen, with Alt by a month</translation>
    </message>
    <message>
        <source>Page keys</source>
        <translation>Page keys</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignInPage</name>
    <message>
        <source>Sign in to the front desk</source>
        <translation>Sign in to the front desk</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>&amp;Backend&apos;s address</source>
        <translation>&amp;Backend&apos;s address</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Please enter your password.</source>
        <translation>Please enter your password.</translation>
    </message>
    <message>
        <source>Please enter the backend&apos;s address.</source>
        <translation>Please enter the backend&apos;s address.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Sign in</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>Please enter your user name.</source>
        <translation>Please enter your user name.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>Sign out?</translation>
    </message>
    <message>
        <source>The next person signs in with their own name.</source>
        <translation>The next person signs in with their own name.</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Sign out</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) still wait to be sent. They stay on this desk and are sent after your next sign-in here.</source>
        <translation>
            <numerusform>%n entry still waits to be sent. It stays on this desk and is sent after your next sign-in here.</numerusform>
            <numerusform>%n entries still wait to be sent. They stay on this desk and are sent after your next sign-in here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::StayFields</name>
    <message>
        <source>Room &amp;type</source>
        <translation>Room &amp;type</translation>
    </message>
    <message>
        <source>&amp;Arrival</source>
        <translation>&amp;Arrival</translation>
    </message>
    <message>
        <source>Ni&amp;ghts</source>
        <translation>Ni&amp;ghts</translation>
    </message>
    <message>
        <source>&amp;Departure</source>
        <translation>&amp;Departure</translation>
    </message>
    <message>
        <source>Roo&amp;m</source>
        <translation>Roo&amp;m</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>No room yet</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Performance</source>
        <translation>&amp;Performance</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;On</translation>
    </message>
    <message>
        <source>Da&amp;ys</source>
        <translation>Da&amp;ys</translation>
    </message>
    <message>
        <source>Back &amp;by</source>
        <translation>Back &amp;by</translation>
    </message>
    <message>
        <source>Bra&amp;nch</source>
        <translation>Bra&amp;nch</translation>
    </message>
    <message>
        <source>No branch yet</source>
        <translation>No branch yet</translation>
    </message>
    <message>
        <source>%1, still occupied</source>
        <comment>a room</comment>
        <translation>%1, still occupied</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::StockDelegate</name>
    <message>
        <source>%1 of %2 free</source>
        <comment>how many, of how many</comment>
        <translation>%1 of %2 free</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>free of charge</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SwapDialog</name>
    <message>
        <source>Room number</source>
        <translation>Room number</translation>
    </message>
    <message>
        <source>Reservations to swap rooms with</source>
        <translation>Reservations to swap rooms with</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>&amp;Swap</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>room, guest, nights that both have</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>No other reservation of this room type has a room in these nights.</source>
        <translation>No other reservation of this room type has a room in these nights.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, until</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TakingDialog</name>
    <message>
        <source>New reservation</source>
        <translation>New reservation</translation>
    </message>
    <message>
        <source>Ta&amp;ke the reservation</source>
        <translation>Ta&amp;ke the reservation</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>Not&amp;e</translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation>What colleagues should know, for example a late arrival</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>The note is too long.</translation>
    </message>
    <message>
        <source>Enter the guest&apos;s name to take the reservation.</source>
        <translation>Enter the guest&apos;s name to take the reservation.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TextDialog</name>
    <message>
        <source>Reject the request</source>
        <translation>Reject the request</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation>Why is it rejected?</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Reject</translation>
    </message>
    <message>
        <source>Cancel the reservation</source>
        <translation>Cancel the reservation</translation>
    </message>
    <message>
        <source>Why is it cancelled? (optional)</source>
        <translation>Why is it cancelled? (optional)</translation>
    </message>
    <message>
        <source>&amp;Cancel the reservation</source>
        <translation>&amp;Cancel the reservation</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Keep it</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation>What colleagues should know, for example a late arrival</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>No room is left for these nights</source>
        <translation>No room is left for these nights</translation>
    </message>
    <message>
        <source>The guest could not be reached</source>
        <translation>The guest could not be reached</translation>
    </message>
    <message>
        <source>The request cannot be met</source>
        <translation>The request cannot be met</translation>
    </message>
    <message>
        <source>The guest has cancelled</source>
        <translation>The guest has cancelled</translation>
    </message>
    <message>
        <source>Reserved twice by mistake</source>
        <translation>Reserved twice by mistake</translation>
    </message>
    <message>
        <source>Not paid in time</source>
        <translation>Not paid in time</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>This text is too long.</translation>
    </message>
    <message>
        <source>The guest will see the reason.</source>
        <translation>The guest will see the reason.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TopBar</name>
    <message>
        <source>New reservation</source>
        <translation>New reservation</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Go to a date</translation>
    </message>
    <message>
        <source>Go to a date (Ctrl+D)</source>
        <translation>Go to a date (Ctrl+D)</translation>
    </message>
    <message>
        <source>Days shown</source>
        <translation>Days shown</translation>
    </message>
    <message>
        <source>How many days the board shows</source>
        <translation>How many days the board shows</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation>Two weeks</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Business date %1</source>
        <translation>Business date %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Signed in: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>The property&apos;s current business date: %1</source>
        <translation>The property&apos;s current business date: %1</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::UnitDialog</name>
    <message>
        <source>&amp;Number or name</source>
        <translation>&amp;Number or name</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Floor</source>
        <translation>&amp;Floor</translation>
    </message>
    <message>
        <source>Change the room</source>
        <translation>Change the room</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>New branch</translation>
    </message>
    <message>
        <source>Change the branch</source>
        <translation>Change the branch</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Numbers or names</source>
        <translation>&amp;Numbers or names</translation>
    </message>
    <message>
        <source>for example 301-310, 315</source>
        <translation>for example 301-310, 315</translation>
    </message>
    <message>
        <source>Cl&amp;osed: not assigned to new guests</source>
        <translation>Cl&amp;osed: not assigned to new guests</translation>
    </message>
    <message>
        <source>Cl&amp;osed: no longer hands out copies</source>
        <translation>Cl&amp;osed: no longer hands out copies</translation>
    </message>
    <message>
        <source>New rooms</source>
        <translation>New rooms</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>At most %1 rooms can be added at once.</source>
        <translation>At most %1 rooms can be added at once.</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 ends before it begins.</translation>
    </message>
    <message>
        <source>There is already one called %1.</source>
        <translation>There is already one called %1.</translation>
    </message>
    <message>
        <source>&amp;Sell all %1 rooms of this type (%2 so far)</source>
        <translation>&amp;Sell all %1 rooms of this type (%2 so far)</translation>
    </message>
    <message>
        <source>%1 rooms, from %2 to %3</source>
        <translation>%1 rooms, from %2 to %3</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::WorkflowChoice</name>
    <message>
        <source>&amp;Who confirms</source>
        <translation>&amp;Who confirms</translation>
    </message>
    <message>
        <source>&amp;Time to pay</source>
        <translation>&amp;Time to pay</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source> min</source>
        <comment>behind a number of minutes</comment>
        <translation> min</translation>
    </message>
</context>
</TS>
