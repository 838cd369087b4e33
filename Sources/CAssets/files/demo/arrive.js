/* Demo only. Opens a landing as somebody who came another way: see arrival.js. */
(() => {
  const forget = keys => {
    const labels = location.hostname.split('.');
    const domains = ['', ...labels.map((_, place) => ';domain=' + labels.slice(place).join('.'))];
    keys.forEach(key => {
      localStorage.removeItem(key);
      domains.forEach(domain => { document.cookie = `${key}=;path=/;max-age=0${domain}`; });
    });
  };
  const {trackingId} = document.querySelector('.arrivals').dataset;
  document.querySelectorAll('.arrivals a').forEach(card => card.addEventListener('click', async click => {
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    const isNew = document.querySelector('[name=who]:checked').value === 'new';
    // Without its session the next page view begins a visit, as it would after half an hour.
    forget(isNew ? ['_hw_s', '_hw_vid', '_hw_q'] : ['_hw_s']);
    // The server keeps a twin of the visitor's cookie that no script can reach.
    if (isNew) await fetch('/t/forget', {method: 'POST', body: JSON.stringify({trackingId})}).catch(() => {});
    sessionStorage.removeItem('demo-event');
    sessionStorage.setItem('demo-arrived', card.dataset.name);
    sessionStorage.setItem('demo-arrival', JSON.stringify({url: card.href, referrer: card.dataset.referrer}));
    location.assign(card.href);
  }));
})();
