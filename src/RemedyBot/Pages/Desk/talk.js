(() => {
'use strict';
const page = document;
const live = page.querySelector('[data-live]');
if (!live) return;

// The one way in which markup comes to be: elements, attributes, text.
const build = node => {
  if (typeof node === 'string') return page.createTextNode(node);
  const element = page.createElement(node[0]);
  for (const name in node[1]) element.setAttribute(name, node[1][name]);
  for (let at = 2; at < node.length; at++) element.append(build(node[at]));
  return element;
};
const title = page.title.replace(/^\(\d+\) /, '');
const box = page.querySelector('[data-send]');
const lines = () => page.getElementById('lines');
const end = () => lines()?.lastElementChild?.scrollIntoView({ block: 'nearest' });
page.querySelectorAll('[data-reload]').forEach(link => { link.hidden = true; });

const look = async () => {
  try {
    const answer = await fetch(live.dataset.live, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'manual' });
    // Signed out by quiet: the page says so itself.
    if (answer.type === 'opaqueredirect' || answer.status === 303) return location.reload();
    if (answer.ok) {
      const { parts, waiting } = await answer.json();
      for (const part of parts) {
        const old = page.getElementById(part[1].id);
        const fresh = build(part);
        // What did not change stays, so that a screen reader hears only what is new.
        if (old.outerHTML === fresh.outerHTML) continue;
        if (part[1].role !== 'log') { old.replaceWith(fresh); continue; }
        const kept = [...old.children], next = [...fresh.children];
        let same = 0;
        while (same < kept.length && same < next.length && kept[same].outerHTML === next[same].outerHTML) same++;
        kept.slice(same).forEach(line => line.remove());
        old.append(...next.slice(same));
        end();
      }
      page.title = waiting ? `(${waiting}) ${title}` : title;
    }
  } catch {
    // No connection just now; the next look tells.
  }
  setTimeout(look, 3000);
};
end();
setTimeout(look, 3000);

// Enter sends, Shift and Enter begins a new line.
box?.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (box.value.trim()) box.form.querySelector('[value=say]')?.click();
});
})();
