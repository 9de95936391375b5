<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>room %1</source>
        <translation>%1호</translation>
    </message>
    <message>
        <source>prefers room %1</source>
        <translation>희망 객실 %1호</translation>
    </message>
    <message>
        <source>%1, no room yet</source>
        <comment>room type</comment>
        <translation>%1, 미배정</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a stay: arrival to departure</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>owes %1</source>
        <translation>미수금 %1</translation>
    </message>
    <message>
        <source>payment under way</source>
        <translation>결제 진행 중</translation>
    </message>
    <message>
        <source>will be charged later</source>
        <translation>나중에 자동 결제</translation>
    </message>
    <message>
        <source>conflict: will probably be refused</source>
        <translation>충돌: 거부될 수 있음</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>전송 대기</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>메모 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>성인 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>아동 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>name generated on import</source>
        <translation>가져올 때 자동으로 만든 이름</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 free</source>
        <comment>room type, day, how many, of how many</comment>
        <translation>%1, %2: %4실 중 %3실 남음</translation>
    </message>
    <message>
        <source>%1: taken</source>
        <comment>where and when</comment>
        <translation>%1: 사용 중</translation>
    </message>
    <message>
        <source>%1: none free</source>
        <comment>where and when</comment>
        <translation>%1: 만실</translation>
    </message>
    <message>
        <source>%1: not possible</source>
        <comment>where and when</comment>
        <translation>%1: 불가</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>미배정</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date pattern of a month</comment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date pattern of a month, short</comment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date pattern of a month, shortest</comment>
        <translation>M월</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n night(s) marked</source>
        <translation>
            <numerusform>%1, %n박 선택</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, free</source>
        <comment>a room&apos;s night</comment>
        <translation>%1, 비어 있음</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <comment>dates</comment>
        <translation>불러오지 않음</translation>
    </message>
    <message>
        <source>%1, %2: not loaded</source>
        <comment>room type, day</comment>
        <translation>%1, %2: 불러오지 않음</translation>
    </message>
    <message>
        <source>%1, not loaded</source>
        <comment>a room&apos;s night</comment>
        <translation>%1, 불러오지 않음</translation>
    </message>
    <message>
        <source>overstay: departure was due on %1</source>
        <translation>퇴실 지연: 출발일 %1</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Reserve it for %1</source>
        <translation>%1 일정으로 예약</translation>
    </message>
    <message>
        <source>Reserve %1 instead, %2</source>
        <translation>대신 예약: %1, %2</translation>
    </message>
    <message>
        <source>Change it and try again…</source>
        <translation>내용을 바꿔 다시 시도…</translation>
    </message>
    <message>
        <source>Assign room %1 instead</source>
        <translation>대신 %1호 배정</translation>
    </message>
    <message>
        <source>Move it to %1…</source>
        <translation>예약 변경: %1…</translation>
    </message>
    <message>
        <source>Choose other dates or another room…</source>
        <translation>다른 날짜나 객실 선택…</translation>
    </message>
    <message>
        <source>Take the outstanding payment…</source>
        <translation>미수금 결제…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 요청</translation>
    </message>
    <message>
        <source>Show the reservation</source>
        <translation>예약 보기</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>이 요청 버리기</translation>
    </message>
    <message>
        <source>Leave it as a request</source>
        <translation>요청 상태로 두기(객실 대기)</translation>
    </message>
    <message>
        <source>Request %1 instead, %2</source>
        <translation>대신 예약 요청: %1, %2</translation>
    </message>
    <message>
        <source>Take it as a request</source>
        <translation>예약 요청으로 접수</translation>
    </message>
    <message>
        <source>Move it now, assign a room later</source>
        <translation>지금 변경하고 객실은 나중에 배정</translation>
    </message>
    <message>
        <source>Take only %1, %2</source>
        <comment>3 seats, their price</comment>
        <translation>%1만 예약, %2</translation>
    </message>
    <message>
        <source>Hand it out at %1 instead</source>
        <comment>branch</comment>
        <translation>대신 %1에서 대출</translation>
    </message>
    <message>
        <source>Choose another performance…</source>
        <translation>다른 공연 선택…</translation>
    </message>
    <message>
        <source>Choose another day or another title…</source>
        <translation>다른 날짜나 다른 도서 선택…</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <comment>57 seats</comment>
        <translation>%1으로 변경</translation>
    </message>
    <message>
        <source>Save my version anyway</source>
        <translation>그래도 내 내용으로 저장</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>The seats become free again.</source>
        <translation>좌석을 다시 예매할 수 있게 됩니다.</translation>
    </message>
    <message>
        <source>The copy becomes free for the next reader.</source>
        <translation>다음 이용자가 대출할 수 있게 됩니다.</translation>
    </message>
    <message>
        <source>The day becomes free: %1.</source>
        <translation>해당 일자를 다시 판매할 수 있게 됩니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) become free: %1.</source>
        <translation>
            <numerusform>%n박을 다시 판매할 수 있게 됩니다: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The dates stay the same; the reservation will need a branch again.</source>
        <translation>날짜는 그대로이며 지점을 다시 정해야 합니다.</translation>
    </message>
    <message>
        <source>%1 becomes available to others for these nights: %2.</source>
        <comment>room, nights</comment>
        <translation>%1 객실을 다음 기간에 다른 예약에 배정할 수 있게 됩니다: %2.</translation>
    </message>
    <message>
        <source>The reservation keeps its dates and its price.</source>
        <translation>예약 날짜와 요금은 그대로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) become free.</source>
        <translation>
            <numerusform>%n박을 다시 판매할 수 있게 됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was paid, so nothing is refunded.</source>
        <translation>결제된 금액이 없어 환불도 없습니다.</translation>
    </message>
    <message>
        <source>%1 has been paid and is not refunded automatically.</source>
        <translation>결제 금액: %1. 자동으로 환불되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is still owed.</source>
        <translation>남는 미수금: %1.</translation>
    </message>
    <message>
        <source>The price stays %1, including these nights; nothing is refunded automatically.</source>
        <translation>요금은 남은 숙박일을 포함해 %1 그대로이며, 자동으로 환불되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 will be refunded to the card automatically.</source>
        <translation>카드로 자동 환불됩니다: %1.</translation>
    </message>
    <message>
        <source>%1 was paid in cash or by transfer: please return it to the guest. It is recorded as refunded.</source>
        <translation>현금·계좌 이체로 받은 금액은 고객에게 직접 돌려주세요: %1. 환불 완료로 기록됩니다.</translation>
    </message>
    <message>
        <source>A payment of %1 is under way. It will be withdrawn, or refunded if already charged.</source>
        <translation>진행 중인 결제(%1)는 취소되며, 이미 승인되었으면 환불됩니다.</translation>
    </message>
    <message>
        <source>A refund of %1 is under way.</source>
        <translation>환불이 진행 중입니다: %1.</translation>
    </message>
    <message>
        <source>%1 has been paid and will be refunded. Please return any part paid in cash or by transfer.</source>
        <translation>받은 금액은 환불됩니다: %1. 현금·계좌 이체로 받은 금액은 직접 돌려주세요.</translation>
    </message>
    <message>
        <source>Overpaid by %1. Refund it first, or the hotel keeps it.</source>
        <translation>초과 결제액: %1. 먼저 환불해 주세요. 환불하지 않으면 호텔에 남습니다.</translation>
    </message>
    <message>
        <source>%1 was paid in cash or by transfer: it stays as a credit until a manager refunds it.</source>
        <translation>현금·계좌 이체로 받은 금액: %1. 매니저가 환불할 때까지 초과 결제액으로 남습니다.</translation>
    </message>
    <message>
        <source>%1 has been paid. What was paid by card is refunded; the rest stays as a credit until a manager refunds it.</source>
        <translation>받은 금액: %1. 카드 결제분은 환불되고, 나머지는 매니저가 환불할 때까지 초과 결제액으로 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) after the departure are not charged. To charge them, extend the stay first.</source>
        <translation>
            <numerusform>출발일 이후 %n박은 청구되지 않습니다. 청구하려면 먼저 숙박을 연장해 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Overpaid by %1. It stays as a credit until a manager refunds it.</source>
        <translation>초과 결제액: %1. 매니저가 환불할 때까지 남아 있습니다.</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>South Korea</source>
        <translation>대한민국</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>호주</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>오스트리아</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>벨기에</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>브라질</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>캐나다</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>스위스</translation>
    </message>
    <message>
        <source>China</source>
        <translation>중국</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>체코</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>독일</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>덴마크</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>스페인</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>핀란드</translation>
    </message>
    <message>
        <source>France</source>
        <translation>프랑스</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>영국</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>그리스</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>홍콩</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>인도네시아</translation>
    </message>
    <message>
        <source>India</source>
        <translation>인도</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>아일랜드</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>이탈리아</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>일본</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>멕시코</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>말레이시아</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>네덜란드</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>노르웨이</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>뉴질랜드</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>필리핀</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>폴란드</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>포르투갈</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>싱가포르</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>스웨덴</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>태국</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>튀르키예</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>대만</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>미국</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>베트남</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>남아프리카 공화국</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern, full</comment>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date pattern, day and month</comment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, weekday, day and month</comment>
        <translation>M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date pattern, start of a range</comment>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: arrival to departure</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>day use</source>
        <translation>당일 이용</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n박</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date and time pattern</comment>
        <translation>yyyy년 M월 d일 HH:mm</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time pattern</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>an age in hours and minutes</comment>
        <translation>%1시간 %2분</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern, end of a range</comment>
        <translation>M월 d일 (ddd)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reservation taken</source>
        <translation>예약 접수</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>예약 확정</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Room assigned</source>
        <translation>객실 배정</translation>
    </message>
    <message>
        <source>Room unassigned</source>
        <translation>객실 배정 해제</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>예약 변경</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>체크인</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>체크아웃</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>노쇼 처리</translation>
    </message>
    <message>
        <source>Guest details changed</source>
        <translation>고객 정보 변경</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>메모 변경</translation>
    </message>
    <message>
        <source>Payment waiting to be charged</source>
        <translation>결제 대기</translation>
    </message>
    <message>
        <source>Payment sent to the provider</source>
        <translation>결제사에 전송</translation>
    </message>
    <message>
        <source>Provider busy, will be charged later</source>
        <translation>결제사 혼잡, 나중에 결제</translation>
    </message>
    <message>
        <source>Payment outcome unknown, being looked up</source>
        <translation>결제 결과 미확인, 조회 중</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation>결제 거절</translation>
    </message>
    <message>
        <source>Payment withdrawn</source>
        <translation>결제 취소(청구 안 됨)</translation>
    </message>
    <message>
        <source>Refund requested</source>
        <translation>환불 요청</translation>
    </message>
    <message>
        <source>Refund outcome unknown, being looked up</source>
        <translation>환불 결과 미확인, 조회 중</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>환불 실패</translation>
    </message>
    <message>
        <source>Room held</source>
        <translation>객실 확보</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>객실 확보 해제</translation>
    </message>
    <message>
        <source>no room was left</source>
        <translation>남은 객실 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event: its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Seats held</source>
        <translation>좌석 확보</translation>
    </message>
    <message>
        <source>Seats released</source>
        <translation>좌석 확보 해제</translation>
    </message>
    <message>
        <source>Branch chosen</source>
        <translation>지점 배정</translation>
    </message>
    <message>
        <source>Branch unassigned</source>
        <translation>지점 배정 해제</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>대출</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>반납</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>미수령</translation>
    </message>
    <message>
        <source>Copy held</source>
        <translation>도서 확보</translation>
    </message>
    <message>
        <source>Copy released</source>
        <translation>도서 확보 해제</translation>
    </message>
    <message>
        <source>no seat was left</source>
        <translation>남은 좌석 없음</translation>
    </message>
    <message>
        <source>no copy was left</source>
        <translation>남은 도서 없음</translation>
    </message>
    <message>
        <source>not paid in time</source>
        <translation>기한 안에 결제되지 않음</translation>
    </message>
    <message>
        <source>Guest&apos;s card kept for the payment</source>
        <translation>결제용 카드 등록됨</translation>
    </message>
    <message>
        <source>Guest&apos;s card could not be kept</source>
        <translation>카드를 등록하지 못함</translation>
    </message>
    <message>
        <source>Guest&apos;s card deleted</source>
        <translation>카드 정보 삭제됨</translation>
    </message>
    <message>
        <source>the card was declined</source>
        <translation>카드 승인 거절</translation>
    </message>
    <message>
        <source>Cancellation started; refund under way</source>
        <translation>취소 접수: 환불 후 취소 완료</translation>
    </message>
    <message>
        <source>Payment started</source>
        <translation>결제 시작</translation>
    </message>
    <message>
        <source>Unknown change %1</source>
        <comment>that this Deskbell has no word for</comment>
        <translation>알 수 없는 변경 %1</translation>
    </message>
    <message>
        <source>Guest&apos;s data erased</source>
        <translation>고객 정보 삭제됨</translation>
    </message>
    <message>
        <source>Rooms swapped</source>
        <translation>객실 맞바꿈</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Requested</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>결제 대기</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>확정 대기</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>배정 대기</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>도착 예정</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>투숙 중</translation>
    </message>
    <message>
        <source>Departing</source>
        <translation>퇴실 예정</translation>
    </message>
    <message>
        <source>To admit</source>
        <translation>입장 예정</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>대출 예정</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>이용 예정</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>입장 완료</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>대출 중</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>이용 중</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>종료 예정</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>반납 예정</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>종료 예정</translation>
    </message>
    <message>
        <source>Filter: guest, room, code</source>
        <translation>필터: 고객, 객실, 예약 번호</translation>
    </message>
    <message>
        <source>Filter: guest, performance, code</source>
        <translation>필터: 고객, 공연, 예약 번호</translation>
    </message>
    <message>
        <source>Filter: guest, title, code</source>
        <translation>필터: 고객, 도서, 예약 번호</translation>
    </message>
    <message>
        <source>Search guest, phone, room, code</source>
        <translation>고객, 전화, 객실, 예약 번호 검색</translation>
    </message>
    <message>
        <source>Search guest, phone, code</source>
        <translation>고객, 전화, 예약 번호 검색</translation>
    </message>
    <message>
        <source>Search guest, phone, branch, code</source>
        <translation>고객, 전화, 지점, 예약 번호 검색</translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation>도착일순</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>날짜순</translation>
    </message>
    <message>
        <source>By guest</source>
        <translation>고객 이름순</translation>
    </message>
    <message>
        <source>By amount owed</source>
        <translation>미수금순</translation>
    </message>
    <message>
        <source>By room</source>
        <translation>객실순</translation>
    </message>
    <message>
        <source>By branch</source>
        <translation>지점순</translation>
    </message>
    <message>
        <source>By room or branch</source>
        <translation>객실·지점순</translation>
    </message>
    <message>
        <source>By time received</source>
        <translation>접수순</translation>
    </message>
    <message>
        <source>Filter: guest, code</source>
        <translation>필터: 고객, 예약 번호</translation>
    </message>
    <message>
        <source>Overstays</source>
        <translation>퇴실 지연</translation>
    </message>
    <message>
        <source>By departure</source>
        <translation>출발일순</translation>
    </message>
    <message>
        <source>By return</source>
        <translation>반납일순</translation>
    </message>
    <message>
        <source>By last day</source>
        <translation>마지막 날짜순</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Deskbell is already open on this computer with the same data (%1).</source>
        <translation>이 컴퓨터에서 같은 데이터로 Deskbell이 이미 열려 있습니다(%1).</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written to. Is the disk full?</source>
        <translation>데이터 폴더 %1에 쓸 수 없습니다. 디스크가 가득 찼는지 확인하세요.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Reservation moved</source>
        <translation>예약 변경</translation>
    </message>
    <message>
        <source>Payment to be charged later</source>
        <translation>결제 지연</translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation>결제 거절</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Money refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>To be sent by SMS</source>
        <translation>문자로 보낼 예정</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>발송 대기</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>발송 중</translation>
    </message>
    <message>
        <source>Delivery uncertain: being looked up</source>
        <translation>수신 여부 확인 중</translation>
    </message>
    <message>
        <source>Accepted, not yet delivered</source>
        <translation>접수됨, 아직 전달 전</translation>
    </message>
    <message>
        <source>Delivered by SMS</source>
        <translation>문자로 전달됨</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>전달됨</translation>
    </message>
    <message>
        <source>Failed: the guest was not told</source>
        <translation>실패: 고객에게 알리지 못함</translation>
    </message>
    <message>
        <source>Not sent: the guest wants no messages</source>
        <translation>발송 안 함: 고객이 알림을 원하지 않음</translation>
    </message>
    <message>
        <source>KakaoTalk</source>
        <translation>카카오톡</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>File (development)</source>
        <translation>파일(개발용)</translation>
    </message>
    <message>
        <source>%1, because KakaoTalk failed (code %2)</source>
        <translation>%1, 카카오톡 실패(코드 %2) 후</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, 코드 %2</translation>
    </message>
