/* Demo only. Says in the ribbon how the visitor arrived, and leads from a form that was sent to the contact it made. */
(() => {
  const arrived = sessionStorage.getItem('demo-arrived');
  const ribbon = document.querySelector('[data-arrived]');
  if (arrived) {
    ribbon.querySelector('strong').textContent = arrived;
    ribbon.hidden = false;
  }

  const offer = eventId => document.querySelectorAll('[data-contact-made]').forEach(place => {
    place.querySelector('a').href = '/demo/made?event=' + encodeURIComponent(eventId);
    place.hidden = false;
  });
  // The tracker says which event a form became; a page that is left hands it to the thank-you page.
  document.addEventListener('headwater:submission', ({detail}) => {
    sessionStorage.setItem('demo-event', detail.eventId);
    offer(detail.eventId);
  });
  const eventId = sessionStorage.getItem('demo-event');
  if (eventId && location.pathname === '/demo/thanks') offer(eventId);
})();
