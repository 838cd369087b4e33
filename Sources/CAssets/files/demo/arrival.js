/*
 * Demo only. A browser cannot come from bing.com to your own machine, so the page "Arrive as…" leaves the referrer to
 * pretend for one landing. It stands before the tracker, is used once, and only on the page it was meant for.
 */
(() => {
  try {
    const arrival = JSON.parse(sessionStorage.getItem('demo-arrival'));
    if (!arrival) return;
    sessionStorage.removeItem('demo-arrival');
    if (arrival.url !== location.href) return;
    Object.defineProperty(document, 'referrer', {configurable: true, get: () => arrival.referrer});
  } catch {
    // Without session storage the visit is simply a real one.
  }
})();
