// Regenerates the CLDR data of this folder at development time; nothing of it runs with the program.
//   npm i cldr-core cldr-localenames-modern make-plural   (in a folder outside the project)
//   NODE_PATH=THAT/node_modules node localization/from-cldr.mjs
// Aliases (third column) that people added by hand are kept.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const load = createRequire(join(process.env.NODE_PATH ?? '.', 'x.js'));
const here = dirname(fileURLToPath(import.meta.url));
const shipped = ['en', 'es', 'fr', 'pt', 'ar'];
const order = ['zero', 'one', 'two', 'few', 'many', 'other'];

// ---- plural rules, for whole numbers, without forms that no number below a million reaches
function relation(text) {
  const [, left, mod, op, list] = text.trim().match(/^([nivwftce])(?: % (\d+))? (=|!=) (.+)$/);
  const zero = !'ni'.includes(left);
  const parts = list.split(',').map(r => r.split('..').map(Number));
  if (zero) return parts.some(([a, b = a]) => a <= 0 && 0 <= b) === (op === '=') ? 'true' : 'false';
  const n = mod ? `n%${mod}` : 'n';
  const one = ([a, b = a]) => a === b ? `${n}==${a}` : a === 0 ? `${n}<=${b}` : `${n}>=${a} && ${n}<=${b}`;
  if (op === '=') return parts.length === 1 ? one(parts[0]) : `(${parts.map(one).map((c, i) => parts[i][1] ? `(${c})` : c).join(' || ')})`;
  const not = ([a, b = a]) => a === b ? `${n}!=${a}` : a === 0 ? `${n}>${b}` : `(${n}<${a} || ${n}>${b})`;
  return parts.map(not).join(' && ');
}

function condition(rule) {
  const ors = rule.split('@')[0].trim().split(' or ').map(o => {
    const ands = o.split(' and ').map(relation).filter(a => a !== 'true');
    return ands.includes('false') ? null : ands.join(' && ') || 'true';
  }).filter(Boolean);
  if (ors.length === 0) return 'false';
  return ors.length === 1 ? ors[0] : ors.map(o => o.includes('&&') ? `(${o})` : o).join(' || ');
}

function header(rules) {
  const all = order.slice(0, 5).filter(c => rules[`pluralRule-count-${c}`]).map(c => condition(rules[`pluralRule-count-${c}`])).filter(c => c !== 'false');
  const tests = all.map(c => new Function('n', `return ${c}`));
  const reached = new Set();
  for (let n = 0; n < 1_000_000; n++) { const i = tests.findIndex(t => t(n)); reached.add(i < 0 ? 'other' : i); }
  let kept = all.filter((_, i) => reached.has(i));
  if (!reached.has('other')) kept = kept.slice(0, -1);
  return `nplurals=${kept.length + 1}; plural=${kept.map((c, i) => `${c.includes(' ') ? `(${c})` : c} ? ${i} : `).join('')}${kept.length};`;
}

const core = load('cldr-core/supplemental/plurals.json').supplemental;
const version = load('cldr-core/package.json').version;
const plurals = {};
for (const [tag, rules] of Object.entries(core['plurals-type-cardinal'])) plurals[tag] = header(rules);
// Headers that translators' tools write and that we accept beside CLDR's.
const variants = {
  he: ['nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3);'],
  pt: ['nplurals=2; plural=n!=1;'],
  fr: ['nplurals=2; plural=n!=1;'],
  tr: ['nplurals=1; plural=0;', 'nplurals=2; plural=n>1;'],
  fa: ['nplurals=1; plural=0;', 'nplurals=2; plural=n!=1;'],
  lv: ['nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2);'],
  pl: ['nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);'],
  ru: ['nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);'],
};
writeFileSync(join(here, 'plurals.json'), `${JSON.stringify({ cldr: version, rules: plurals, variants }, null, 1)}\n`);

