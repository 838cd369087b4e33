/* Headwater's tracker. Options are data- attributes. Calls before it has loaded:
 * (window.headwater = window.headwater || {q: []}).q.push(['consent', true]) */
(() => {
  const script = document.currentScript || document.querySelector('[src*="external-tracking.js"]');
  const {origin, searchParams} = new URL(script.src);
  const option = name => script.getAttribute('data-' + name);
  const trackingId = option('tracking-id') || searchParams.get('id');
  if (!trackingId) return console.error('Tracking: Missing data-tracking-id attribute');
  const api = window.headwater = window.headwater || {};
  if (api.submitForm) return;

  const isDebug = option('debug') === 'true';
  const log = (...words) => isDebug && console.log('[Tracking]', ...words);
  const guard = action => (...args) => {
    try { return action(...args); } catch (error) { log('error:', error.message); }
  };
  const on = (target, name, action) => target.addEventListener(name, guard(action), true);
  const cut = text => text.slice(0, 8192);

  // Without consent or under Global Privacy Control nothing outlives the page.
  const gpc = navigator.globalPrivacyControl && option('gpc') !== 'ignore';
  let granted = option('consent') !== 'required';
  let remembers = granted && !gpc;
  const memory = {};
  const storage = guard(action => remembers && action(localStorage));
  const read = key => storage(kept => kept[key]) || memory[key];
  const write = (key, value) => storage(kept => kept[key] = value, memory[key] = value);
  const parse = guard(text => JSON.parse(text || null));
  const cookie = guard(name =>
    decodeURIComponent((remembers && document.cookie.match(`\\b${name}=([^;]*)`) || ['', ''])[1]));
  const setCookie = guard((name, value, domain) => {
    document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${value ? 34560000 : 0};domain=${domain}` +
      ';SameSite=Lax' + (isSecureContext ? ';Secure' : '');
  });
  let widest = option('cookie-domain');
  const cookieDomain = () => { // the widest that keeps a cookie
    const labels = location.hostname.split('.');
    for (let i = labels.length; remembers && widest == null && i--;) {
      const domain = labels.slice(i).join('.');
      setCookie('_hw_try', 1, domain);
      if (cookie('_hw_try')) widest = domain;
      setCookie('_hw_try', '', domain);
    }
    return widest || '';
  };
  const keep = (key, value) => {
    write(key, value);
    if (remembers) setCookie(key, value, cookieDomain());
  };
  const forget = () => {
    remembers = true;
    ['_hw_vid', '_hw_s', '_hw_q'].forEach(key => {
      storage(kept => delete kept[key], delete memory[key]);
      if (cookie(key)) setCookie(key, '', cookieDomain());
    });
    remembers = api.visitorId = api.sessionId = null;
  };

  const isId = text => /^[\da-f-]{36}$/i.test(text);
  const uuid = () => ('0' + Date.now().toString(16)).replace(/.{8}/, '$&-') + '-7xxx-8xxx-xxxxxxxxxxxx'
    .replace(/x/g, () => (crypto.getRandomValues(new Uint8Array(1))[0] & 15).toString(16));

  let newVisitor; // The server's cookie may know better.
  const visitor = id => {
    id = [id, cookie('_hw_vid'), read('_hw_vid')].find(isId);
    newVisitor = newVisitor || !id;
    keep('_hw_vid', api.visitorId = id || uuid());
    return api.visitorId;
  };

  const PASSAGE = /\.(paypal|stripe|checkout\.shopify|accounts\.google|appleid\.apple|login\.microsoftonline)\.com$/;
  const isOutside = referrer => {
    const host = '.' + (referrer && new URL(referrer).hostname);
    const inside = [cookieDomain() || location.hostname, ...(option('excluded-referrers') || '').split(',')];
    return host[1] && !inside.some(domain => domain && host.endsWith('.' + domain)) && !PASSAGE.test(host);
  };
  const tagsOf = url => String(
    `${url}`.match(/\b(utm_\w+|\w+clid|msclkid|[gw]braid|li_fat_id|rdt_cid|epik)=[^&#]+/gi) || '');
  const loaded = performance.getEntriesByType('navigation')[0] || {};
  let page = {
    url: cut(loaded.name || location.href), referrer: cut(document.referrer),
    isArrival: !/reload|back/.test(loaded.type)
  };
  let landing = page;
  const visit = () => {
    const {url, referrer, isArrival} = landing || page, tags = tagsOf(url), now = Date.now();
    let session = [read('_hw_s'), cookie('_hw_s')].map(parse).filter(Boolean).sort((a, b) => b.last - a.last)[0];
    const reason = !session ? 'first' : !(Math.abs(now - session.last) < 18e5) ? 'idle' : isArrival &&
      (tags && tags !== tagsOf(session.landingUrl) ? 'campaign' : isOutside(referrer) && 'referrer');
    if (reason) session = {sessionId: uuid(), landingUrl: url, landingReferrer: referrer, landingAt: now};
    log('session', api.sessionId = session.sessionId, reason || 'continues');
    landing = page.isArrival = null;
    session.last = now;
    keep('_hw_s', JSON.stringify(session));
    return session;
  };
  const compose = (type, details) => ({
    trackingId, eventId: uuid(), type, ...visit(), visitorId: visitor(), newVisitor, gpc,
    webdriver: navigator.webdriver || undefined,
    url: cut(location.href), referrer: page.referrer, title: document.title, occurredAt: Date.now(),
    fbp: cookie('_fbp'), fbc: cookie('_fbc'), gaClientId: `${cookie('_ga')}`.split('.').slice(2).join('.'),
    gaSessionId: `${cookie('_ga_\\w+')}`.split(/[.$]s?/)[2], ...details
  });

  const waiting = () => [].concat(parse(read('_hw_q')) || []).filter(event => Date.now() - event.occurredAt < 864e5);
  const isPage = event => event.type === 'page_view';
  // Page views push no conversion out.
  const save = events => write('_hw_q', JSON.stringify(
    [isPage, event => !isPage(event)].flatMap(which => events.filter(which).slice(-5))));
  const tell = (path, body, credentials) =>
    fetch(origin + path, {method: 'POST', body: JSON.stringify(body), keepalive: true, credentials});
  const flying = new Set();
  let later;
  const post = event => {
    flying.add(event.eventId);
    event.sentAt = Date.now();
    const answer = tell('/t/events', event, remembers ? 'include' : 'omit');
    return answer.catch(() => new Response('', {status: 503})).then(async response => {
      const {results, visitorId} = await response.json().catch(() => 0) || 0;
      const header = name => response.headers.get(name);
      const {status = response.status} = (results || [])[0] || {}, why = header('X-Headwater-Dropped') || status;
      const isStored = response.ok && status !== 'dropped', isLate = /408|429|5../.test(response.status);
      log('event', isStored ? 'sent:' : isLate ? 'waits:' : 'refused:', event.type, why);
      flying.delete(event.eventId);
      const others = waiting().filter(other => other.eventId !== event.eventId);
      if (!isLate) save(others);
      else {
        if (isPage(event)) save([...others, event]);
        // One timer for all that waits: one for each would send all of it each time.
        clearTimeout(later);
        later = setTimeout(flush, (parseInt(header('Retry-After')) || 30) * 1000);
      }
      if (newVisitor && isId(visitorId)) visitor(visitorId);
      if (isStored) newVisitor = false;
      return {isStored, why};
    });
  };
  const flush = guard(() => waiting().filter(event => !flying.has(event.eventId)).forEach(post));
  const convert = event => {
    save([...waiting(), event]);
    post(event);
  };
  const allowed = what => granted || log(what, 'refused: no consent');

  let counted;
  const pageView = () => {
    if (!allowed('page_view')) return;
    flush();
    counted = location.href;
    const event = compose('page_view');
    setTimeout(guard(() => post({...event, title: document.title})));
  };
  const moved = isReplaced => {
    const key = url => url.replace(isReplaced ? /[?#](?![/!]).*/ : /#(?![/!]).*/, '');
    const url = cut(location.href), isArrival = key(url) !== key(page.url);
    page = {url, referrer: isArrival ? page.url : page.referrer, isArrival};
    if (isArrival) pageView();
  };
  if (option('spa') !== 'off') {
    ['pushState', 'replaceState'].forEach(name => {
      const original = history[name];
      history[name] = (...args) => {
        original.apply(history, args);
        guard(moved)(name === 'replaceState');
      };
    });
    on(window, 'popstate', () => moved());
  }

  const SECRET =
    /^(submit|button|reset|image)|passw|\bcc-|(card|cc).?num|(security|verif\w*|time).?code|(\b|_)otp|cv[cv]/i;
  const CAPTCHA = /captcha|turnstile/i;
  const HEADING = 'h1,h2,h3,h4,h5,h6';
  // Not form.elements: a field may be called elements.
  const controlsOf = form =>
    [...document.querySelectorAll('input,select,textarea')].filter(control => control.form === form);
  const isShown = element => element.getClientRects()[0] && getComputedStyle(element).visibility === 'visible';
  const isBox = control => /checkbox|radio/.test(control.type);
  const textOf = element => {
    const copy = (element || script).cloneNode(true);
    copy.querySelectorAll('select,textarea').forEach(control => control.remove());
    return copy.textContent.replace(/\s+/g, ' ').replace(/[ *:]+$/, '').trim();
  };
  const labelOf = control => textOf((control.labels || [])[0]) || control.getAttribute('aria-label') ||
    textOf(document.getElementById(control.getAttribute('aria-labelledby'))) || control.placeholder || '';
  const describe = control =>
    [control.type, control.name, control.id, control.autocomplete, labelOf(control)].join(' ');
  const isEmail = control => /^(email|text .*e.?mail)/i.test(describe(control));
  const mayRead = control => control.name && !control.closest(':disabled,[data-headwater-ignore]') &&
    (CAPTCHA.test(control.name) || (control.type === 'hidden' ? control.name === 'source' :
      !SECRET.test(describe(control)) && [control, ...isBox(control) ? control.labels : []].some(isShown)));
  // Never a captcha's token, a card number or a drawn signature: that they are there, and the signature's type.
  const valuesOf = control => isBox(control) && !control.checked ? [] :
    [...control.selectedOptions || control.files || [control]].map(item => item instanceof File ?
      `${item.name} (${item.size} bytes, ${item.type})` : CAPTCHA.test(control.name) ? item.value && 'present' :
      cut(item.value.replace(/^[3-6](\W?\d){14,15}$/, '').replace(/^(data:[^;,]*)[^]*/, '$1')));
  const idOf = form => form.getAttribute('id') || form.getAttribute('name') || form.getAttribute('data-formid') ||
    textOf(form.querySelector(HEADING) ||
      [...document.querySelectorAll(HEADING)].filter(heading => form.compareDocumentPosition(heading) & 2).pop());

  const sent = new WeakMap();
  const onSubmit = submit => {
    const form = submit.target, formId = idOf(form), controls = controlsOf(form), readable = controls.filter(mayRead);
    const skip = why => log('form skipped:', why, formId);
    if (!allowed('form')) return;
    if (!readable.some(isEmail)) return skip('no e-mail field');
    // Read before the page's handlers empty it.
    const fields = {__proto__: null}, labels = {};
    readable.forEach(control => valuesOf(control).filter(Boolean).forEach(value => {
      const {name} = control;
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
      labels[name] = labelOf(control);
    }));
    const event = compose('form_submission', {formId, formName: form.getAttribute('name') || formId, fields, labels});
    const isFaulty = controls.some(control =>
      !control.validity.valid && !control.validity.customError && isShown(control));
    // In a tick the page's handlers have run and a native submission has not left; a cancelled one gets a moment to
    // mark faulty fields; pagehide decides when the page is left before.
    let isOver;
    const decide = guard(isLast => {
      if (isOver || submit.defaultPrevented && !isLast) return;
      isOver = true;
      if (sent.get(form) === JSON.stringify(fields)) return skip('already sent');
      if (submit.defaultPrevented && (isFaulty || controls.some(control =>
        control.validity.customError || control.matches('[aria-invalid=true]')))) return skip('invalid');
      sent.set(form, JSON.stringify(fields));
      convert(event);
      document.dispatchEvent(new CustomEvent('headwater:submission', {detail: {eventId: event.eventId}}));
    });
    setTimeout(decide);
    setTimeout(decide, 250, true);
    on(window, 'pagehide', decide);
  };
  if (option('forms') !== 'off') {
    on(document, 'submit', onSubmit);
    const look = () => document.querySelectorAll('form').forEach(form => {
      if (sent.has(form)) return;
      log(controlsOf(form).some(isEmail) ? 'form seen:' : 'form skipped: no e-mail field', idOf(form));
      sent.set(form);
    });
    if (isDebug) on(document, 'focusin', look), look();
  }

  const start = () => counted || pageView();
  const calls = api.q || [];
  const call = guard(([name, ...args]) => api[name](...args));
  const track = (type, details) => allowed(type) && convert(compose(type, details));
  Object.assign(api, {
    q: {push: call},
    pageView: guard(pageView),
    track: guard((name, data) => track('custom', {name, data})),
    identify: guard(fields => track('identify', {fields})),
    consent: guard(isGranted => {
      log('consent', granted = isGranted);
      remembers = granted && !gpc;
      (granted ? start : forget)();
      // Our server's own cookie goes as well.
      if (!granted) tell('/t/forget', {trackingId}, 'include').catch(() => 0);
    }),
    // For form.js, with or without consent.
    submitForm: details => post(compose('form_submission', details))
  });
  window._lcTracking = window._lcTracking || {tracker: {
    sendEvent: guard(event => event.type === 'external_script_page_view' && counted !== location.href && pageView())
  }};

  log('initialised', trackingId, remembers ? '' : 'private');
  if (gpc) forget();
  on(window, 'online', flush);
  on(window, 'pageshow', event => event.persisted && pageView());
  const begin = () => { calls.forEach(call); start(); };
  if (document.prerendering) on(document, 'prerenderingchange', begin);
  else begin();
})();
