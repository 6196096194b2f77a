import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { walkXml } from '../../../ingest/package/walk-xml.ts';
import { generator } from '../../fixtures/ingest/mutate.ts';
import { shortOrLong } from '../../short-or-long.ts';

/** XIANSHEN_FUZZ asks for any other number. */
const ROUNDS = Number(process.env.XIANSHEN_FUZZ ?? shortOrLong(2000, 50_000));

/** Where XML is plain, and every way known in which it may be less so. */
const DOCUMENTS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="x"><w:p><w:r w:rsid=\'0\'/><w:t xml:space="preserve"> 一 &amp;二</w:t></w:p></w:document>\r\n',
  '<a><!-- 注 --><b c="1"  d = "&lt;\t二&#10;"></b ><![CDATA[<x>]]]]>文字<?go on?><中 名="值">]]</中>&#x4e00;&#65;</a><!-- 尾 --> ',
  '<?xml version=\'1.0\'?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<?xml version="1.1"?><a>\u0085\u2028</a>',
  '\ufeff <a:b.c-d _e="f>g">]]&gt;</a:b.c-d>',
  '<?go?><a __proto__="b"><constructor/></a><?stop  here?? ?>',
];
const SCRAPS = [
  ...'<>&"\'/!?-[];:= \t\r\n#x一a1_.\u0001\ufffe\u00e9\ud840\udc00',
  ...['<!--', '-->', '--', '<![CDATA[', ']]>', ']]', '<?xml version="1.0"?>', '<?xml?>', '<?p q?>', '?>', '<!DOCTYPE a>'],
  ...['&amp;', '&#0;', '&#x1F600;', '&nbsp;', '&#xD800;', '</a>', '<a>', '<a/>', '<a b="c">', ' b="c" b="d"', '</', '/>'],
];

function damagedXml(text: string, random: (below: number) => number): string {
  let damaged = text;
  for (let times = random(4); times > 0; times -= 1) {
    const at = random(damaged.length + 1);
    const upTo = at + random(3) * random(9);
    const scrap = random(4) > 0 ? (SCRAPS[random(SCRAPS.length)] ?? '') : '';
    damaged = damaged.slice(0, at) + scrap + damaged.slice(upTo);
  }
  return damaged;
}

/** What the walk lets a reader hear, and how it ends. */
function heard(text: string): string[] {
  const events: string[] = [];
  const outcome = walkXml(new TextEncoder().encode(text), {
    open: (name, attributes) => void events.push(`open ${name} ${JSON.stringify(Object.entries(attributes))}`),
    close: (name) => void events.push(`close ${name}`),
    text: (data, parent) => void events.push(`text ${JSON.stringify(data)} in ${parent}`),
    aside: (data) => void events.push(`aside ${JSON.stringify(data)}`),
  });
  return [...events, outcome];
}

/** The same from the strict parser alone. */
function strictlyHeard(text: string): string[] {
  const events: string[] = [];
  const open: string[] = [];
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const stop = (outcome: string) => () => {
    throw new Error(outcome);
  };
  const said = (data: string) => void events.push(`text ${JSON.stringify(data)} in ${open.at(-1) ?? ''}`);
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', stop('broken'));
  parser.on('doctype', stop('doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    open.push(local(name));
    events.push(`open ${local(name)} ${JSON.stringify(Object.entries(attributes))}`);
  });
  parser.on('closetag', () => void events.push(`close ${open.pop()}`));
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('comment', (data) => void events.push(`aside ${JSON.stringify(data)}`));
  parser.on('processinginstruction', ({ body }) => void events.push(`aside ${JSON.stringify(body)}`));
  try {
    parser.write(new TextDecoder().decode(new TextEncoder().encode(text))).close();
    return [...events, 'whole'];
  } catch (error) {
    return [...events, error instanceof Error ? error.message : ''];
  }
}

test('plain and damaged XML is heard and judged as the strict parser alone hears and judges it', () => {
  const different: string[] = [];
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = generator(seed * 2_654_435_761);
    const text = damagedXml(DOCUMENTS[seed % DOCUMENTS.length] ?? '', random);
    const events = heard(text);
    outcomes.add(events.at(-1) ?? '');
    if (events.join('\n') !== strictlyHeard(text).join('\n')) different.push(text);
  }
  expect({ different, outcomes: [...outcomes].sort() }).toEqual({ different: [], outcomes: ['broken', 'doctype', 'whole'] });
});

test('the same tag many times over gives each time what was written', () => {
  const tag = '<b c="一&amp;二" d="&#10;"/>';
  const expected = ['open b [["c","一&二"],["d","\\n"]]', 'close b'];
  expect(heard(`<a>${tag.repeat(3)}</a>`)).toEqual(['open a []', ...expected, ...expected, ...expected, 'close a', 'whole']);
});
