// Opens the payment provider's window by its own script, for what this page says: a payment, or a card that is
// left for later. The provider sends the guest back to the addresses given.
(() => {
  'use strict';
  const order = document.getElementById('card-window').dataset;
  const button = document.getElementById('open-window');
  const failed = document.getElementById('window-failed');

  const ask = () => {
    const toss = window.TossPayments(order.clientKey);
    const back = {successUrl: order.successUrl, failUrl: order.failUrl};
    if (order.customerKey)
      return toss.payment({customerKey: order.customerKey}).requestBillingAuth({method: 'CARD', ...back});
    return toss.payment({customerKey: window.TossPayments.ANONYMOUS}).requestPayment({
      method: 'CARD',
      amount: {currency: order.currency, value: Number(order.amount)},
      orderId: order.orderId,
      orderName: order.orderName,
      ...back,
    });
  };
  const open = async () => {
    button.disabled = true;
    failed.hidden = true;
    try {
      await ask();
    } catch (error) { // the script did not load, or the guest closed the window
      failed.hidden = false;
    }
    button.disabled = false;
  };
  button.addEventListener('click', open);
  open();
})();
