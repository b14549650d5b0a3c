(() => {
'use strict';
const page = document, $ = id => page.getElementById(id);
const form = $('f');
const leave = page.querySelector('[data-exit]');
const away = leave.href;
let token = '', ended = false, busy = false, looking = 0, look = '', pressed = null, warned = '', shifts = 0, shifted = 0;

// The one way in which markup comes to be: elements, attributes, text.
const build = node => {
  if (typeof node === 'string') return page.createTextNode(node);
  const element = page.createElement(node[0]);
  for (const name in node[1]) element.setAttribute(name, node[1][name]);
  for (let at = 2; at < node.length; at++) element.append(build(node[at]));
  return element;
};
const wake = () => {
  page.querySelectorAll('.keys,[data-copy],[data-print],[data-look]').forEach(button => {
    button.hidden = button.matches('[data-look]') || (button.matches('[data-copy]') && !navigator.clipboard);
  });
  clearTimeout(looking);
  if ($('ask') && 'live' in $('ask').dataset) looking = setTimeout(watch, 3000);
};
const words = name => $('say').dataset[name];
const note = text => { $('note').textContent = text; };

const exit = () => {
  token = '';
  if (form) form.reset();
  page.body.replaceChildren();
  location.replace(away);
};
page.addEventListener('click', event => {
  if (event.target.closest('[data-exit]')) {
    event.preventDefault();
    exit();
  }
  const language = event.target.closest('.langs a, a.pick');
  if (language) {
    event.preventDefault();
    location.replace(language.href);
  }
});
page.addEventListener('keydown', event => {
  if (event.repeat) return;
  shifts = event.key !== 'Shift' ? 0 : event.timeStamp - shifted < 2000 ? shifts + 1 : 1;
  shifted = event.timeStamp;
  if (shifts === 3) exit();
});
addEventListener('pagehide', () => {
  token = '';
  if (form) form.reset();
  page.body.replaceChildren();
});
addEventListener('pageshow', event => {
  if (event.persisted) location.replace(location.href);
});
if (!form || !$('log')) return;

token = form.elements.token.value;
form.elements.token.value = '';
wake();

// Digits of any script: every block of ten begins with its zero.
const digits = text => [...text].filter(letter => /\p{Nd}/u.test(letter)).map(letter => {
  const point = letter.codePointAt(0);
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1 - value))) value++;
  return value;
});
const damm = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];
const asksCode = () => $('text').inputMode === 'numeric' || 'opens' in $('ask').dataset;
const doubtful = text => {
  if (/\p{L}/u.test(text)) return '';
  const found = digits(text);
  if (found.length < 20 && !(asksCode() && found.length > 4)) return '';
  if (found.length !== 25 && found.length !== 30) return words('length');
  return found.reduce((row, digit) => +damm[row][digit], 0) ? words('digit') : '';
};

const show = (log, text) => {
  const element = build(['div', { class: 'msg me', 'data-from': 'person', 'data-who': words('you'), dir: 'auto' }, ['p', {}, text]]);
  log.append(element);
  return element;
};
const chosen = button => {
  if (button && (button.name === 'wish' || button.name === 'choice') && !button.matches('.done')) return button.innerText;
  if ($('text').value.trim()) return $('text').value;
  return [...form.querySelectorAll('[name=choice]:checked')].map(box => box.parentNode.textContent).join(', ');
};

const post = async (body, tries) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 30000);
  try {
    const answer = await fetch('/', { method: 'POST', headers: { Accept: 'application/json' }, body, cache: 'no-store', signal: stop.signal });
    return await answer.json();
  } catch (failure) {
    if (tries > 1) return post(body, tries - 1);
    return null;
  } finally {
    clearTimeout(timer);
  }
};

// Without an answer the form goes the plain way, with the same id, so that nothing counts twice.
const plain = (text, button) => {
  $('text').value = text;
  if (!navigator.onLine) return note(words('offline'));
  form.elements.token.value = token;
  if (button && button.name) form.append(build(['input', { type: 'hidden', name: button.name, value: button.value }]));
  form.submit();
};

// The same thing in a part that was built anew, for whoever had it under the finger.
const again = held => held.id && $(held.id)
  || held.name && [...page.getElementsByName(held.name)].find(one => one.value === held.value)
  || held.className && page.getElementsByClassName(held.className)[0] || $('ask');