</context>
<context>
    <name>Offerings</name>
    <message>
        <source>Rooms</source>
        <translation>객실</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Awaiting a branch</source>
        <translation>지점 배정 대기</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>대출 중</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>반납됨</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>미수령</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>입장 완료</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Unassign the branch</source>
        <translation>지점 배정 해제</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>대출</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>반납</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>종료</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>객실 %n실</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n석</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n권</numerusform>
        </translation>
    </message>
    <message>
        <source>The guest pays with the request and the room is held at once. You see only paid requests; a manager confirms or refunds them.</source>
        <translation>고객이 예약을 요청하면서 결제하고 객실이 바로 확보됩니다. 결제된 요청만 보이며, 매니저가 확정하거나 환불합니다.</translation>
    </message>
    <message>
        <source>The guest asks first. A manager checks, then confirms or rejects. The payment is collected after the confirmation.</source>
        <translation>고객이 먼저 예약을 요청합니다. 매니저가 확인한 뒤 확정하거나 거절하고, 결제는 확정 후에 이루어집니다.</translation>
    </message>
    <message>
        <source>The guest pays and the reservation is confirmed at once, without approval. If no room is left by then, the payment is refunded automatically.</source>
        <translation>고객이 결제하면 승인 없이 바로 확정됩니다. 그사이 남은 객실이 없으면 자동으로 환불됩니다.</translation>
    </message>
    <message>
        <source>A manager confirms, and the guest pays at the desk, by check-out at the latest. No payment is taken in advance.</source>
        <translation>매니저가 확정하고, 고객은 늦어도 체크아웃할 때 프런트에서 결제합니다. 미리 결제하지 않습니다.</translation>
    </message>
    <message>
        <source>Seats are held at once, or refused if too few are left. The payment is collected afterwards and confirms the tickets.</source>
        <translation>좌석이 바로 확보되고, 부족하면 거절됩니다. 결제는 이후에 이루어지며 결제되면 예매가 확정됩니다.</translation>
    </message>
    <message>
        <source>A copy is held at once, free of charge. The branch that hands it out is chosen automatically; the copy is returned later.</source>
        <translation>도서가 무료로 바로 확보됩니다. 대출할 지점은 자동으로 정해지며, 도서는 나중에 반납됩니다.</translation>
    </message>
    <message>
        <source>Room type</source>
        <translation>객실 타입</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>도서</translation>
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
        <translation>객실</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>권수</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the branch</source>
        <translation>지점 변경</translation>
    </message>
    <message>
        <source>Choose branch</source>
        <translation>지점 선택</translation>
    </message>
    <message>
        <source>Change room</source>
        <translation>객실 변경</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>입장</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Desks and guests</source>
        <translation>데스크와 고객</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>Messages to guests</source>
        <translation>고객 알림</translation>
    </message>
    <message>
        <source>Guests&apos; pages</source>
        <translation>고객 페이지</translation>
    </message>
    <message>
        <source>Payments to charge</source>
        <translation>처리할 결제</translation>
    </message>
    <message>
        <source>Refunds to make</source>
        <translation>처리할 환불</translation>
    </message>
    <message>
        <source>Branches to assign</source>
        <translation>배정할 지점</translation>
    </message>
    <message>
        <source>Messages to send</source>
        <translation>보낼 알림</translation>
    </message>
    <message>
        <source>Guests&apos; pages to update</source>
        <translation>갱신할 고객 페이지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What is reserved</source>
        <translation>예약 상품</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>예약 절차</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>숙박 기간</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>성인</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>아동</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>요금</translation>
    </message>
    <message>
        <source>Confirmed by a manager</source>
        <translation>매니저 확정</translation>
    </message>
    <message>
        <source>Place held</source>
        <translation>재고 확보</translation>
    </message>
    <message>
        <source>Room or branch</source>
        <translation>객실 또는 지점</translation>
    </message>
    <message>
        <source>Preferred room</source>
        <translation>희망 객실</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>예약 경로</translation>
    </message>
    <message>
        <source>Guest&apos;s name</source>
        <translation>고객 이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Wants messages</source>
        <translation>알림 수신</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Total number</source>
        <translation>전체 수량</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>기본 요금</translation>
    </message>
    <message>
        <source>Maximum guests</source>
        <translation>최대 인원</translation>
    </message>
    <message>
        <source>Order on the board</source>
        <translation>표시 순서</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Business date</source>
        <translation>영업일</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>Calls to the provider work as usual.</source>
        <translation>외부 서비스를 정상적으로 이용하고 있습니다.</translation>
    </message>
    <message>
        <source>Calls to the provider work as usual: of the last %1 calls, %2 % failed and %3 % were slow.</source>
        <translation>외부 서비스를 정상적으로 이용하고 있습니다. 최근 %1건 중 실패 %2%, 지연 %3%입니다.</translation>
    </message>
    <message>
        <source>Calls to the provider are paused for %1: of %2 calls, %3 % failed and %4 % were slow. Waiting work is done later.</source>
        <translation>외부 서비스 이용을 %1 동안 중지합니다. 최근 %2건 중 실패 %3%, 지연 %4%입니다. 대기 중인 작업은 나중에 처리됩니다.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>데스크</translation>
    </message>
    <message>
        <source>Guest&apos;s page</source>
        <translation>고객 페이지</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
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
        <translation>결제 기한</translation>
    </message>
    <message>
        <source>Unpaid reservations to release</source>
        <translation>기한이 지나면 취소할 미결제 예약</translation>
    </message>
    <message>
        <source>The provider is being tried again. After a few successful calls, work continues as usual.</source>
        <translation>외부 서비스에 다시 연결해 보고 있습니다. 몇 번 성공하면 정상으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Guests&apos; cards to keep</source>
        <translation>등록할 고객 카드</translation>
    </message>
    <message>
        <source>Guests&apos; cards to delete</source>
        <translation>삭제할 고객 카드</translation>
    </message>
    <message>
        <source>Guest&apos;s card</source>
        <translation>고객 카드</translation>
    </message>
    <message>
        <source>Signed-in desk</source>
        <translation>로그인된 데스크</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>End a session</source>
        <translation>로그인 세션 종료</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>비밀번호 변경</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Clerks may confirm their own reservations</source>
        <translation>직원이 받은 예약 직접 확정</translation>
    </message>
    <message>
        <source>Name generated by the import</source>
        <translation>가져올 때 자동으로 만든 이름</translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation>요청 횟수</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Takes no new reservations</source>
        <translation>새 예약 받지 않음</translation>
    </message>
    <message>
        <source>For sale</source>
        <translation>판매 상태</translation>
    </message>
    <message>
        <source>View guest data</source>
        <translation>고객 정보 조회</translation>
    </message>
    <message>
        <source>Earlier rooms</source>
        <translation>이전 객실</translation>
    </message>
    <message>
        <source>Unpaid since</source>
        <translation>미결제 시작 시각</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Who confirms</source>
        <translation>확정 담당</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>결제 제한 시간</translation>
    </message>
    <message>
        <source>Who confirms, and time to pay</source>
        <translation>확정 담당과 결제 제한 시간</translation>
    </message>
