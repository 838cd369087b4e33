/*
 * One of your forms, right where this line stands in the page:
 *   <script src="https://SERVER/js/form.js?id=FORM"></script>
 * It lives in a shadow root, where the page's styles cannot break it, and takes the page's font and colours. Every
 * text is set as text, never as HTML. It is sent through the tracker, which knows the visitor and the landing; a page
 * without a tracker gets one, with the data- attributes of this line (data-consent="required", say).
 */
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script) return;
  const address = new URL(script.src);
  const host = document.createElement('div');
  const root = host.attachShadow({mode: 'open'});

  const STYLE = `
    :host { display: block; max-width: 560px; }
    * { box-sizing: border-box; }
    .field { margin: 0 0 18px; }
    label, legend { display: block; margin: 0 0 5px; padding: 0; font-weight: 600; }
    fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
    input, select, textarea, button { font: inherit; color: inherit; }
    .line { width: 100%; min-height: 46px; padding: 10px 12px; border: 1px solid #7d8a86; border-radius: 8px;
      background: transparent; }
    option { color: CanvasText; background: Canvas; }
    textarea { resize: vertical; }
    .choice { display: flex; gap: 10px; font-weight: 400; }
    .choice input { width: 20px; height: 20px; margin: 2px 0 0; flex: none; }
    [aria-invalid=true] { border-color: #c62828; }
    .error { margin: 5px 0 0; padding-left: 8px; border-left: 3px solid #c62828; }
    .error:empty { display: none; }
    button { width: 100%; min-height: 50px; border: 0; border-radius: 8px; color: #fff;
      background: var(--headwater-accent, #0b6470);
      font-weight: 600; cursor: pointer; }
    button:disabled { opacity: .6; cursor: default; }
    :focus-visible { outline: 3px solid #3a9aa6; outline-offset: 2px; }
    .thanks { white-space: pre-line; overflow-wrap: anywhere; }
    .elsewhere { position: absolute; left: -9999px; }`;
  const AUTOCOMPLETE = {
    first_name: 'given-name', last_name: 'family-name', full_name: 'name', name: 'name', email: 'email', phone: 'tel',
    company_name: 'organization', address1: 'street-address', city: 'address-level2', state: 'address-level1',
    postal_code: 'postal-code', country: 'country-name', website: 'url'
  };
  const INPUT = {email: 'email', phone: 'tel', number: 'number', money: 'number', rating: 'number', date: 'date',
    file: 'file', signature: 'file'};

  const build = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach(name => {
      if (attributes[name] != null && attributes[name] !== false) element.setAttribute(name, attributes[name]);
    });
    element.append(...children.filter(child => child != null));
    return element;
  };

  // A sheet of the shadow root's own passes under a strict policy of the page; older browsers need an element.
  const dress = () => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch (error) {
      root.append(build('style', {}, STYLE));
    }
  };

  // ---- One question

  const choices = (field, type, options) => options.map(option =>
    build('label', {class: 'choice'}, build('input', {type, name: field.name, value: option.value}), option.label));

  const question = (field, index) => {
    const id = 'field-' + index, error = build('p', {class: 'error', id: id + '-error'});
    const title = field.label + (field.required ? ' *' : '');
    const common = {
      id, name: field.name, class: 'line', required: field.required && '', 'aria-describedby': id + '-error',
      autocomplete: AUTOCOMPLETE[field.name], placeholder: field.placeholder || null
    };
    const options = (field.options || []).map(text => ({value: text, label: text}));
    let box;
    if (field.type === 'boolean') {
      box = build('div', {}, ...choices(field, 'checkbox', [{value: 'true', label: title}]));
      box.querySelector('input').setAttribute('aria-describedby', id + '-error');
    } else if (/^(radio|checkbox|multi_select)$/.test(field.type)) {
      const type = field.type === 'radio' ? 'radio' : 'checkbox';
      box = build('fieldset', {'aria-describedby': id + '-error'}, build('legend', {}, title),
        ...choices(field, type, options));
    } else {
      let control;
      if (field.type === 'select') {
        control = build('select', common, build('option', {value: ''}),
          ...options.map(option => build('option', {value: option.value}, option.label)));
      } else if (field.type === 'multi_line') {
        control = build('textarea', Object.assign({rows: 4}, common));
      } else {
        const type = INPUT[field.type] || 'text';
        control = build('input', Object.assign({type, step: type === 'number' ? 'any' : null}, common));
      }
      box = build('div', {}, build('label', {for: id}, title), control);
    }
    const controls = Array.from(box.querySelectorAll('input, select, textarea'));
    const values = () => controls.flatMap(control =>
      /checkbox|radio/.test(control.type) ? (control.checked ? [control.value] : []) :
      control.files ? Array.from(control.files, file => `${file.name} (${file.size} bytes, ${file.type})`) :
      control.value.trim() ? [control.value.trim().slice(0, 8192)] : []);
    const check = () => {
      const faulty = controls.find(control => !control.validity.valid);
      const text = faulty ? faulty.validationMessage :
        field.required && !values().length ? 'Please choose an answer.' : '';
      controls.forEach(control => control.setAttribute('aria-invalid', String(!!text)));
      error.textContent = text;
      return text ? faulty || controls[0] : null;
    };
    return {field, values, check, element: build('div', {class: 'field'}, box, error)};
  };

  // ---- Sending

  const uuid = () => {
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(10)), byte => (byte + 256).toString(16).slice(1));
    const hex = Date.now().toString(16).padStart(12, '0') + '7' + noise.join('').slice(0, 3) + '8' +
      noise.join('').slice(3, 18);
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
  const tracker = () => (window.headwater || {}).submitForm;
  const present = () => document.querySelector('script[src*="external-tracking.js"]');

  // Deferred scripts have run by then: whoever has a tracker has it now, or at least its tag.
  const parsed = new Promise(resolve => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
    else resolve();
  });
  const trackerComes = trackingId => parsed.then(() => new Promise(resolve => {
    if (tracker()) return resolve();
    let tag = present();
    if (!tag) {
      const copied = Object.assign({}, script.dataset, {trackingId, forms: 'off'});
      tag = document.createElement('script');
      tag.src = address.origin + '/js/external-tracking.js';
      Object.assign(tag.dataset, copied);
      document.head.append(tag);
    }
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', () => resolve());
    setTimeout(resolve, 4000);
  }));

  // What the tracker would have sent, without a memory: for pages where something blocks it.
  const sendAlone = details => {
    const now = Date.now(), url = location.href.slice(0, 8192), referrer = document.referrer.slice(0, 8192);
    const event = Object.assign({
      type: 'form_submission', url, referrer, title: document.title, occurredAt: now, sentAt: now,
      landingUrl: url, landingReferrer: referrer, landingAt: now
    }, details);
    return fetch(address.origin + '/t/events', {method: 'POST', body: JSON.stringify(event), credentials: 'omit'})
      .then(response => ({isStored: response.ok, why: response.headers.get('X-Headwater-Dropped')}));
  };

  // ---- The form

  const description = `${address.origin}/t/forms/${encodeURIComponent(address.searchParams.get('id'))}`;
  const fetchForm = () => fetch(description, {credentials: 'omit'})
    .then(response => response.ok ? response.json() : Promise.reject(response.status));

  // The server seals when the form was shown. A page that has been open for a day gets another seal before it sends,
  // and waits as long as the server wants a form to be filled in. Where there is none it sends the old one: nothing is
  // lost, at worst it is held for a person to look at.
  const DAY = 864e5, FILL = 1600;
  const renew = form => Date.now() - form.shownAt < DAY ? Promise.resolve() : fetchForm().then(fresh => {
    form.startedAt = fresh.startedAt;
    form.shownAt = Date.now();
    return new Promise(resolve => setTimeout(resolve, FILL));
  }).catch(() => {});

  const show = form => {
    form.shownAt = Date.now();
    const ready = trackerComes(form.trackingId);
    const questions = form.fields.map(question);
    const trap = build('input', {id: 'trap', name: 'fax_number', tabindex: '-1', autocomplete: 'off'});
    const button = build('button', {}, form.submitLabel);
    const notice = build('p', {class: 'error', role: 'alert'});
    const element = build('form', {novalidate: '', 'aria-label': form.name},
      ...questions.map(question => question.element),
      build('div', {class: 'elsewhere', 'aria-hidden': 'true'},
        build('label', {for: 'trap'}, 'Leave this empty'), trap),
      notice, button);

    const answers = () => {
      const fields = {}, labels = {};
      if (form.source) fields.source = form.source;
      questions.forEach(({field, values}) => {
        const given = values();
        if (!given.length) return;
        fields[field.name] = given.length > 1 ? given : given[0];
        labels[field.name] = field.label;
      });
      return {fields, labels};
    };
    const thank = () => {
      if (/^https?:/.test(form.redirect || '')) return location.assign(form.redirect);
      const thanks = build('p', {class: 'thanks', role: 'status', tabindex: '-1'}, form.thankYou);
      element.replaceWith(thanks);
      thanks.focus();
    };
    // The same answers sent again are the same submission, should only its acknowledgement have been lost.
    let last = {};
    const send = async () => {
      const {fields, labels} = answers(), text = JSON.stringify(fields);
      if (last.text !== text) last = {text, eventId: uuid()};
      await renew(form);
      const details = {
        trackingId: form.trackingId, eventId: last.eventId, formId: form.id, formName: form.name, fields, labels,
        own: true, token: form.startedAt, honeypot: trap.value || undefined
      };
      await ready;
      const {isStored, why} = await (tracker() || sendAlone)(details);
      if (!isStored) throw new Error(why || 'not stored');
      document.dispatchEvent(new CustomEvent('headwater:submission', {detail: {eventId: last.eventId}}));
    };

    element.addEventListener('input', () => questions.forEach(({element: box, check}) => {
      if (box.querySelector('[aria-invalid=true]')) check();
    }));
    element.addEventListener('submit', event => {
      event.preventDefault();
      const faulty = questions.map(({check}) => check()).filter(Boolean)[0];
      if (faulty) return faulty.focus();
      button.disabled = true;
      notice.textContent = '';
      send().then(thank).catch(error => {
        notice.textContent = /429|rate_limited/.test(error.message) ?
          'Too many tries in a short time. Please wait a moment and send it again.' :
          'This could not be sent. Nothing is lost: please try again.';
        button.disabled = false;
      });
    });
    root.append(element);
  };

  const apologise = () => root.append(build('a', {href: `${address.origin}/f/${address.searchParams.get('id')}`},
    'Open the form'));

  dress();
  if (script.closest('head')) parsed.then(() => document.body.append(host));
  else script.after(host);
  fetchForm().then(show).catch(apologise);
})();