const apply = (answer, spoke, sent) => {
  const log = $('log');
  log.querySelectorAll('[data-code]').forEach(code => {
    code.textContent = words('hidden');
    code.removeAttribute('data-code');
  });
  if (answer.clear || ended) log.replaceChildren();
  ended = answer.ended;
  token = answer.token;
  form.elements.form.value = answer.form;
  form.elements.lang.value = answer.lang;
  page.title = answer.title;
  page.documentElement.lang = answer.lang;
  page.documentElement.dir = answer.dir;
  const typed = $('text').value;
  const held = page.activeElement;
  for (const part of answer.parts) $(part[1].id).replaceWith(build(part));
  const box = $('text');
  box.value = typed && typed !== sent ? typed : answer.kept;
  box.dir = answer.kind === 'code' ? 'ltr' : 'auto';
  box.inputMode = answer.kind === 'code' ? 'numeric' : '';
  $('label').textContent = answer.label;
  // What came by itself, in a talk, belongs to what stands there.
  if (answer.log.length && sent !== undefined) for (const older of log.children) older.classList.add('past');
  const first = answer.log.map(build).map(message => (log.append(message), message))[0];
  wake();
  if (sent === undefined) page.title = (first ? '\u2022 ' : '') + answer.title;
  else if (spoke) box.focus({ preventScroll: true });
  else $('ask').focus({ preventScroll: true });
  if (held !== page.body && page.activeElement === page.body) again(held).focus({ preventScroll: true });
  const now = page.activeElement;
  // What came by itself takes nobody's place away.
  if (!spoke && now !== page.body && now !== $('ask')) now.scrollIntoView({ block: 'nearest' });
  else if (first) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }
};

// While somebody may write: is there something new? The same id until an answer came, so that nothing is lost with a connection.
const watch = async () => {
  if (busy || ended) return wake();
  look = look || [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const body = new URLSearchParams({ token, form: look, lang: form.elements.lang.value, step: form.elements.step.value, turn: form.elements.turn.value, look: '1' });
  const answer = await post(body, 1);
  if (!form.isConnected) return;
  if (!answer || answer.error || busy) return wake();
  look = '';
  if (!answer.log.length && !answer.ended) {
    token = answer.token;
    return wake();
  }
  apply(answer, false);
};

const send = async button => {
  busy = true;
  note('');
  const body = new URLSearchParams(new FormData(form));
  body.set('token', token);
  body.delete('copy');
  if (button && button.name) body.append(button.name, button.value);
  const log = $('log');
  const spoken = chosen(button);
  const mine = spoken && show(log, doubtful(spoken) || digits(spoken).length > 19 ? words('hidden') : spoken);
  const spoke = !button || !button.name;
  const text = $('text').value;
  if (spoke || button.matches('.done')) $('text').value = '';
  const wait = build(['div', { class: 'msg wait', 'aria-hidden': 'true' }, ['i', {}], ['i', {}], ['i', {}]]);
  const slow = setTimeout(() => { log.append(wait); wait.scrollIntoView({ block: 'nearest' }); }, 250);
  if (mine) mine.scrollIntoView({ block: 'nearest' });

  const answer = await post(body, 2);
  clearTimeout(slow);
  wait.remove();
  busy = false;
  if (!form.isConnected) return;
  if (mine) mine.remove();
  if (!answer) return plain(text, button);
  if (answer.error) {
    $('text').value = $('text').value || text;
    return note(answer.error);
  }
  apply(answer, spoke, text);
};

page.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  pressed = button;
  if (button.matches('[data-copy]')) navigator.clipboard.writeText(button.dataset.copy || form.elements.copy.value).then(() => note(words('copied')));
  if (button.matches('[data-print]')) {
    page.body.classList.add('alone');
    print();
  }
}, true);
addEventListener('afterprint', () => page.body.classList.remove('alone'));
form.addEventListener('submit', event => {
  const button = event.submitter || pressed;
  pressed = null;
  if (button && button.name === 'save') return;
  event.preventDefault();
  if (busy) return;
  const text = $('text').value;
  const doubt = !button || !button.name ? doubtful(text) : '';
  if (doubt && warned !== text) {
    warned = text;
    note(doubt);
    return $('text').focus();
  }
  warned = '';
  send(button);
});
form.addEventListener('keydown', event => {
  if (event.target.id !== 'text' || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  if (!matchMedia('(hover:hover) and (pointer:fine)').matches) return;
  event.preventDefault();
  form.querySelector('[data-send]').click();
});
})();