</context>
<context>
    <name>Reconciliation</name>
    <message>
        <source>Charge missing from the folios</source>
        <translation>호텔 장부에 없는 결제</translation>
    </message>
    <message>
        <source>The provider has charged this amount, but no folio has the payment. Look up the order at the provider to see the time and the card. If you cannot tell whose payment it is, ask the provider to refund it.</source>
        <translation>결제사에는 승인되어 있지만 어느 예약에도 없는 결제입니다. 결제사에서 주문번호로 승인 시각과 카드를 확인해 주세요. 누구의 결제인지 알 수 없으면 결제사에서 취소해 주세요.</translation>
    </message>
    <message>
        <source>Refund missing from the folios</source>
        <translation>호텔 장부에 없는 환불</translation>
    </message>
    <message>
        <source>The provider has refunded this amount, but no desk requested it. It is not in the folio: do not refund it again.</source>
        <translation>데스크에서 요청하지 않았는데 결제사에서 환불되었습니다. 계산서에는 없으니 다시 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Charge missing at the provider</source>
        <translation>결제사에 없는 결제</translation>
    </message>
    <message>
        <source>The folio shows this as paid, but the provider has no such charge. Ask the provider before you charge the guest again.</source>
        <translation>계산서에는 결제 완료로 되어 있지만 결제사에는 승인 내역이 없습니다. 다시 결제하기 전에 결제사에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Refund missing at the provider</source>
        <translation>결제사에 없는 환불</translation>
    </message>
    <message>
        <source>The folio shows this as refunded, but the provider has no such refund: the guest may still be waiting for it. Ask the provider.</source>
        <translation>계산서에는 환불 완료로 되어 있지만 결제사에는 환불 내역이 없습니다. 고객이 아직 환불받지 못했을 수 있으니 결제사에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Charge amounts differ</source>
        <translation>결제 금액 불일치</translation>
    </message>
    <message>
        <source>The guest&apos;s card statement shows the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</source>
        <translation>고객에게는 결제사의 금액이 청구되고, 계산서에는 다른 금액이 적혀 있습니다. 차액을 고객과 정산하고 원인을 결제사에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Refund amounts differ</source>
        <translation>환불 금액 불일치</translation>
    </message>
    <message>
        <source>The guest has received the provider&apos;s amount; the folio shows the other. Settle the difference with the guest, and ask the provider for the cause.</source>
        <translation>고객은 결제사의 금액을 환불받았고, 계산서에는 다른 금액이 적혀 있습니다. 차액을 고객과 정산하고 원인을 결제사에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Charge outcomes differ</source>
        <translation>결제 상태 불일치</translation>
    </message>
    <message>
        <source>The provider has charged this amount, but the folio does not show it as paid. Do not charge the guest again. Ask the provider, and request a refund if the amount is not owed.</source>
        <translation>결제사에는 승인되어 있지만 계산서에는 결제로 잡혀 있지 않습니다. 다시 결제하지 말고 결제사에 확인한 뒤, 받을 금액이 아니면 취소해 주세요.</translation>
    </message>
    <message>
        <source>Refund outcomes differ</source>
        <translation>환불 상태 불일치</translation>
    </message>
    <message>
        <source>One side shows this as refunded, the other does not. Ask the provider before you tell the guest anything.</source>
        <translation>한쪽은 환불 완료, 다른 쪽은 미완료로 되어 있습니다. 고객에게 안내하기 전에 결제사에 확인해 주세요.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be read</source>
        <translation>결제사 응답 해석 불가</translation>
    </message>
    <message>
        <source>The provider&apos;s answer about this payment could not be read. Look it up at the provider, and tell the operator.</source>
        <translation>이 결제에 대한 결제사의 응답을 해석하지 못했습니다. 결제사에서 직접 확인하고 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>일부 환불</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>처리 중</translation>
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
            <numerusform>결제 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>환불 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 compared, %3</source>
        <comment>payments, refunds, when</comment>
        <translation>%1, %2 대조함 (%3)</translation>
    </message>
    <message>
        <source>This day is not over yet. It is compared half an hour after midnight in the payment provider&apos;s time zone.</source>
        <translation>아직 끝나지 않은 날짜입니다. 결제사 기준으로 자정이 지나고 30분 뒤에 대조합니다.</translation>
    </message>
    <message>
        <source>This day has not been compared: payment processing at the backend has stopped. Please tell the operator.</source>
        <translation>아직 대조하지 않았습니다. 서버의 결제 처리가 멈춰 있습니다. 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>This day has not been compared: the payment provider does not answer at present. Once it does, the missed days of the last week are compared.</source>
        <translation>아직 대조하지 않았습니다. 지금 결제사가 응답하지 않습니다. 응답하면 최근 일주일의 빠진 날을 자동으로 대조합니다.</translation>
    </message>
    <message>
        <source>This day has not been compared yet. It is compared half an hour after midnight in the payment provider&apos;s time zone, and retried every ten minutes.</source>
        <translation>아직 대조하지 않았습니다. 결제사 기준으로 자정이 지나고 30분 뒤에 대조하며, 안 되면 10분마다 다시 시도합니다.</translation>
    </message>
    <message>
        <source>This day was not compared. The operator can run: deskbelld reconcile --day %1</source>
        <translation>대조하지 않은 날짜입니다. 운영자가 실행할 수 있습니다: deskbelld reconcile --day %1</translation>
    </message>
    <message>
        <source>Ended without a payment</source>
        <translation>결제 없이 종료</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something unexpected went wrong (%1).</source>
        <translation>예상하지 못한 문제가 발생했습니다(%1).</translation>
    </message>
    <message>
        <source>This reservation is not known to the backend.</source>
        <translation>서버에 없는 예약입니다.</translation>
    </message>
    <message>
        <source>This has been carried out already; nothing was done twice.</source>
        <translation>이미 처리된 요청이며 중복 처리되지 않았습니다.</translation>
    </message>
    <message>
        <source>That is not possible any more: the reservation is now “%1”.</source>
        <translation>더 이상 할 수 없습니다. 예약의 현재 상태는 ‘%1’입니다.</translation>
    </message>
    <message>
        <source>Your role (%1) may not do that. Please ask a manager.</source>
        <translation>현재 권한(%1)으로는 할 수 없습니다. 매니저에게 요청해 주세요.</translation>
    </message>
    <message>
        <source>This room type does not exist any more.</source>
        <translation>더 이상 없는 객실 타입입니다.</translation>
    </message>
    <message>
        <source>This room does not exist any more.</source>
        <translation>더 이상 없는 객실입니다.</translation>
    </message>
    <message>
        <source>Room %1 is of another room type.</source>
        <translation>%1호는 다른 객실 타입입니다.</translation>
    </message>
    <message>
        <source>Reservations of this kind are not assigned a room.</source>
        <translation>이 종류의 예약에는 객실을 배정하지 않습니다.</translation>
    </message>
    <message>
        <source>Room %1 is taken in these nights (%2 to %3).</source>
        <translation>%1호는 해당 기간(%2 – %3)에 이미 사용 중입니다.</translation>
    </message>
    <message>
        <source>%1 is full on %2: %3 free, %4 wanted.</source>
        <translation>%1: %2에 만실입니다(남은 객실 %3실, 필요한 객실 %4실).</translation>
    </message>
    <message>
        <source>These dates cannot be reserved: %1 to %2. The departure must be after the arrival, within a year, and not in the past.</source>
        <translation>예약할 수 없는 날짜입니다: %1 – %2. 출발일은 도착일 이후 1년 이내여야 하며 지난 날짜일 수 없습니다.</translation>
    </message>
    <message>
        <source>The number of rooms must be between 1 and 100.</source>
        <translation>객실 수는 1에서 100 사이여야 합니다.</translation>
    </message>
    <message>
        <source>There must be one price for each night: %1 are needed, %2 were given.</source>
        <translation>숙박일마다 요금이 있어야 합니다. 필요한 요금 %1개, 입력한 요금 %2개.</translation>
    </message>
    <message>
        <source>The guest&apos;s name is missing.</source>
        <translation>고객 이름을 입력해 주세요.</translation>
    </message>
    <message>
        <source>This text contains characters that cannot be stored.</source>
        <translation>저장할 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The name that the guest gave contains a link or a phone number.</source>
        <translation>고객이 적은 이름에 링크나 전화번호가 들어 있습니다.</translation>
    </message>
    <message>
        <source>This currency is not known.</source>
        <translation>알 수 없는 통화입니다.</translation>
    </message>
    <message>
        <source>This room type is counted in another way; make a new reservation instead.</source>
        <translation>재고를 세는 방식이 다른 객실 타입입니다. 새 예약을 만들어 주세요.</translation>
    </message>
    <message>
        <source>Please enter a reason; the guest will see it.</source>
        <translation>사유를 입력해 주세요. 고객에게 안내됩니다.</translation>
    </message>
    <message>
        <source>This amount is not possible.</source>
        <translation>올바르지 않은 금액입니다.</translation>
    </message>
    <message>
        <source>The reservation is priced in %1, not in %2.</source>
        <translation>통화가 다릅니다. 예약 통화: %1, 입력한 통화: %2.</translation>
    </message>
    <message>
        <source>%1 is more than can still be charged (%2).</source>
        <translation>결제할 수 있는 금액을 넘습니다: %1 (최대 %2).</translation>
    </message>
    <message>
        <source>%1 is more than can be refunded (%2).</source>
        <translation>환불할 수 있는 금액을 넘습니다: %1 (최대 %2).</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>결제할 금액이 없습니다.</translation>
    </message>
    <message>
        <source>The card has not been read. Please try at the terminal again.</source>
        <translation>카드를 읽지 못했습니다. 단말기에서 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This payment is not known to the backend.</source>
        <translation>서버에 없는 결제입니다.</translation>
    </message>
    <message>
        <source>This refund is not known to the backend.</source>
        <translation>서버에 없는 환불입니다.</translation>
    </message>
    <message>
        <source>A payment is still under way; wait for its outcome first.</source>
        <translation>결제가 아직 진행 중입니다. 먼저 결과를 기다려 주세요.</translation>
    </message>
    <message>
        <source>%1 is still owed. Take the payment before the check-out.</source>
        <translation>아직 미수금이 있습니다: %1. 체크아웃 전에 결제해 주세요.</translation>
    </message>
    <message>
        <source>The guest arrives on %1; the business date is %2.</source>
        <translation>도착일은 %1이고 영업일은 %2입니다.</translation>
    </message>
    <message>
        <source>A room has to be assigned first.</source>
        <translation>먼저 객실을 배정해야 합니다.</translation>
    </message>
    <message>
        <source>The business date can only advance by one day, from %1.</source>
        <translation>영업일은 %1에서 하루씩만 넘길 수 있습니다.</translation>
    </message>
    <message>
        <source>This reservation procedure is not known.</source>
        <translation>알 수 없는 예약 절차입니다.</translation>
    </message>
    <message>
        <source>This is not the address of a backend. An address looks like https://desk.example.com.</source>
        <translation>서버 주소가 아닙니다. https://desk.example.com 과 같은 형식입니다.</translation>
    </message>
    <message>
        <source>Only an encrypted connection is used: the address must begin with https://.</source>
        <translation>암호화된 연결만 사용합니다. 주소는 https:// 로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>The backend&apos;s certificate could not be verified; nothing was sent.</source>
        <translation>서버 인증서를 확인할 수 없어 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait %1 seconds.</source>
        <translation>시도 횟수가 너무 많습니다. %1초 후에 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This program is too old for the backend. Please update Deskbell.</source>
        <translation>프로그램이 서버보다 오래되었습니다. Deskbell을 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>The backend is too old for this program. Please tell the operator.</source>
        <translation>서버가 프로그램보다 오래되었습니다. 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>%1 entries are still waiting to be sent.</source>
        <translation>%1건이 아직 전송 대기 중입니다.</translation>
    </message>
    <message>
        <source>Entries of another person are still waiting on this desk.</source>
        <translation>다른 직원이 입력한 항목이 이 데스크에서 아직 대기 중입니다.</translation>
    </message>
    <message>
        <source>The stored data was damaged and has been fetched again. Nothing you entered was lost.</source>
        <translation>저장된 정보가 손상되어 새로 받았습니다. 입력한 내용은 사라지지 않았습니다.</translation>
    </message>
    <message>
        <source>The file with waiting entries was damaged and has been kept as %1. Please tell the operator before you enter anything again.</source>
        <translation>대기 항목 파일이 손상되어 따로 저장했습니다: %1. 다시 입력하기 전에 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be kept. Free some space, then try again.</source>
        <translation>디스크가 가득 차 더 이상 저장할 수 없습니다. 공간을 확보한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: you stay signed in until Deskbell is closed.</source>
        <translation>이 컴퓨터에는 키체인이 없어 Deskbell을 닫을 때까지만 로그인이 유지됩니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong. Reservations are not affected, but the times shown here are.</source>
        <translation>이 컴퓨터의 시계가 맞지 않습니다. 예약 처리에는 영향이 없지만 여기에 표시되는 시각이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>The backend was restored from a backup. Please check the entries under Needs attention.</source>
        <translation>서버가 백업에서 복원되었습니다. ‘확인 필요’의 항목을 확인해 주세요.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again; what you entered is kept.</source>
        <translation>로그인이 만료되었습니다. 다시 로그인해 주세요. 입력한 내용은 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>The backend cannot be reached at the moment.</source>
        <translation>지금은 서버에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The stored data was written by a newer Deskbell. Please update this one.</source>
        <translation>저장된 정보가 더 새로운 Deskbell에서 만들어졌습니다. 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>It has been sent already and can no longer be withdrawn.</source>
        <translation>이미 전송되어 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>This could not be kept on this computer. Please try again.</source>
        <translation>이 컴퓨터에 저장하지 못했습니다. 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Nothing can be kept in %1: the folder cannot be written to. Please tell the operator.</source>
        <translation>%1 폴더에 쓸 수 없어 아무것도 저장할 수 없습니다. 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The data kept on this computer is damaged. Please close Deskbell and open it again.</source>
        <translation>이 컴퓨터에 저장된 데이터가 손상되었습니다. Deskbell을 닫고 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>This entry is too old to be carried out. Please check the reservation and enter it again.</source>
        <translation>이 항목은 너무 오래되어 처리할 수 없습니다. 예약을 확인하고 다시 입력해 주세요.</translation>
    </message>
    <message>
        <source>An earlier entry that this one depends on was never carried out.</source>
        <translation>먼저 처리되어야 할 항목이 처리되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this desk.</source>
        <translation>이 데스크에 로그인한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>The desk is still being opened. Please try again in a moment.</source>
        <translation>데스크를 여는 중입니다. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This account belongs to no property. Please tell the operator.</source>
        <translation>이 계정이 속한 호텔이 없습니다. 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The backend did not answer. Deskbell will try again.</source>
        <translation>서버가 응답하지 않았습니다. 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The backend has a different entry with the same number. Please tell the operator.</source>
        <translation>서버에 같은 번호의 다른 항목이 있습니다. 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The card could not be read. Please try again.</source>
        <translation>카드를 읽을 수 없습니다. 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The card payment was cancelled at the terminal; nothing was charged.</source>
        <translation>단말기에서 카드 결제가 취소되어 청구되지 않았습니다.</translation>
    </message>
    <message>
        <source>The card terminal does not answer. Is it switched on?</source>
        <translation>카드 단말기가 응답하지 않습니다. 전원을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The backend cannot read this entry. Please enter it again, and tell the operator if it happens again.</source>
        <translation>서버가 이 항목을 읽을 수 없습니다. 다시 입력해 보고, 계속되면 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The price has changed in the meantime.</source>
        <translation>그사이 요금이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>This notice is not known to the backend.</source>
        <translation>서버에 없는 알림입니다.</translation>
    </message>
    <message>
        <source>%1 has no room to assign.</source>
        <translation>%1에는 배정할 수 있는 객실이 없습니다.</translation>
    </message>
    <message>
        <source>Room %1 is used by reservations: move them first.</source>
        <translation>%1호를 이용하거나 예약한 고객이 있습니다. 먼저 다른 객실로 옮겨 주세요.</translation>
    </message>
    <message>
        <source>A name and a short code are needed.</source>
        <translation>이름과 짧은 코드를 입력해 주세요.</translation>
    </message>
    <message>
        <source>%1 is not a valid number here.</source>
        <translation>%1: 여기에 넣을 수 없는 수입니다.</translation>
    </message>
    <message>
        <source>%3 of %1 are already sold; the total cannot be %2.</source>
        <translation>%1: 이미 %3개가 예약되어 %2개로 줄일 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is on another date (%2). The date cannot change once guests have reserved it.</source>
        <translation>%1의 날짜가 다릅니다(%2). 예약이 들어온 뒤에는 날짜를 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>This performance does not exist any more.</source>
        <translation>이 공연은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>This title does not exist any more.</source>
        <translation>이 도서는 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>This branch does not exist any more.</source>
        <translation>이 지점은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>%1 does not hand out this title.</source>
        <translation>%1에서는 이 도서를 대출하지 않습니다.</translation>
    </message>
    <message>
        <source>Seats are not assigned to tickets here.</source>
        <translation>여기서는 티켓에 좌석을 따로 배정하지 않습니다.</translation>
    </message>
    <message>
        <source>A reservation of several copies is not assigned a branch.</source>
        <translation>여러 권을 함께 예약하면 지점을 배정하지 않습니다.</translation>
    </message>
    <message>
        <source>No branch hands out %1.</source>
        <translation>%1: 이 도서를 대출하는 지점이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has copies reserved or handed out: they must be returned first.</source>
        <translation>%1에 예약되거나 대출된 도서가 있습니다. 먼저 반납되어야 합니다.</translation>
    </message>
    <message>
        <source>%1: %3 seats are left, %4 were wanted.</source>
        <translation>%1: 남은 좌석 %3석, 요청 %4석.</translation>
    </message>
    <message>
        <source>%1: %3 copies are left, %4 were wanted.</source>
        <translation>%1: 남은 도서 %3권, 요청 %4권.</translation>
    </message>
    <message>
        <source>Seats cannot be reserved for %1: it is in the past, or not the day of the performance.</source>
        <translation>%1에는 좌석을 예매할 수 없습니다. 이미 지났거나 공연일이 아닙니다.</translation>
    </message>
    <message>
        <source>It cannot be lent from %1 to %2. The return date must be after the loan date, within a year, and not in the past.</source>
        <translation>%1부터 %2까지는 대출할 수 없습니다. 반납일은 대출일 이후 1년 이내여야 하고 과거일 수 없습니다.</translation>
    </message>
    <message>
        <source>The number of seats must be between 1 and 100.</source>
        <translation>좌석 수는 1에서 100 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The number of copies must be between 1 and 100.</source>
        <translation>권수는 1에서 100 사이여야 합니다.</translation>
    </message>
    <message>
        <source>There must be one price for all seats together.</source>
        <translation>모든 좌석의 합계 금액 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>There must be one price for all copies together.</source>
        <translation>모든 도서의 합계 금액 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>A seat reservation cannot become another kind; make a new reservation instead.</source>
        <translation>좌석 예약은 다른 종류로 바꿀 수 없습니다. 새로 예약해 주세요.</translation>
    </message>
    <message>
        <source>A loan cannot become another kind; make a new reservation instead.</source>
        <translation>대출 예약은 다른 종류로 바꿀 수 없습니다. 새로 예약해 주세요.</translation>
    </message>
    <message>
        <source>%1 is still owed. Take the payment first.</source>
        <translation>아직 미수금이 있습니다: %1. 먼저 결제해 주세요.</translation>
    </message>
    <message>
        <source>The performance is on %1; the business date is %2.</source>
        <translation>공연일은 %1이고 영업일은 %2입니다.</translation>
    </message>
    <message>
        <source>It is reserved from %1; the business date is %2.</source>
        <translation>%1부터 예약되어 있고 영업일은 %2입니다.</translation>
    </message>
    <message>
        <source>A branch has to be chosen first.</source>
        <translation>먼저 지점을 선택해야 합니다.</translation>
    </message>
    <message>
        <source>It was not paid in time and was released.</source>
        <translation>기한 안에 결제되지 않아 예약이 취소되었습니다.</translation>
    </message>
    <message>
        <source>The user name or password is incorrect.</source>
        <translation>사용자 이름 또는 비밀번호가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Live updates are blocked on the way to the backend, perhaps by a proxy. Everything still works, but changes by others appear a few seconds later.</source>
        <translation>프록시 등이 실시간 업데이트를 차단하고 있습니다. 업무는 모두 가능하지만 다른 직원의 변경은 몇 초 늦게 표시됩니다.</translation>
    </message>
    <message>
        <source>The backend did not answer in time.</source>
        <translation>서버가 제때 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The backend is still working on this; it will be sent again in a moment.</source>
        <translation>서버가 처리 중입니다. 잠시 뒤 다시 보냅니다.</translation>
    </message>
    <message>
        <source>The backend cannot do this at the moment; it will be sent again until it succeeds.</source>
        <translation>서버가 지금 처리할 수 없습니다. 전송될 때까지 다시 보냅니다.</translation>
    </message>
    <message>
        <source>Payment is due with the reservation: %1.</source>
        <translation>예약과 함께 결제해야 합니다: %1</translation>
    </message>
    <message>
        <source>This reservation procedure does not charge a card later.</source>
        <translation>이 예약 절차에서는 카드를 나중에 결제하지 않습니다.</translation>
    </message>
    <message>
        <source>The guest gave no phone number.</source>
        <translation>고객의 전화번호가 없습니다.</translation>
    </message>
    <message>
        <source>The guest already has %2 unpaid reservations; %1 are allowed.</source>
        <translation>이 고객에게 결제하지 않은 예약이 이미 %2건 있습니다. 최대 %1건입니다.</translation>
    </message>
    <message>
        <source>This text is too long; at most %1 characters are allowed.</source>
        <translation>내용이 너무 깁니다. 최대 %1자까지 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>The backend at %2 is not the one that this desk works with (%1). Nothing was sent to it.</source>
        <translation>%2에서 이 데스크가 쓰던 서버(%1)가 아닌 다른 서버가 응답합니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The server at %1 could not prove that it is a Deskbell backend. Nothing was sent.</source>
        <translation>%1에서 응답한 서버가 신원을 증명하지 못했습니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The backend refused this desk. Please try again, and tell the operator if it happens again.</source>
        <translation>서버가 이 데스크의 접속을 허용하지 않았습니다. 다시 시도해 보시고, 반복되면 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The new password is too short: at least 10 characters are needed.</source>
        <translation>새 비밀번호가 너무 짧습니다. 10자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The new password is too long.</source>
        <translation>새 비밀번호가 너무 깁니다.</translation>
    </message>
    <message>
        <source>This password is too common. Please choose another one.</source>
        <translation>너무 흔한 비밀번호입니다. 다른 비밀번호를 정해 주세요.</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>이미 종료된 로그인 세션입니다.</translation>
    </message>
    <message>
        <source>Too many requests came from the same place.</source>
        <translation>같은 곳에서 요청이 너무 많이 들어왔습니다.</translation>
    </message>
    <message>
        <source>The card was declined and the reservation was released.</source>
        <translation>카드가 거절되어 예약이 취소되었습니다.</translation>
    </message>
    <message>
        <source>The backend cannot be reached. Check the address and the network. People who have signed in on this desk before can work offline.</source>
        <translation>서버에 연결할 수 없습니다. 주소와 네트워크를 확인하세요. 이 데스크에서 로그인한 적이 있는 사람은 오프라인으로 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>A proxy or a Wi-Fi sign-in page answered instead of the backend.</source>
        <translation>서버 대신 프록시나 Wi-Fi 로그인 페이지가 응답했습니다.</translation>
    </message>
    <message>
        <source>The backend can be reached but is not working at the moment. People who have signed in on this desk before can work offline.</source>
        <translation>서버에 연결은 되지만 지금은 처리할 수 없습니다. 이 데스크에서 로그인한 적이 있는 사람은 오프라인으로 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>The current password is wrong. Nothing was changed.</source>
        <translation>현재 비밀번호가 맞지 않습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The backend could not store the password. Please try again.</source>
        <translation>서버가 비밀번호를 저장하지 못했습니다. 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Your account has no access to this property.</source>
        <translation>이 호텔에 대한 권한이 없는 계정입니다.</translation>
    </message>
    <message>
        <source>The backend does not know this property.</source>
        <translation>서버에 등록되지 않은 호텔입니다.</translation>
    </message>
    <message>
        <source>This desk has signed in as a new device; the entry will be sent again.</source>
        <translation>이 데스크가 새 기기로 로그인되어 항목을 다시 보냅니다.</translation>
    </message>
    <message>
        <source>The backend does not know this request.</source>
        <translation>서버가 알 수 없는 요청입니다.</translation>
    </message>
    <message>
        <source>This password is too similar to a name. Please choose another one.</source>
        <translation>이름과 거의 같은 비밀번호입니다. 다른 비밀번호를 정해 주세요.</translation>
    </message>
    <message>
        <source>%2 is still in room %1. Check them out first, or assign another room.</source>
        <translation>%1호에 아직 %2 님이 계십니다. 먼저 체크아웃하거나 다른 객실을 배정해 주세요.</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>없는 시간대입니다: %1.</translation>
    </message>
    <message>
        <source>There must be at least one adult.</source>
        <translation>성인이 한 명 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime (%1). Your changes were not saved.</source>
        <translation>그사이 다른 사람이 이 내용을 변경했습니다(%1). 입력하신 내용은 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 guests are too many: the maximum is %2.</source>
        <translation>인원이 너무 많습니다: %1명 (최대 %2명).</translation>
    </message>
    <message>
        <source>There is already a room called %1.</source>
        <translation>이미 있는 객실 이름입니다: %1.</translation>
    </message>
    <message>
        <source>There is already a property called %1.</source>
        <translation>이미 있는 호텔 이름입니다: %1.</translation>
    </message>
    <message>
        <source>The guest&apos;s data was erased. Nothing more can be entered here.</source>
        <translation>고객 정보가 삭제된 예약이라 더 이상 입력할 수 없습니다.</translation>
    </message>
    <message>
        <source>It is closed: no new reservations are taken for it.</source>
        <translation>판매가 중지되어 새 예약을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Room %1 is closed: it cannot be assigned to new guests.</source>
        <translation>%1 객실은 사용이 중지되어 새로 배정할 수 없습니다.</translation>
    </message>
    <message>
        <source>It still has rooms, or reservations that are not over.</source>
        <translation>아직 객실이 남아 있거나 끝나지 않은 예약이 있습니다.</translation>
    </message>
    <message>
        <source>The two stays have no night in common in which they could swap rooms.</source>
        <translation>두 예약은 겹치는 숙박일이 없어 객실을 맞바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>It has been changed since, and can no longer be undone.</source>
        <translation>그 뒤에 변경되어 실행 취소할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>cannot read %1: %2</source>
        <translation>읽을 수 없습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 can be read by others; make it readable only by you (chmod 600)</source>
        <translation>다른 사용자가 읽을 수 있는 파일입니다: %1. 본인만 읽을 수 있게 바꿔 주세요(chmod 600)</translation>
    </message>
    <message>
        <source>The front desk of a hotel.</source>
        <translation>호텔 프런트 데스크.</translation>
    </message>
    <message>
        <source>Folder of this desk&apos;s data.</source>
        <translation>이 데스크의 데이터 폴더.</translation>
    </message>
    <message>
        <source>The backend&apos;s address.</source>
        <translation>서버 주소.</translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation>언어: ko 또는 en.</translation>
    </message>
    <message>
        <source>Colour scheme: light or dark.</source>
        <translation>화면 테마: light 또는 dark.</translation>
    </message>
    <message>
        <source>Sign in with this user name; needs --password-file.</source>
        <translation>이 이름으로 로그인, --password-file 필요.</translation>
    </message>
    <message>
        <source>File with the password in its first line, readable only by you.</source>
        <translation>첫 줄에 비밀번호가 있는 파일, 본인만 읽을 수 있어야 함.</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>알 수 없는 인수: %1</translation>
    </message>
    <message>
        <source>unknown language: %1</source>
        <translation>없는 언어입니다: %1</translation>
    </message>
    <message>
        <source>unknown colour scheme: %1</source>
        <translation>없는 화면 테마입니다: %1</translation>
    </message>
    <message>
        <source>not an address: %1</source>
        <translation>주소가 아닙니다: %1</translation>
    </message>
    <message>
        <source>--sign-in-as needs --server and --password-file</source>
        <translation>--sign-in-as에는 --server와 --password-file이 필요합니다</translation>
    </message>
    <message>
        <source>Print the steps of the start with their times to standard error.</source>
        <translation>시작 단계를 시각과 함께 표준 오류로 출력.</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>No card</source>
        <translation>카드 없음</translation>
    </message>
    <message>
        <source>Approved by the guest</source>
        <translation>고객 승인됨</translation>
    </message>
    <message>
        <source>Kept for the payment</source>
        <translation>결제용으로 보관 중</translation>
    </message>
    <message>
        <source>Could not be kept</source>
        <translation>보관 실패</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>(needs a newer Deskbell)</source>
        <translation>(최신 버전의 Deskbell 필요)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>판매 중</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>판매 중지</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>삭제됨</translation>
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
        <translation>%2 – %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>unknown room</source>
        <translation>알 수 없는 객실</translation>
    </message>
    <message>
        <source>unknown room type</source>
        <translation>알 수 없는 객실 타입</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>요청됨</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>결제 대기</translation>
    </message>
    <message>
        <source>Awaiting confirmation</source>
        <translation>확정 대기</translation>
    </message>
    <message>
        <source>Awaiting a room</source>
        <translation>객실 배정 대기</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>투숙 중</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>퇴실</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>노쇼</translation>
    </message>
    <message>
        <source>The guest is waiting for the hotel&apos;s answer.</source>
        <translation>고객이 호텔의 회신을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The guest has yet to pay.</source>
        <translation>고객의 결제를 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>A manager has to confirm or reject it.</source>
        <translation>매니저가 확정하거나 거절해야 합니다.</translation>
    </message>
    <message>
        <source>A room is being assigned.</source>
        <translation>객실을 배정하고 있습니다.</translation>
    </message>
    <message>
        <source>The guest is expected.</source>
        <translation>도착 예정 고객입니다.</translation>
    </message>
    <message>
        <source>The guest is in the house.</source>
        <translation>투숙 중인 고객입니다.</translation>
    </message>
    <message>
        <source>The guest has left.</source>
        <translation>퇴실한 고객입니다.</translation>
    </message>
    <message>
        <source>The reservation was cancelled.</source>
        <translation>취소된 예약입니다.</translation>
    </message>
    <message>
        <source>The hotel rejected the request.</source>
        <translation>호텔이 거절한 예약입니다.</translation>
    </message>
    <message>
        <source>The guest did not come.</source>
        <translation>고객이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>계좌 이체</translation>
    </message>
    <message>
        <source>Accepted, to be charged</source>
        <translation>접수됨, 결제 예정</translation>
    </message>
    <message>
        <source>Being charged</source>
        <translation>결제 진행 중</translation>
    </message>
    <message>
        <source>Provider busy: will be charged later</source>
        <translation>결제사 혼잡: 나중에 결제됩니다</translation>
    </message>
    <message>
        <source>Outcome unknown: being looked up</source>
        <translation>결과 미확인: 조회 중입니다</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Withdrawn, nothing charged</source>
        <translation>취소됨, 청구되지 않음</translation>
    </message>
    <message>
        <source>Refund on its way</source>
        <translation>환불 진행 중</translation>
    </message>
    <message>
        <source>Refund outcome unknown: being looked up</source>
        <translation>환불 결과 미확인: 조회 중입니다</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>환불 실패</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>전송 대기</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>전송 중</translation>
    </message>
    <message>
        <source>Sent, no answer yet: asking again</source>
        <translation>전송됨, 응답 없음: 다시 확인 중</translation>
    </message>
    <message>
        <source>On hold: an earlier request was refused</source>
        <translation>보류: 앞선 요청이 거부됨</translation>
    </message>
    <message>
        <source>Accepted, being applied</source>
        <translation>접수됨, 반영 중</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>직원</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>매니저</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Paid with the request</source>
        <translation>예약 시 결제</translation>
    </message>
    <message>
        <source>On request, paid after confirmation</source>
        <translation>예약 요청, 확정 후 결제</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>즉시 확정</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>대출</translation>
    </message>
    <message>
        <source>Paid at the hotel</source>
        <translation>현장 결제</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>프런트 방문</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>홈페이지</translation>
    </message>
    <message>
        <source>Travel site</source>
        <translation>온라인 여행사</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>기업</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>단체</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>직접 예약</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>새 예약</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Cancel reservation</source>
        <translation>예약 취소</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>예약 변경</translation>
    </message>
    <message>
        <source>Assign a room</source>
        <translation>객실 배정</translation>
    </message>
    <message>
        <source>Unassign the room</source>
        <translation>배정 해제</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>체크인</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>체크아웃</translation>
    </message>
    <message>
        <source>Edit guest</source>
        <translation>고객 정보 수정</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>메모 수정</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Record a payment outcome</source>
        <translation>결제 결과 기록</translation>
    </message>
    <message>
        <source>Record a refund outcome</source>
        <translation>환불 결과 기록</translation>
    </message>
    <message>
        <source>Close the business day</source>
        <translation>영업일 마감</translation>
    </message>
    <message>
        <source>Change the reservation procedure</source>
        <translation>예약 절차 변경</translation>
    </message>
    <message>
        <source>Reserve %1, %2</source>
        <translation>%1 예약, %2</translation>
    </message>
    <message>
        <source>Move to %1, %2</source>
        <translation>예약 변경: %1, %2</translation>
    </message>
    <message>
        <source>Assign room %1</source>
        <translation>%1호 배정</translation>
    </message>
    <message>
        <source>Take %1, %2</source>
        <translation>%1 결제, %2</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 환불</translation>
    </message>
    <message>
        <source>Open the business day %1</source>
        <translation>%1 영업일 시작</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>알 수 없는 사람</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Record a message outcome</source>
        <translation>알림 결과 기록</translation>
    </message>
    <message>
        <source>Assign a free unit</source>
        <translation>빈 객실 배정</translation>
    </message>
    <message>
        <source>Set up what can be reserved</source>
        <translation>상품 설정</translation>
    </message>
    <message>
        <source>Set up a room or a branch</source>
        <translation>객실이나 지점 설정</translation>
    </message>
    <message>
        <source>unknown branch</source>
        <translation>알 수 없는 지점</translation>
    </message>
    <message>
        <source>unknown performance</source>
        <translation>알 수 없는 공연</translation>
    </message>
    <message>
        <source>unknown title</source>
        <translation>알 수 없는 도서</translation>
    </message>
    <message>
        <source>Reserve %1, %2, %3</source>
        <comment>what, when, how many rooms, seats or copies</comment>
        <translation>%1 예약, %2, %3</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>%1 설정</translation>
    </message>
    <message>
        <source>Choose branch %1</source>
        <translation>%1 배정</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>취소 중</translation>
    </message>
    <message>
        <source>The refund is under way; the room is free once it is done.</source>
        <translation>환불이 진행되고 있으며, 끝나면 객실이 풀립니다.</translation>
    </message>
    <message>
        <source>Record a card outcome</source>
        <translation>고객 카드 등록 결과 기록</translation>
    </message>
    <message>
        <source>another guest</source>
        <translation>다른 고객</translation>
    </message>
    <message>
        <source>Change the property</source>
        <translation>호텔 정보 변경</translation>
    </message>
    <message>
        <source>Edit guest: %1</source>
        <comment>name, phone, e-mail</comment>
        <translation>고객 정보 수정: %1</translation>
    </message>
    <message>
        <source>Travel agency</source>
        <translation>여행사</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Deskbell (payments)</source>
        <translation>자동 처리(결제)</translation>
    </message>
    <message>
        <source>Deskbell (assignment)</source>
        <translation>자동 처리(배정)</translation>
    </message>
    <message>
        <source>Deskbell (messages)</source>
        <translation>자동 처리(알림)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Release unpaid reservations</source>
        <translation>기한 안에 결제되지 않은 예약 취소</translation>
    </message>
    <message>
        <source>Erase the guest&apos;s data</source>
        <translation>고객 정보 삭제</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Close %1 for sale</source>
        <translation>%1 판매 중지</translation>
    </message>
    <message>
        <source>Erased guest</source>
        <translation>삭제된 고객</translation>
    </message>
    <message>
        <source>Deskbell (data protection)</source>
        <translation>자동 처리(개인정보 보호)</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <comment>a room or a type</comment>
        <translation>%1 (판매 중지)</translation>
    </message>
    <message>
        <source>Swap rooms</source>
        <translation>객실 맞바꾸기</translation>
    </message>
    <message>
        <source>Swap rooms with %1</source>
        <comment>a guest</comment>
        <translation>%1 님과 객실 맞바꾸기</translation>
    </message>
    <message>
        <source>A manager</source>
        <translation>매니저</translation>
    </message>
    <message>
        <source>Nobody, it is automatic</source>
        <translation>자동 확정</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>제한 없음</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AboutDialog</name>
    <message>
        <source>Version %1. The front desk that keeps working offline: what you enter is kept, shown as waiting, and carried out exactly once.</source>
        <translation>버전 %1. 연결이 끊겨도 계속 쓰는 프런트 데스크입니다. 입력한 내용은 저장되어 대기 중으로 표시되고, 정확히 한 번만 처리됩니다.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AssignDialog</name>
    <message>
        <source>Room number</source>
        <translation>객실 번호</translation>
    </message>
    <message>
        <source>Free rooms</source>
        <translation>빈 객실</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>배정(&amp;A)</translation>
    </message>
    <message>
        <source>%1, preferred</source>
        <translation>%1, 희망 객실</translation>
    </message>
    <message>
        <source>No room of this type is free for the whole stay. Move this reservation or another one.</source>
        <translation>전체 숙박 기간에 비어 있는 같은 타입의 객실이 없습니다. 이 예약이나 다른 예약을 옮겨 주세요.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>변경(&amp;H)</translation>
    </message>
    <message>
        <source>No other branch hands out this title.</source>
        <translation>이 도서를 대출하는 다른 지점이 없습니다.</translation>
    </message>
    <message>
        <source>%1, still occupied</source>
        <translation>%1호, 아직 투숙 중</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AttentionCardView</name>
    <message>
        <source>The property</source>
        <translation>호텔</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>요청한 내용</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>멈춘 이유</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>거부된 이유</translation>
    </message>
    <message>
        <source>An earlier request that this one depends on was refused, so this one was not processed.</source>
        <translation>앞선 요청이 거부되어 이 요청은 처리되지 않았습니다.</translation>
    </message>
    <message>
        <source>Current state</source>
        <translation>현재 상태</translation>
    </message>
    <message>
        <source>You can</source>
        <translation>처리 방법</translation>
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
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::AuditDialog</name>
    <message>
        <source>All commands at this property, newest first. Select one to see its changes below.</source>
        <translation>이 호텔의 모든 작업을 최신순으로 보여 줍니다. 작업을 선택하면 바뀐 내용이 아래에 표시됩니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;earlier entries</source>
        <translation>이전 기록 더 보기(&amp;E)</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>예약 선택</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>바뀐 내용</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>접속 위치</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>All of the property</source>
        <translation>호텔 전체</translation>
    </message>
    <message>
        <source>Only the reservation %1</source>
        <translation>예약 %1만</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>서버에 조회 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>아직 없습니다.</translation>
    </message>
    <message>
        <source>The audit log is kept at the backend. You can read it when the connection is restored.</source>
        <translation>작업 기록은 서버에 있습니다. 연결이 복구되면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 – refused</source>
        <translation>%1 – 거부됨</translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <translation>%1 거부됨: %2</translation>
    </message>
    <message>
        <source>%1 changed nothing.</source>
        <translation>%1: 바뀐 내용이 없습니다.</translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>(not recorded)</source>
        <translation>(기록하지 않음)</translation>
    </message>
    <message>
        <source>changed; see the reservation</source>
        <translation>변경됨 (예약에서 확인)</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>작업 기록</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::BackendView</name>
    <message>
        <source>Backend</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>The state of the backend is unknown while this desk is offline.</source>
        <translation>오프라인 상태라 서버의 상태를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The backend is not reporting its state at the moment.</source>
        <translation>지금은 서버의 상태를 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>확인 중…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%2개 중 %1개 실행 중</translation>
    </message>
    <message>
        <source>provider paused</source>
        <translation>외부 서비스 이용 중지</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>%1, the oldest for %2</source>
        <comment>how many wait, how long</comment>
        <translation>%1건, 최대 %2 대기</translation>
    </message>
    <message>
        <source>provider tried again</source>
        <translation>외부 서비스 재시도 중</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>how many wait</comment>
        <translation>%1건</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::Board</name>
    <message>
        <source>Board</source>
        <translation>객실 현황표</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::BoardCorner</name>
    <message>
        <source>Room type</source>
        <translation>객실 타입</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>객실</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::CloseDayDialog</name>
    <message>
        <source>Close the business day</source>
        <translation>영업일 마감</translation>
    </message>
    <message>
        <source>%1 ends and %2 begins, for all desks. This cannot be undone.</source>
        <translation>모든 데스크에서 %1 영업일을 마감하고 %2 영업일을 시작합니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Open %1</source>
        <translation>%1 시작(&amp;O)</translation>
    </message>
    <message>
        <source>Nothing is left to do for this day.</source>
        <translation>마감 전에 처리할 일이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s) have not arrived</source>
        <translation>
            <numerusform>미도착 예약 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) due to leave are still here</source>
        <translation>
            <numerusform>퇴실 예정인데 아직 투숙 중인 고객 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of this desk wait to be sent</source>
        <translation>
            <numerusform>이 데스크에서 전송 대기 중인 내용 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) are under way</source>
        <translation>
            <numerusform>처리 중인 결제 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departed guest(s) still owe money</source>
        <translation>
            <numerusform>퇴실했지만 미수금이 남은 고객 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has already closed this day.</source>
        <translation>이미 다른 사람이 이 영업일을 마감했습니다.</translation>
    </message>
    <message>
        <source>The day is closed for all desks, so this needs a connection to the backend.</source>
        <translation>영업일 마감은 모든 데스크에 적용되므로 서버에 연결되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>Guests who have not arrived stay expected; guests who have not left keep their rooms tonight.</source>
        <translation>미도착 예약은 도착 예정으로 남고, 퇴실하지 않은 고객은 오늘 밤도 객실을 사용합니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::Confirmation</name>
    <message>
        <source>Kept, being sent: %1</source>
        <translation>저장됨, 전송 중: %1</translation>
    </message>
    <message>
        <source>Kept; the backend is slow to answer: %1</source>
        <translation>저장됨, 서버 응답이 늦습니다: %1</translation>
    </message>
    <message>
        <source>Kept on this desk, sent when back online: %1</source>
        <translation>이 데스크에 저장됨, 연결되면 전송: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>완료: %1</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::DeskDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>%1 of %2 could not be kept: %3</source>
        <comment>how many, of how many, why</comment>
        <translation>%2건 중 %1건을 저장하지 못했습니다: %3</translation>
    </message>
    <message>
        <source>Your changes are not saved. Press Escape again to discard them.</source>
        <translation>입력한 내용이 저장되지 않았습니다. 버리려면 Esc를 한 번 더 누르세요.</translation>
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
        <translation>아직 등록된 객실이 없습니다</translation>
    </message>
    <message>
        <source>An administrator sets up the room types and rooms first.</source>
        <translation>관리자가 먼저 객실 타입과 객실을 등록해야 합니다.</translation>
    </message>
    <message>
        <source>Set up &amp;what can be reserved…</source>
        <translation>상품 설정(&amp;W)…</translation>
    </message>
    <message>
        <source>Add the room types first, then their rooms. After that, reservations can be taken.</source>
        <translation>객실 타입을 먼저 추가한 다음 객실을 등록하세요. 그다음부터 예약을 받을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::FirstSyncPage</name>
    <message>
        <source>Progress of the first fetch</source>
        <translation>첫 가져오기 진행률</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>%1 of %2 rows. This is done only once; later the desk starts at once, even without a network.</source>
        <translation>%2건 중 %1건. 처음 한 번만 하면 됩니다. 다음부터는 네트워크가 없어도 바로 시작합니다.</translation>
    </message>
    <message>
        <source>Asking the backend. This is done only once; later the desk starts at once, even without a network.</source>
        <translation>서버에 요청하는 중입니다. 처음 한 번만 하면 됩니다. 다음부터는 네트워크가 없어도 바로 시작합니다.</translation>
    </message>
    <message>
        <source>The backend cannot be reached, and nothing is stored on this desk yet. Deskbell keeps trying.</source>
        <translation>서버에 연결할 수 없고 이 데스크에 저장된 정보도 없습니다. 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>데스크를 여는 중…</translation>
    </message>
    <message>
        <source>Connecting to the backend.</source>
        <translation>서버에 연결하고 있습니다.</translation>
    </message>
    <message>
        <source>Fetching the property…</source>
        <translation>호텔 정보를 가져오는 중…</translation>
    </message>
    <message>
        <source>No data for the property yet</source>
        <translation>아직 호텔 정보가 없습니다</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestDataDialog</name>
    <message>
        <source>Data kept about %1</source>
        <translation>%1 고객의 보관 정보</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>사본 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>삭제(&amp;E)</translation>
    </message>
    <message>
        <source>Reservations of this guest</source>
        <translation>이 고객의 예약</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>예약 번호</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>숙박 기간</translation>
    </message>
    <message>
        <source>What</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation>확인 근거</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>room type, room</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Contact data</source>
        <translation>연락처</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>이름만</translation>
    </message>
    <message numerus="yes">
        <source>Erase name, phone, e-mail, notes and reasons of %n reservation(s) &amp;for good</source>
        <translation>
            <numerusform>예약 %n건의 이름·전화번호·이메일·메모·사유를 완전히 삭제(&amp;F)</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>서버에 조회 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not over yet or already erased, and stays unchanged.</source>
        <translation>
            <numerusform>%n건은 아직 끝나지 않았거나 이미 삭제되어 그대로 둡니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backend cannot be reached. It is asked again when the connection is restored.</source>
        <translation>서버에 연결할 수 없습니다. 연결이 복구되면 다시 조회합니다.</translation>
    </message>
    <message>
        <source>The data is erased here, at the backend and at every desk, and cannot be restored. Stays and amounts remain.</source>
        <translation>이 데스크와 서버, 다른 모든 데스크에서 삭제되며 되돌릴 수 없습니다. 숙박 기간과 금액은 남습니다.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>데이터 (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 저장하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Reservations with the same name and the same phone number or e-mail address are ticked. Tick others only if they belong to the same person.</source>
        <translation>이름과 함께 전화번호나 이메일이 같은 예약이 선택되어 있습니다. 나머지는 같은 고객일 때만 선택하세요.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Contact data, other name</source>
        <translation>연락처(이름 다름)</translation>
    </message>
    <message>
        <source>Some amounts are not settled: settle them first. Once the data is erased, nobody can tell whose they are, and erasing cannot be undone.</source>
        <translation>아직 정산되지 않은 금액이 있습니다. 먼저 정산하세요. 삭제한 뒤에는 누구의 금액인지 알 수 없으며 되돌릴 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestDialog</name>
    <message>
        <source>Guest details</source>
        <translation>고객 정보</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::GuestForm</name>
    <message>
        <source>Guest&apos;s &amp;name</source>
        <translation>고객 이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>전화(&amp;P)</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>이메일(&amp;I)</translation>
    </message>
    <message>
        <source>Co&amp;untry</source>
        <translation>국가(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Send messages about this reservation</source>
        <translation>이 예약에 대한 알림 보내기</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>선택 안 함</translation>
    </message>
    <message>
        <source>The guest&apos;s name is missing.</source>
        <translation>고객 이름을 입력해 주세요.</translation>
    </message>
    <message>
        <source>The phone number contains invalid characters.</source>
        <translation>전화번호에 쓸 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The e-mail address is not complete.</source>
        <translation>이메일 주소가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Send messages (needs a phone number)</source>
        <translation>알림 보내기(전화번호 필요)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::LinkBadge</name>
    <message>
        <source>Entries waiting to be sent or needing attention (F8)</source>
        <translation>전송 대기 및 확인이 필요한 항목 (F8)</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>로그아웃됨</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>%1부터 오프라인</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>연결 중…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>최신 내용 받는 중…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n건 대기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n건 확인 필요</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching the property…</source>
        <translation>호텔 정보를 가져오는 중…</translation>
    </message>
    <message>
        <source>Slow to answer</source>
        <translation>응답 느림</translation>
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
        <translation>한 주 전(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>오늘(&amp;T)</translation>
    </message>
    <message>
        <source>A week &amp;later</source>
        <translation>한 주 뒤(&amp;L)</translation>
    </message>
    <message>
        <source>Go to a &amp;date…</source>
        <translation>날짜로 이동(&amp;D)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>검색(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation>목록 필터(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the &amp;board</source>
        <translation>객실 현황표로 이동(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>처리 목록(&amp;Q)</translation>
    </message>
    <message>
        <source>Reservation &amp;panel</source>
        <translation>예약 정보 창(&amp;P)</translation>
    </message>
    <message>
        <source>Sign o&amp;ut…</source>
        <translation>로그아웃(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Deskbell</source>
        <translation>Deskbell 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>밝게(&amp;G)</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>어둡게(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation>데스크(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reservation</source>
        <translation>예약(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>&amp;Reserve here…</source>
        <translation>여기에 예약(&amp;R)…</translation>
    </message>
    <message>
        <source>Performa&amp;nces and titles</source>
        <translation>공연과 도서(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;What can be reserved…</source>
        <translation>상품 설정(&amp;W)…</translation>
    </message>
    <message>
        <source>Main view</source>
        <translation>중앙 화면</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>객실</translation>
    </message>
    <message>
        <source>Performances and titles</source>
        <translation>공연과 도서</translation>
    </message>
    <message>
        <source>&amp;Payment reconciliation…</source>
        <translation>결제 대사(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Change the password…</source>
        <translation>비밀번호 변경(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;igned-in desks…</source>
        <translation>로그인된 데스크(&amp;I)…</translation>
    </message>
    <message>
        <source>Wal&amp;k-in: check in now…</source>
        <translation>워크인 바로 체크인(&amp;K)…</translation>
    </message>
    <message>
        <source>C&amp;lose the business day…</source>
        <translation>영업일 마감(&amp;L)…</translation>
    </message>
    <message>
        <source>P&amp;roperty…</source>
        <translation>호텔 정보(&amp;R)…</translation>
    </message>
    <message>
        <source>Au&amp;dit log…</source>
        <translation>작업 기록(&amp;D)…</translation>
    </message>
    <message>
        <source>Connection and &amp;outbox</source>
        <translation>연결 및 대기열(&amp;O)</translation>
    </message>
    <message>
        <source>Reconnec&amp;t now</source>
        <translation>지금 다시 연결(&amp;T)</translation>
    </message>
    <message>
        <source>Data &amp;kept about the guest…</source>
        <translation>고객 정보 조회·삭제(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MoneyEdit</name>
    <message>
        <source>“%1” is ambiguous. Enter it with its decimals or without a separator.</source>
        <translation>“%1”: 두 가지 금액으로 읽힐 수 있습니다. 소수점 이하까지 쓰거나 구분 기호 없이 입력하세요.</translation>
    </message>
    <message>
        <source>Enter an amount.</source>
        <translation>금액을 입력하세요.</translation>
    </message>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”: 금액이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::MoveDialog</name>
    <message>
        <source>Move the reservation</source>
        <translation>예약 변경</translation>
    </message>
    <message>
        <source>Mo&amp;ve</source>
        <translation>변경(&amp;V)</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The price stays the same.</source>
        <translation>요금은 그대로입니다.</translation>
    </message>
    <message>
        <source>Was %1, difference %2%3.</source>
        <comment>old total, sign, difference</comment>
        <translation>기존 %1, 차액 %2%3.</translation>
    </message>
    <message>
        <source>The departure is before the arrival.</source>
        <translation>출발일이 도착일보다 빠릅니다.</translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation>숙박 기간은 최대 1년입니다.</translation>
    </message>
    <message>
        <source>No room of this type is free for every night.</source>
        <translation>전체 기간에 비어 있는 같은 타입의 객실이 없습니다.</translation>
    </message>
    <message>
        <source>Too few seats are left.</source>
        <translation>남은 좌석이 부족합니다.</translation>
    </message>
    <message>
        <source>No copy is left.</source>
        <translation>남은 도서가 없습니다.</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>무료</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <comment>guest, room and code; when</comment>
        <translation>%1, 현재 %2</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NewReservationDialog</name>
    <message>
        <source>Adult&amp;s</source>
        <translation>성인(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;hildren</source>
        <translation>아동(&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>예약 경로(&amp;Y)</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The departure is before the arrival.</source>
        <translation>출발일이 도착일보다 빠릅니다.</translation>
    </message>
    <message>
        <source>A stay may last a year at most.</source>
        <translation>숙박 기간은 최대 1년입니다.</translation>
    </message>
    <message>
        <source>These dates are in the past.</source>
        <translation>지난 날짜입니다.</translation>
    </message>
    <message>
        <source>No room of this type is free for every night. It can only be taken as a request, which the hotel has to confirm.</source>
        <translation>전체 기간에 비어 있는 같은 타입의 객실이 없습니다. 예약 요청으로만 접수할 수 있으며 호텔이 확정해야 합니다.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many rooms, procedure</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>추가 처리 없음</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>예약 확정</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>바로 체크인</translation>
    </message>
    <message>
        <source>There must be at least one adult.</source>
        <translation>성인이 한 명 이상 있어야 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n guest(s) fit in.</source>
        <translation>
            <numerusform>최대 %n명까지 투숙할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the room to check in to.</source>
        <translation>체크인할 객실을 선택해 주세요.</translation>
    </message>
    <message>
        <source>It cannot be checked in yet: a manager has to confirm it first.</source>
        <translation>아직 체크인할 수 없습니다. 먼저 매니저가 확정해야 합니다.</translation>
    </message>
    <message>
        <source>A&amp;fterwards</source>
        <translation>이어서(&amp;F)</translation>
    </message>
    <message>
        <source>Paid no&amp;w by</source>
        <translation>결제 수단(&amp;W)</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>워크인</translation>
    </message>
    <message>
        <source>The guest is at the desk and gets a room for tonight.</source>
        <translation>프런트에 온 고객을 오늘 밤 객실에 바로 체크인합니다.</translation>
    </message>
    <message>
        <source>Ta&amp;ke and check in</source>
        <translation>예약 등록 후 체크인(&amp;K)</translation>
    </message>
    <message>
        <source>Ta&amp;ke and confirm</source>
        <translation>예약 등록 후 확정(&amp;K)</translation>
    </message>
    <message>
        <source>Ta&amp;ke the reservation</source>
        <translation>예약 등록(&amp;K)</translation>
    </message>
    <message>
        <source>No room of this type is vacant: check out a guest who is due to leave, or choose another type.</source>
        <translation>이 타입에는 비어 있는 객실이 없습니다. 퇴실 예정 고객을 체크아웃하거나 다른 타입을 선택해 주세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NightPrices</name>
    <message>
        <source>P&amp;rice per night (%1)</source>
        <translation>1박 요금(&amp;R) (%1)</translation>
    </message>
    <message>
        <source>Day use, %1</source>
        <translation>당일 이용, %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>만실</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <comment>rooms in a night</comment>
        <translation>
            <numerusform>%n실 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>Price of the night of %1</source>
        <translation>%1 숙박 요금</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>합계 금액</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>seats or copies</comment>
        <translation>
            <numerusform>잔여 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A price is missing.</source>
        <translation>요금을 입력해 주세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::NoteBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>이 안내 닫기</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OfferingDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Short c&amp;ode</source>
        <translation>짧은 코드(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Begins</source>
        <translation>시작(&amp;B)</translation>
    </message>
    <message>
        <source>Number of &amp;rooms</source>
        <translation>객실 수(&amp;R)</translation>
    </message>
    <message>
        <source>Number of &amp;seats</source>
        <translation>좌석 수(&amp;S)</translation>
    </message>
    <message>
        <source>Number of co&amp;pies</source>
        <translation>권수(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Price per night</source>
        <translation>1박 요금(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Price per seat</source>
        <translation>좌석 요금(&amp;P)</translation>
    </message>
    <message>
        <source>Maximum &amp;guests</source>
        <translation>최대 인원(&amp;G)</translation>
    </message>
    <message>
        <source>Reservation procedure</source>
        <translation>예약 절차</translation>
    </message>
    <message>
        <source>New room type</source>
        <translation>새 객실 타입</translation>
    </message>
    <message>
        <source>Change the room type</source>
        <translation>객실 타입 변경</translation>
    </message>
    <message>
        <source>New performance</source>
        <translation>새 공연</translation>
    </message>
    <message>
        <source>Change the performance</source>
        <translation>공연 변경</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>새 도서</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>도서 변경</translation>
    </message>
    <message>
        <source>Existing reservations keep their procedure and price.</source>
        <translation>이미 있는 예약의 절차와 요금은 그대로입니다.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>저장(&amp;V)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <comment>pattern of a field with date and time</comment>
        <translation>yyyy. M. d. (ddd) HH:mm</translation>
    </message>
    <message>
        <source>%1 are already taken: the number cannot be lower. Move or cancel reservations first.</source>
        <translation>이미 %1 예약되어 그보다 적을 수 없습니다. 먼저 예약을 옮기거나 취소하세요.</translation>
    </message>
    <message>
        <source>%1 are taken.</source>
        <translation>%1 예약됨.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>이름을 입력해 주세요.</translation>
    </message>
    <message>
        <source>Enter a short code to show on the board.</source>
        <translation>객실 현황표에 표시될 짧은 코드를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Closed for sa&amp;le: no new reservations, existing ones stay</source>
        <translation>판매 중지: 새 예약을 받지 않고 기존 예약은 유지(&amp;L)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OfferingsPage</name>
    <message>
        <source>Performances and titles</source>
        <translation>공연과 도서</translation>
    </message>
    <message>
        <source>Add a &amp;performance…</source>
        <translation>공연 추가(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>변경(&amp;C)…</translation>
    </message>
    <message>
        <source>Nobody has reserved it yet.</source>
        <translation>아직 예약이 없습니다.</translation>
    </message>
    <message>
        <source>Its reservations</source>
        <translation>이 상품의 예약</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>예약 절차</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>요금</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>예약 번호</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>From</source>
        <translation>대출일</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>반납일</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>%1, %2 taken</source>
        <comment>120 seats, 82 taken</comment>
        <translation>전체 %1, 예약 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, how many</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Lend a copy…</source>
        <translation>대출 예약(&amp;L)…</translation>
    </message>
    <message>
        <source>Reserve &amp;seats…</source>
        <translation>좌석 예매(&amp;S)…</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Titles to lend</source>
        <translation>대출 도서</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OtherBackendDialog</name>
    <message>
        <source>This is another backend</source>
        <translation>다른 서버입니다</translation>
    </message>
    <message>
        <source>Neither your password nor any entry has been sent to it.</source>
        <translation>비밀번호도 입력 내용도 이 서버로 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</source>
        <translation>호텔의 서버가 바뀌었다는 사실을 알고 있을 때만 이 서버에 로그인하세요. 아니라면 돌아가서 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>&amp;Sign in there</source>
        <translation>이 서버에 로그인(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>돌아가기(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) wait for the backend that this desk works with. They stay on this desk and are sent when the person who entered them signs in there again.</source>
        <translation>
            <numerusform>%n건이 이 데스크가 쓰던 서버로 전송되기를 기다리고 있습니다. 이 데스크에 남아 있다가, 입력한 사람이 그 서버에 다시 로그인하면 전송됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Known backend</source>
        <translation>사용 중인 서버</translation>
    </message>
    <message>
        <source>Backend that answered</source>
        <translation>응답한 서버</translation>
    </message>
    <message>
        <source>It cannot prove its identity. Sign in there only if you know that your hotel has a new backend. Otherwise go back and check the address.</source>
        <translation>신원을 증명하지 못하는 서버입니다. 서버가 바뀐 것을 알고 있을 때만 로그인하세요. 아니면 돌아가서 주소를 확인하세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Online. Your work reaches the backend at once.</source>
        <translation>온라인입니다. 입력한 내용이 서버에 바로 반영됩니다.</translation>
    </message>
    <message>
        <source>Offline. You can keep working: your entries are kept on this desk and sent when the connection is restored.</source>
        <translation>오프라인입니다. 계속 업무를 보실 수 있습니다. 입력한 내용은 이 데스크에 저장되고 연결이 복구되면 전송됩니다.</translation>
    </message>
    <message>
        <source>Reconnecting to the backend.</source>
        <translation>서버에 다시 연결하고 있습니다.</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>마지막 연결: %1</translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation>확인 필요 (%1)</translation>
    </message>
    <message>
        <source>Waiting to be sent (%1)</source>
        <translation>전송 대기 (%1)</translation>
    </message>
    <message>
        <source>Nothing is waiting: all your entries have been sent.</source>
        <translation>대기 중인 항목이 없습니다. 모두 전송되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Withdraw: do not send it</source>
        <translation>전송 취소: 보내지 않기</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>전송 취소</translation>
    </message>
    <message>
        <source>The backend is slow to answer. Your entries are kept on this desk and sent again until they arrive.</source>
        <translation>서버 응답이 늦습니다. 입력한 내용은 이 데스크에 저장되며 전송될 때까지 다시 보냅니다.</translation>
    </message>
    <message>
        <source>Online, but the backend is not taking everything at the moment. Waiting entries are kept on this desk and sent again until they arrive.</source>
        <translation>온라인이지만 서버가 일부를 아직 처리하지 못하고 있습니다. 대기 중인 항목은 이 데스크에 저장되며 전송될 때까지 다시 보냅니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was asked: why not</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connection and outbox</source>
        <translation>연결 및 대기열</translation>
    </message>
    <message>
        <source>Reconnec&amp;t now</source>
        <translation>지금 다시 연결(&amp;T)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PasswordDialog</name>
    <message>
        <source>&amp;New password</source>
        <translation>새 비밀번호(&amp;N)</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>비밀번호 변경</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s). Other desks where you are signed in are signed out.</source>
        <translation>
            <numerusform>%n자 이상. 로그인된 다른 데스크는 로그아웃됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new passwords do not match.</source>
        <translation>새 비밀번호가 서로 다릅니다.</translation>
    </message>
    <message>
        <source>The backend cannot be reached. You can change the password when the connection is restored.</source>
        <translation>서버에 연결할 수 없습니다. 연결이 복구되면 비밀번호를 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>The password was changed. All your other desks have been signed out.</source>
        <translation>비밀번호를 변경했습니다. 본인 계정으로 로그인된 다른 데스크는 모두 로그아웃되었습니다.</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>현재 비밀번호(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Repeat the new password</source>
        <translation>새 비밀번호 확인(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;hange the password</source>
        <translation>비밀번호 변경(&amp;H)</translation>
    </message>
    <message>
        <source>There was no answer. The password may have been changed: if the old one is refused, use the new one.</source>
        <translation>응답이 없습니다. 비밀번호가 변경되었을 수 있습니다. 기존 비밀번호가 거부되면 새 비밀번호를 사용하세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PaymentDialog</name>
    <message>
        <source>Take a payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>현금(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ard</source>
        <translation>카드(&amp;A)</translation>
    </message>
    <message>
        <source>Trans&amp;fer</source>
        <translation>계좌 이체(&amp;F)</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>금액(&amp;M)</translation>
    </message>
    <message>
        <source>Price of the stay</source>
        <translation>숙박 요금</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제한 금액</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>처리 중</translation>
    </message>
    <message>
        <source>Still to be charged</source>
        <translation>결제할 금액</translation>
    </message>
    <message>
        <source>The amount owed is already being charged. The reservation will show the outcome.</source>
        <translation>미수금을 이미 결제하고 있습니다. 결과는 예약 정보에 표시됩니다.</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>결제할 금액이 없습니다.</translation>
    </message>
    <message>
        <source>That is more than can still be charged (%1).</source>
        <translation>결제할 수 있는 금액(%1)을 넘습니다.</translation>
    </message>
    <message>
        <source>The desk is offline: the card is read now and charged once when the connection is restored. Until then the amount stays owed.</source>
        <translation>오프라인입니다. 지금 카드를 읽고 연결되면 한 번만 결제합니다. 그때까지 미수금으로 남습니다.</translation>
    </message>
    <message>
        <source>No card terminal is connected; the demonstration terminal answers instead.</source>
        <translation>연결된 카드 단말기가 없어 시연용 단말기가 대신 응답합니다.</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Try another payment</source>
        <translation>다른 결제 시도(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>결제하기(&amp;T)</translation>
    </message>
    <message>
        <source>Please hold the card to the terminal…</source>
        <translation>카드를 단말기에 대 주세요…</translation>
    </message>
    <message>
        <source>Kept, and on its way to the backend.</source>
        <translation>저장했고 서버로 보내는 중입니다.</translation>
    </message>
    <message>
        <source>Kept on this desk; it is sent when the connection is restored.</source>
        <translation>이 데스크에 저장했습니다. 연결이 복구되면 전송합니다.</translation>
    </message>
    <message>
        <source>%1 taken. Recorded on this desk; it is sent when the connection is restored.</source>
        <translation>%1 결제했습니다. 이 데스크에 기록했고 연결이 복구되면 전송합니다.</translation>
    </message>
    <message>
        <source>%1 taken.</source>
        <translation>%1 결제했습니다.</translation>
    </message>
    <message>
        <source>The card was declined; nothing was charged. Ask for another card or another way to pay.</source>
        <translation>카드가 거절되어 청구되지 않았습니다. 다른 카드나 다른 결제 수단을 요청해 주세요.</translation>
    </message>
    <message>
        <source>The payment provider is busy: %1 will be charged later, automatically. Do not charge it again.</source>
        <translation>결제사가 혼잡하여 나중에 자동으로 결제됩니다(%1). 다시 결제하지 마세요.</translation>
    </message>
    <message>
        <source>The outcome is unknown and is being looked up at the provider. Do not charge %1 again.</source>
        <translation>결과를 알 수 없어 결제사에 조회하고 있습니다(%1). 다시 결제하지 마세요.</translation>
    </message>
    <message>
        <source>The payment was withdrawn; nothing was charged.</source>
        <translation>결제가 취소되어 청구되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 will be charged once when the connection is restored.</source>
        <translation>연결되면 한 번만 결제됩니다(%1).</translation>
    </message>
    <message>
        <source>%1 is being charged…</source>
        <translation>%1 결제 중…</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>합계 금액</translation>
    </message>
    <message>
        <source>Partial payment; %1 remains to be paid.</source>
        <translation>부분 결제입니다. 남는 금액: %1</translation>
    </message>
    <message>
        <source>&amp;Take %1</source>
        <comment>an amount</comment>
        <translation>%1 결제하기(&amp;T)</translation>
    </message>
    <message>
        <source>That is %1 more than is owed. It is kept as a credit for the guest.</source>
        <translation>받을 금액보다 %1 많습니다. 고객의 초과 결제액으로 남습니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::PropertyDialog</name>
    <message>
        <source>Property</source>
        <translation>호텔 정보</translation>
    </message>
    <message>
        <source>Changes apply to all desks and the guests&apos; pages at once.</source>
        <translation>변경 사항은 모든 데스크와 고객 페이지에 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>시간대(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;lerks may confirm reservations that they took</source>
        <translation>직원이 직접 받은 예약을 확정할 수 있음(&amp;L)</translation>
    </message>
    <message>
        <source>The property needs a name.</source>
        <translation>호텔 이름을 입력해 주세요.</translation>
    </message>
    <message>
        <source>Cl&amp;osed: takes no new reservations, at the desk or from guests</source>
        <translation>영업 중지: 데스크와 웹에서 새 예약을 받지 않음(&amp;O)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QuestionDialog</name>
    <message>
        <source>&amp;Keep it as it is</source>
        <translation>그대로 두기(&amp;K)</translation>
    </message>
    <message>
        <source>Mark as no-show?</source>
        <translation>노쇼로 처리할까요?</translation>
    </message>
    <message>
        <source>Unassign the branch?</source>
        <translation>지점 배정을 해제할까요?</translation>
    </message>
    <message>
        <source>Unassign the room?</source>
        <translation>객실 배정을 해제할까요?</translation>
    </message>
    <message>
        <source>Check out anyway?</source>
        <translation>그래도 체크아웃할까요?</translation>
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
        <translation>, 미수금 %1</translation>
    </message>
    <message>
        <source>, waiting to be sent</source>
        <translation>, 전송 대기</translation>
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
        <translation>, 퇴실 지연</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>처리 목록</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>목록 필터</translation>
    </message>
    <message>
        <source>Sort the queue</source>
        <translation>목록 정렬</translation>
    </message>
    <message>
        <source>Reservations in the queue</source>
        <translation>처리 목록의 예약</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>lane and how many are in it</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n건 선택</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation>
            <numerusform>예약 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2건 중 %1건</translation>
    </message>
    <message>
        <source>Nothing in this tab matches the filter.</source>
        <translation>조건에 맞는 예약이 없습니다.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There are no reservations in this tab at the moment.</source>
        <translation>지금은 해당하는 예약이 없습니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReconciliationDialog</name>
    <message>
        <source>Payment reconciliation</source>
        <translation>결제 대사</translation>
    </message>
    <message>
        <source>Each day&apos;s card payments and refunds: the folios here compared with the payment provider&apos;s records.</source>
        <translation>하루의 카드 결제와 환불을 호텔 계산서와 결제사 장부로 대조한 결과입니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go to the reservation</source>
        <translation>예약으로 이동(&amp;G)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>전날</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>불일치 내역</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>불일치 내용</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>호텔 장부</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>결제사 장부</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>서버에 조회 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to resolve.</source>
        <translation>
            <numerusform>확인할 불일치가 %n건 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything agrees: neither side has card payments of this day.</source>
        <translation>모두 일치합니다. 양쪽 모두 이 날짜의 카드 결제가 없습니다.</translation>
    </message>
    <message>
        <source>Everything agrees.</source>
        <translation>모두 일치합니다.</translation>
    </message>
    <message>
        <source>The results are kept at the backend. You can read them when the connection is restored.</source>
        <translation>대조 결과는 서버에 있습니다. 연결되면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Only managers may see this.</source>
        <translation>매니저만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Order number at the provider: %1</source>
        <translation>결제사 주문번호: %1</translation>
    </message>
    <message>
        <source>none here</source>
        <comment>reservation that a charge is of</comment>
        <translation>예약 없음</translation>
    </message>
    <message>
        <source>Copy the &amp;order number</source>
        <translation>주문번호 복사(&amp;O)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReconciliationNote</name>
    <message>
        <source>Show the differences…</source>
        <translation>불일치 내역 보기…</translation>
    </message>
    <message numerus="yes">
        <source>The card payments of %1 do not match the payment provider&apos;s records: %n difference(s).</source>
        <translation>
            <numerusform>%1 카드 결제가 결제사 장부와 %n건 다릅니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RefundDialog</name>
    <message>
        <source>&amp;Payment</source>
        <translation>결제(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>금액(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>사유(&amp;R)</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Why is the money refunded?</source>
        <translation>환불 사유를 입력하세요.</translation>
    </message>
    <message>
        <source>Re&amp;fund</source>
        <translation>환불하기(&amp;G)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>amount, method, time</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>There is no payment to refund.</source>
        <translation>환불할 수 있는 결제가 없습니다.</translation>
    </message>
    <message>
        <source>At most %1 can be refunded.</source>
        <translation>최대 %1까지 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The desk is offline: the refund is kept as a request and carried out once when the connection is restored.</source>
        <translation>오프라인입니다. 환불은 요청으로 저장되고 연결되면 한 번만 처리됩니다.</translation>
    </message>
    <message>
        <source>Only %1 is overpaid; the rest will be owed again.</source>
        <translation>초과 결제액은 %1입니다. 나머지는 다시 미수금이 됩니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::RemoveDialog</name>
    <message>
        <source>Delete %1?</source>
        <translation>%1 항목을 삭제할까요?</translation>
    </message>
    <message>
        <source>It is removed from every list. Past reservations keep its name. It can only be deleted while it has no open reservations.</source>
        <translation>모든 목록에서 사라집니다. 끝난 예약에는 이름이 남습니다. 남은 예약이 없을 때만 삭제할 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>그대로 두기(&amp;K)</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationActions</name>
    <message>
        <source>&amp;New reservation…</source>
        <translation>새 예약(&amp;N)…</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>새 예약</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>확정(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>거절(&amp;R)…</translation>
    </message>
    <message>
        <source>Take a &amp;payment…</source>
        <translation>결제(&amp;P)…</translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation>체크인(&amp;I)</translation>
    </message>
    <message>
        <source>Check &amp;out</source>
        <translation>체크아웃(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Assign a room…</source>
        <translation>객실 배정(&amp;A)…</translation>
    </message>
    <message>
        <source>Unassign &amp;the room</source>
        <translation>배정 해제(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>예약 변경(&amp;M)…</translation>
    </message>
    <message>
        <source>Edit &amp;guest…</source>
        <translation>고객 정보 수정(&amp;G)…</translation>
    </message>
    <message>
        <source>Edit not&amp;e…</source>
        <translation>메모 수정(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;fund…</source>
        <translation>환불(&amp;F)…</translation>
    </message>
    <message>
        <source>No-&amp;show</source>
        <translation>노쇼(&amp;S)</translation>
    </message>
    <message>
        <source>Cance&amp;l the reservation…</source>
        <translation>예약 취소(&amp;L)…</translation>
    </message>
    <message numerus="yes">
        <source>%n reservation(s)</source>
        <translation>
            <numerusform>예약 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;wap rooms…</source>
        <translation>객실 맞바꾸기(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ReservationPanel</name>
    <message>
        <source>Reservation</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>No reservation chosen</source>
        <translation>선택한 예약이 없습니다</translation>
    </message>
    <message>
        <source>Choose one on the board or in the queue to see it here, or press Ctrl+K and search for a guest, a room or a code.</source>
        <translation>객실 현황표나 처리 목록에서 예약을 선택하면 여기에 표시됩니다. Ctrl+K를 눌러 고객, 객실, 예약 번호로 검색할 수도 있습니다.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>숙박</translation>
    </message>
    <message>
        <source>Folio</source>
        <translation>계산서</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Reservation code, easy to say on the phone</source>
        <translation>전화로 불러 주기 쉬운 예약 번호</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>메모 없음</translation>
    </message>
    <message>
        <source>Something you asked for will probably be refused: %1</source>
        <translation>요청한 내용이 거부될 수 있습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept on this desk, waiting to be sent</source>
        <translation>
            <numerusform>변경 %n건을 이 데스크에 저장함, 전송 대기</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>none yet, preferred: %1</source>
        <translation>미배정, 희망 객실: %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>미배정</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>인원</translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>성인 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>예약 절차</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제한 금액</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>No payment yet</source>
        <translation>결제 내역 없음</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>method, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The import generated this name; the source has none.</source>
        <translation>원본에 이름이 없어 가져올 때 자동으로 만든 이름입니다.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>예약 경로</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>받지 않음</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>아동 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages to the guest</source>
        <translation>고객 알림</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>보낸 알림 없음</translation>
    </message>
    <message>
        <source>The guest wants no messages</source>
        <translation>고객이 알림을 원하지 않음</translation>
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
        <translation>접기</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n night(s)</source>
        <translation>
            <numerusform>%n박 모두 보기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n entries</source>
        <translation>
            <numerusform>이력 %n건 모두 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>대출</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>무료</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>결제할 금액 없음</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>결제 기한</translation>
    </message>
    <message>
        <source>Choose one in the main view or in the queue to see it here, or press Ctrl+K and search for a guest or a code.</source>
        <translation>중앙 화면이나 처리 목록에서 예약을 선택하면 여기에 표시됩니다. Ctrl+K를 눌러 고객이나 예약 번호로 검색할 수도 있습니다.</translation>
    </message>
    <message>
        <source>Credit, to be refunded or kept</source>
        <translation>초과 결제액(환불 또는 보관)</translation>
    </message>
    <message>
        <source>Overstay: departure was due on %1. Extend the stay or check out.</source>
        <translation>퇴실 지연: 출발일은 %1이었습니다. 숙박을 연장하거나 체크아웃해 주세요.</translation>
    </message>
    <message>
        <source>none, there is no phone number</source>
        <translation>전화번호가 없어 보내지 않음</translation>
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
            <numerusform>%n줄 더 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>접기</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>검색 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Found reservations</source>
        <translation>찾은 예약</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>guest, stay, room</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1”에 대한 결과가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n more; refine the search</source>
        <translation>
            <numerusform>%n건 더 있음. 검색어를 더 입력하세요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SeatsDialog</name>
    <message>
        <source>&amp;What</source>
        <translation>상품(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>수량(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Total price</source>
        <translation>합계 요금(&amp;G)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>yyyy. M. d. (ddd)</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>how many, of 120 seats</comment>
        <translation>잔여 %1 / 전체 %2</translation>
    </message>
    <message>
        <source>Back &amp;by</source>
        <translation>반납일(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>날짜(&amp;O)</translation>
    </message>
    <message>
        <source>There is no performance and no title yet.</source>
        <translation>아직 공연도 도서도 없습니다.</translation>
    </message>
    <message>
        <source>Only %1 left.</source>
        <translation>남은 수량: %1</translation>
    </message>
    <message>
        <source>This date is in the past.</source>
        <translation>지난 날짜입니다.</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>무료</translation>
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
        <translation>로그인된 데스크</translation>
    </message>
    <message>
        <source>If you end a desk&apos;s session, it has to sign in again; its entries are kept.</source>
        <translation>세션을 종료하면 해당 데스크는 다시 로그인해야 합니다. 입력한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End this session</source>
        <translation>이 세션 종료(&amp;E)</translation>
    </message>
    <message>
        <source>Whose desks</source>
        <translation>조회 대상</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>네트워크 주소</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>로그인 시각</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>내 계정</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>전체 계정</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>서버에 조회 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n desk(s)</source>
        <translation>
            <numerusform>데스크 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>The backend cannot be reached. It is asked again when the connection is restored.</source>
        <translation>서버에 연결할 수 없습니다. 연결이 복구되면 다시 조회합니다.</translation>
    </message>
    <message>
        <source>You are using this desk. To leave it, sign out.</source>
        <translation>지금 사용 중인 데스크입니다. 여기서 나가려면 로그아웃하세요.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, user name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – this desk</source>
        <translation>%1 – 이 데스크</translation>
    </message>
    <message>
        <source>Last renewal</source>
        <translation>마지막 갱신</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SetUpDialog</name>
    <message>
        <source>What can be reserved</source>
        <translation>예약할 수 있는 상품</translation>
    </message>
    <message>
        <source>Room types with their rooms, performances with their seats, titles to lend. Changes apply to reservations made afterwards.</source>
        <translation>객실 타입과 객실, 공연과 좌석, 대출 도서를 설정합니다. 변경 사항은 이후의 예약부터 적용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Rooms or branches of the selected entry</source>
        <translation>선택한 상품의 객실 또는 지점</translation>
    </message>
    <message>
        <source>Add a &amp;room type…</source>
        <translation>객실 타입 추가(&amp;R)…</translation>
    </message>
    <message>
        <source>Add a &amp;performance…</source>
        <translation>공연 추가(&amp;P)…</translation>
    </message>
    <message>
        <source>Add a &amp;title…</source>
        <translation>도서 추가(&amp;T)…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>변경(&amp;H)…</translation>
    </message>
    <message>
        <source>Cha&amp;nge…</source>
        <translation>변경(&amp;N)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>예약 절차</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>요금</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>%1 has neither rooms nor branches.</source>
        <translation>%1에는 객실이나 지점이 없습니다.</translation>
    </message>
    <message>
        <source>Rooms of %1 (%2)</source>
        <translation>%1 객실 (%2)</translation>
    </message>
    <message>
        <source>Branches that hand out %1 (%2)</source>
        <translation>%1 대출 지점 (%2)</translation>
    </message>
    <message>
        <source>Add a &amp;branch…</source>
        <translation>지점 추가(&amp;B)…</translation>
    </message>
    <message>
        <source>Only an administrator can do this.</source>
        <translation>관리자만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>삭제(&amp;D)…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>삭제(&amp;L)…</translation>
    </message>
    <message>
        <source>Add roo&amp;ms…</source>
        <translation>객실 추가(&amp;M)…</translation>
    </message>
    <message>
        <source>Select an entry in the list above.</source>
        <translation>위 목록에서 항목을 선택하세요.</translation>
    </message>
    <message>
        <source>Rooms of %1: %2 open, %3 sold a night</source>
        <translation>%1 객실: 판매 중 %2실, 1박 판매 수 %3실</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard alone. Tab moves from part to part.</source>
        <translation>모든 일을 키보드만으로 할 수 있습니다. Tab 키로 다음 영역으로 이동합니다.</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>화살표 키</translation>
    </message>
    <message>
        <source>Board: mark several nights</source>
        <translation>현황표: 여러 박 선택</translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation>Shift+화살표 키</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Board, queue: show the possible actions</source>
        <translation>현황표·목록: 가능한 작업 보기</translation>
    </message>
    <message>
        <source>Menu key, Shift+F10</source>
        <translation>메뉴 키, Shift+F10</translation>
    </message>
    <message>
        <source>Queue: choose several</source>
        <translation>처리 목록: 여러 건 선택</translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation>Shift 또는 Ctrl+화살표 키</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
    <message>
        <source>Board: cell by cell</source>
        <translation>현황표: 칸 이동</translation>
    </message>
    <message>
        <source>Board: from bar to bar, from type to type</source>
        <translation>현황표: 예약 막대·객실 타입 사이 이동</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Ctrl+화살표 키</translation>
    </message>
    <message>
        <source>Board: reserve the marked nights, or open the reservation</source>
        <translation>현황표: 선택한 날짜에 예약하거나 예약 열기</translation>
    </message>
    <message>
        <source>Board: pick up the reservation to move it with the arrows</source>
        <translation>현황표: 예약을 집어 화살표로 옮기기</translation>
    </message>
    <message>
        <source>Board: scroll by a screen, with Alt by a month</source>
        <translation>현황표: 한 화면 이동, Alt와 함께 한 달 이동</translation>
    </message>
    <message>
        <source>Page keys</source>
        <translation>Page Up/Down</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignInPage</name>
    <message>
        <source>Sign in to the front desk</source>
        <translation>프런트 데스크 로그인</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Backend&apos;s address</source>
        <translation>서버 주소(&amp;B)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Please enter your password.</source>
        <translation>비밀번호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Please enter the backend&apos;s address.</source>
        <translation>서버 주소를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인 중…</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>로그인(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>사용자 이름(&amp;N)</translation>
    </message>
    <message>
        <source>Please enter your user name.</source>
        <translation>사용자 이름을 입력해 주세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>로그아웃할까요?</translation>
    </message>
    <message>
        <source>The next person signs in with their own name.</source>
        <translation>다음 근무자는 본인 계정으로 로그인합니다.</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>로그아웃(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) still wait to be sent. They stay on this desk and are sent after your next sign-in here.</source>
        <translation>
            <numerusform>%n건이 아직 전송 대기 중입니다. 이 데스크에 남아 있다가 다음에 여기서 로그인하면 전송됩니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::ui::StayFields</name>
    <message>
        <source>Room &amp;type</source>
        <translation>객실 타입(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Arrival</source>
        <translation>도착일(&amp;A)</translation>
    </message>
    <message>
        <source>Ni&amp;ghts</source>
        <translation>숙박 일수(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Departure</source>
        <translation>출발일(&amp;D)</translation>
    </message>
    <message>
        <source>Roo&amp;m</source>
        <translation>객실(&amp;M)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>yyyy. M. d. (ddd)</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>미배정</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>도서(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Performance</source>
        <translation>공연(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>대출일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>날짜(&amp;O)</translation>
    </message>
    <message>
        <source>Da&amp;ys</source>
        <translation>일수(&amp;Y)</translation>
    </message>
    <message>
        <source>Back &amp;by</source>
        <translation>반납일(&amp;B)</translation>
    </message>
    <message>
        <source>Bra&amp;nch</source>
        <translation>지점(&amp;N)</translation>
    </message>
    <message>
        <source>No branch yet</source>
        <translation>미배정</translation>
    </message>
    <message>
        <source>%1, still occupied</source>
        <comment>a room</comment>
        <translation>%1호, 아직 투숙 중</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::StockDelegate</name>
    <message>
        <source>%1 of %2 free</source>
        <comment>how many, of how many</comment>
        <translation>%2 중 %1 남음</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>무료</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::SwapDialog</name>
    <message>
        <source>Room number</source>
        <translation>객실 번호</translation>
    </message>
    <message>
        <source>Reservations to swap rooms with</source>
        <translation>객실을 맞바꿀 예약</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>맞바꾸기(&amp;S)</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>room, guest, nights that both have</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>No other reservation of this room type has a room in these nights.</source>
        <translation>이 기간에 같은 객실 타입으로 객실이 배정된 다른 예약이 없습니다.</translation>
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
        <translation>새 예약</translation>
    </message>
    <message>
        <source>Ta&amp;ke the reservation</source>
        <translation>예약 등록(&amp;K)</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>메모(&amp;E)</translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation>동료가 알아야 할 내용, 예: 늦은 도착</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>메모가 너무 깁니다.</translation>
    </message>
    <message>
        <source>Enter the guest&apos;s name to take the reservation.</source>
        <translation>예약을 등록하려면 고객 이름을 입력하세요.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TextDialog</name>
    <message>
        <source>Reject the request</source>
        <translation>요청 거절</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation>거절 사유를 입력하세요.</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>거절(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel the reservation</source>
        <translation>예약 취소</translation>
    </message>
    <message>
        <source>Why is it cancelled? (optional)</source>
        <translation>취소 사유를 입력하세요. (선택 사항)</translation>
    </message>
    <message>
        <source>&amp;Cancel the reservation</source>
        <translation>예약 취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>유지(&amp;K)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>What colleagues should know, for example a late arrival</source>
        <translation>동료가 알아야 할 내용, 예: 늦은 도착</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>No room is left for these nights</source>
        <translation>해당 날짜에 남은 객실이 없습니다</translation>
    </message>
    <message>
        <source>The guest could not be reached</source>
        <translation>고객과 연락이 되지 않습니다</translation>
    </message>
    <message>
        <source>The request cannot be met</source>
        <translation>요청 사항을 들어드릴 수 없습니다</translation>
    </message>
    <message>
        <source>The guest has cancelled</source>
        <translation>고객 요청으로 취소</translation>
    </message>
    <message>
        <source>Reserved twice by mistake</source>
        <translation>중복 예약</translation>
    </message>
    <message>
        <source>Not paid in time</source>
        <translation>기한 내 미결제</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>내용이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The guest will see the reason.</source>
        <translation>사유는 고객에게 안내됩니다.</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::TopBar</name>
    <message>
        <source>New reservation</source>
        <translation>새 예약</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date pattern of a field</comment>
        <translation>yyyy. M. d. (ddd)</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>날짜로 이동</translation>
    </message>
    <message>
        <source>Go to a date (Ctrl+D)</source>
        <translation>날짜로 이동 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Days shown</source>
        <translation>표시 기간</translation>
    </message>
    <message>
        <source>How many days the board shows</source>
        <translation>객실 현황표에 표시할 기간</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>1주</translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation>2주</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>1개월</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>3개월</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>1년</translation>
    </message>
    <message>
        <source>Business date %1</source>
        <translation>영업일 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>로그인: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>The property&apos;s current business date: %1</source>
        <translation>현재 영업일: %1</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::UnitDialog</name>
    <message>
        <source>&amp;Number or name</source>
        <translation>객실 번호 또는 이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Floor</source>
        <translation>층(&amp;F)</translation>
    </message>
    <message>
        <source>Change the room</source>
        <translation>객실 정보 수정</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>새 지점</translation>
    </message>
    <message>
        <source>Change the branch</source>
        <translation>지점 정보 수정</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Numbers or names</source>
        <translation>번호 또는 이름(&amp;N)</translation>
    </message>
    <message>
        <source>for example 301-310, 315</source>
        <translation>예: 301-310, 315</translation>
    </message>
    <message>
        <source>Cl&amp;osed: not assigned to new guests</source>
        <translation>사용 중지: 새로 배정하지 않음(&amp;O)</translation>
    </message>
    <message>
        <source>Cl&amp;osed: no longer hands out copies</source>
        <translation>운영 중지: 더 이상 대출하지 않음(&amp;O)</translation>
    </message>
    <message>
        <source>New rooms</source>
        <translation>객실 추가</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>At most %1 rooms can be added at once.</source>
        <translation>객실은 한 번에 %1실까지 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1: 끝 번호가 시작 번호보다 작습니다.</translation>
    </message>
    <message>
        <source>There is already one called %1.</source>
        <translation>이미 있는 이름입니다: %1.</translation>
    </message>
    <message>
        <source>&amp;Sell all %1 rooms of this type (%2 so far)</source>
        <translation>이 타입의 객실 %1실을 모두 판매(&amp;S) (현재 %2실)</translation>
    </message>
    <message>
        <source>%1 rooms, from %2 to %3</source>
        <translation>객실 %1실: %2부터 %3까지</translation>
    </message>
</context>
<context>
    <name>deskbell::ui::WorkflowChoice</name>
    <message>
        <source>&amp;Who confirms</source>
        <translation>확정 담당(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Time to pay</source>
        <translation>결제 제한 시간(&amp;T)</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source> min</source>
        <comment>behind a number of minutes</comment>
        <translation>분</translation>
    </message>
</context>
</TS>
