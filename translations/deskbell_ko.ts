<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Choices</name>
    <message>
        <source>Take it for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 instead, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it and try again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give room %1 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other dates or another room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as a request, waiting for a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what is still owed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>South Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Australia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>India</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern, full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date pattern, day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, weekday, day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, start of a range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: arrival to departure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day use</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date and time pattern</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time pattern</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>an age in hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reservation taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest&apos;s data changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment waits to be charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment sent to the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider busy, will be charged later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment&apos;s outcome unknown, being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund&apos;s outcome unknown, being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no room was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event: its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something unexpected went wrong (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>unknown room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown room type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest waits for the hotel&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s money is awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager has to confirm or reject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room is being assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is in the house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotel said no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, to be charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider busy: will be charged later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown: being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn, nothing charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund&apos;s outcome unknown: being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, answer not heard: asking again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold: what it follows was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, settling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid at the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On request, paid after confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid at the hotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the room away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment&apos;s outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a refund&apos;s outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reservation procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign room %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the business day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments (automatic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room assignment (automatic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AboutDialog</name>
    <message>
        <source>Version %1. The front desk that goes on working: what is done here is kept, shown as waiting, and carried out once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AssignDialog</name>
    <message>
        <source>Assign a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, wished for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room of this type is free for the whole stay. Move the reservation, or another one out of the way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AttentionCardView</name>
    <message>
        <source>The property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something it follows was refused; this was never decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>state, stay, room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 (%3, %4)</source>
        <comment>state; last thing done, who, when</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::DeskDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::FirstSyncPage</name>
    <message>
        <source>Progress of the first fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the hotel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows. This is done once; afterwards the desk starts at once, also without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the backend. This is done once; afterwards the desk starts at once, also without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hotel data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend cannot be reached, and nothing is stored on this desk yet. It will be tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the backend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestDialog</name>
    <message>
        <source>Guest&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestForm</name>
    <message>
        <source>Guest&apos;s &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ountry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send messages about this reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number has characters that do not belong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail address is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::LinkBadge</name>
    <message>
        <source>What waits to be sent and what needs attention (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the hotel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>what was asked: why not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this desk, sent when the line is back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week &amp;earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservation &amp;panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line and &amp;outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the line now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign o&amp;ut…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Deskbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MoveDialog</name>
    <message>
        <source>Move the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, now %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until now, so %2%3.</source>
        <comment>old total, sign, difference</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The departure lies before the arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is missing or is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room of this type is free in every night.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NewReservationDialog</name>
    <message>
        <source>Ad&amp;ults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hildren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Came by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The departure lies before the arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These dates lie in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is missing or is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be at least one guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the guest&apos;s name to take the reservation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room of this type is free in every night. It can be taken as a request only; the hotel has to confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NightPrices</name>
    <message>
        <source>P&amp;rice of each night (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day use, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <comment>rooms in a night</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Price of the night of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NoteBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line and outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the line now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online. What you do reaches the backend at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. You can go on working: what you do is kept on this desk and carried out once, later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is being taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last heard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits; everything you did has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>guest: what was asked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, age</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw: do not send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PaymentDialog</name>
    <message>
        <source>Take a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of the stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is owed is being charged already. Its outcome is told in the reservation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than can still be charged (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is offline: the card is read now and charged once when the line is back. Until then the amount stays owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card terminal is connected; the demonstration terminal answers instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part payment; %1 stay to be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try another payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please hold the card to the terminal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, and on its way to the backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this desk; it is sent when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken. Recorded on this desk; it is sent when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was declined; nothing was charged. Ask for another card or another way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment provider is busy: %1 will be charged later, by itself. Do not charge it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is unknown and is being looked up at the provider. Do not charge %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment was withdrawn; nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be charged once when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being charged…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QueueDelegate</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>guest, state, stay, room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, owes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <comment>arrival, departure, room type</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: guest, room, code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservations in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when it was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>lane and how many are in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this lane matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits here. Well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, how many</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RefundDialog</name>
    <message>
        <source>&amp;Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the money given back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>amount, method, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been taken that could be given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 can be given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is offline: the refund is kept as a request and carried out once when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationActions</name>
    <message>
        <source>&amp;New reservation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a &amp;payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assign a room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the room away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &amp;guest…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit not&amp;e…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fund…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-&amp;show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l the reservation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationPanel</name>
    <message>
        <source>Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reservation chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one on the board or in the queue to see it here, or press Ctrl+K and search for a guest, a room or a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation&apos;s code, to be said on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something you asked for will probably be refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept on this desk, waiting to be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet, wished for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 adults, %2 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more night(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>method, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name was made up by the import; the source has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SearchField</name>
    <message>
        <source>Search guest, phone, room, code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found reservations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>guest, stay, room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard alone. Tab walks from part to part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board: go to the next cell or bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board: mark several nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board: reserve the marked cells, or open the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board, queue: what is allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board: a week, a month to and fro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue: choose several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignInPage</name>
    <message>
        <source>Sign in to the front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backend&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the backend&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next person signs in with their own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) still wait to be sent. They stay on this desk and are sent after your next sign-in here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::StayFields</name>
    <message>
        <source>Room &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ni&amp;ghts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roo&amp;m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>room type and its code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TextDialog</name>
    <message>
        <source>Reject the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The guest is told the reason; money already taken goes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The room becomes free again; money already taken goes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it cancelled? (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room is left in these nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wish cannot be met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved twice by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TopBar</name>
    <message>
        <source>New reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a date (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days the board shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business date %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day the hotel&apos;s books stand at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