// ---- the oracle for the tests
const cardinals = load('make-plural/cardinals');
const samples = [...Array(221).keys(), 1000, 1001, 1002, 1005, 1011, 10000, 10021, 100000, 100003, 999999];
const letter = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };
const oracle = [`# make-plural ${load('make-plural/package.json').version}, checked against Intl.PluralRules; one letter for each sample: z(ero) o(ne) t(wo) f(ew) m(any) x other`, `samples\t${samples.join(' ')}`];
for (const tag of Object.keys(plurals)) {
  const rule = cardinals[tag === 'in' || tag === 'no' ? `${tag}` : tag.replace('-', '_')];
  if (!rule) continue;
  const row = samples.map(n => letter[rule(n)]).join('');
  if (Intl.PluralRules.supportedLocalesOf(tag).length) {
    const intl = new Intl.PluralRules(tag);
    const second = samples.map(n => letter[intl.select(n)]).join('');
    if (second !== row) { console.error(`oracles differ: ${tag}`); continue; }
  }
  oracle.push(`${tag}\t${row}`);
}
writeFileSync(join(here, '../tests/RemedyBot.Tests/Localization/Plurals/oracle.tsv'), `${oracle.join('\n')}\n`);

// ---- countries and languages
function names(file, codes, name, note, also) {
  const kept = new Map();
  if (existsSync(file)) for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [code, , aliases] = line.split('\t');
    if (aliases) kept.set(code, aliases);
  }
  const rows = codes.filter(name).map(c => {
    const aliases = new Set((kept.get(c) ?? '').split(';').filter(Boolean));
    for (const a of also(c)) if (a && a !== name(c)) aliases.add(a);
    return `${c}\t${name(c)}\t${[...aliases].join(';')}`;
  });
  writeFileSync(file, `${note}\n${rows.join('\n')}\n`);
}

const notIso = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);
const mappings = load('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
const english = load('cldr-localenames-modern/main/en/territories.json').main.en.localeDisplayNames.territories;
const countries = Object.keys(english).filter(c => /^[A-Z]{2}$/.test(c) && !notIso.has(c)).sort();
const extra = ['prs', 'fa-AF', 'kmr', 'ckb', 'ht', 'qu', 'gn', 'ay', 'zh-Hans', 'zh-Hant', 'pt-BR', 'pt-PT', 'fr-CA', 'es-MX', 'sn', 'rw', 'ny', 'tg', 'my', 'km'];
const tags = [...new Set([...Object.keys(plurals), ...extra])].filter(t => !['root', 'und', 'in', 'iw', 'ji', 'jw', 'mo', 'sh', 'tl', 'no'].includes(t)).sort();
const own = [];
for (const lang of shipped) {
  const t = load(`cldr-localenames-modern/main/${lang}/territories.json`).main[lang].localeDisplayNames.territories;
  names(join(here, lang, 'countries.tsv'), countries, c => t[c], '# ISO 3166-1 alpha-2, name (CLDR), other names people use; XK is not ISO but a country people answer with',
    c => [t[`${c}-alt-short`], t[`${c}-alt-variant`], ...(lang === 'en' && mappings[c]?._alpha3 ? [mappings[c]._alpha3] : [])].map(a => a?.replaceAll('\u200f', '')));
  const l = load(`cldr-localenames-modern/main/${lang}/languages.json`).main[lang].localeDisplayNames.languages;
  names(join(here, lang, 'languages.tsv'), tags, c => l[c], '# BCP 47 tag, name (CLDR), other names people use',
    c => [l[`${c}-alt-long`], l[`${c}-alt-variant`], l[`${c}-alt-menu`]].filter(a => a && !a.includes(',')));
}
for (const tag of tags) {
  try { const l = load(`cldr-localenames-modern/main/${tag}/languages.json`).main[tag].localeDisplayNames.languages; if (l[tag]) own.push([tag, l[tag]]); } catch { /* CLDR has no names in this language */ }
}
const ownNames = new Map(own);
names(join(here, 'own-names.tsv'), [...new Set([...ownNames.keys(), 'ht', 'qu', 'gn', 'ay', 'ckb', 'ku', 'kmr', 'prs', 'rw'])].sort(), c => ownNames.get(c) ?? { ht: 'Kreyòl ayisyen', qu: 'Runasimi', gn: "Avañe'ẽ", ay: 'Aymar aru', ckb: 'کوردیی ناوەندی', ku: 'Kurdî', kmr: 'Kurmancî', prs: 'دری', rw: 'Ikinyarwanda' }[c],
  '# BCP 47 tag, the language in its own words (CLDR), other names people use', () => []);
