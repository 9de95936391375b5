// What pages do by themselves where scripts run: a guest's page looks again and takes what changed, a
// form that was asked to wait is sent again, the receipt is printed. Everything works without it.
(() => {
  'use strict';
  const main = document.querySelector('main');

  for (const form of document.querySelectorAll('form[data-again]')) {
    setTimeout(() => form.submit(), Number(form.dataset.again) * 1000);
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
  // Sent once: a second press of the same button does nothing more.
  for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = 'yes';
    });
  }
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });

  if (!main || !main.dataset.live) return;
  let tag = main.dataset.tag || '';
  let seconds = Number(main.dataset.live);
  const news = document.getElementById('news');
  const said = (root) => [...root.querySelectorAll('[data-news]')].map((each) => each.textContent.trim());
  // Only the parts that differ are new: who reads or has the focus elsewhere on the page is left there.
  const replace = (next) => {
    const parts = [...next.children].map((part) => document.importNode(part, true));
    if (parts.length !== main.children.length) return main.replaceChildren(...parts);
    [...main.children].forEach((part, i) => {
      if (part.outerHTML !== parts[i].outerHTML) part.replaceWith(parts[i]);
    });
  };
  const take = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const next = fresh.querySelector('main');
    if (!next || next.innerHTML === main.innerHTML) return;
    const before = said(main);
    const focused = document.activeElement && main.contains(document.activeElement) && document.activeElement.id;
    replace(next);
    document.title = fresh.title;
    // Screen readers say what is put there, once: the new state and nothing else of the page.
    const changed = said(main).filter((text) => !before.includes(text));
    if (changed.length) news.textContent = changed.join('. ');
    seconds = Number(next.dataset.live) || 0;
    if (focused && document.activeElement.id !== focused) (document.getElementById(focused) || main).focus();
  };
  const look = async () => {
    try {
      if (!document.hidden) {
        const answer = await fetch(location.href, {
          headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store', redirect: 'error'
        });
        if (answer.status === 200) {
          tag = answer.headers.get('ETag') || '';
          take(await answer.text());
        }
      }
    } catch (error) {
      // The line is down: the next look may find it again.
    }
    if (seconds > 0) setTimeout(look, seconds * 1000);
  };
  if (seconds > 0) setTimeout(look, seconds * 1000);
})();
