import type { Range, Scene } from '../../model.ts';

/**
 * A statement is what one sentence, or one pair of brackets or quotation marks in it, says. Internal remarks are often put in
 * brackets in the middle of a public sentence; only the remark is to be found, not the sentence.
 */
const OPEN = '([“【';
const CLOSE = ')]”】';

function leftEdge(text: string, from: number, floor: number): number {
  let depth = 0;
  for (let index = from; index > floor; index--) {
    const char = text.charAt(index - 1);
    if (CLOSE.includes(char)) depth++;
    else if (OPEN.includes(char) && --depth < 0) return index;
  }
  return floor;
}

function rightEdge(text: string, from: number, ceiling: number): number {
  let depth = 0;
  for (let index = from; index < ceiling; index++) {
    const char = text.charAt(index);
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char) && --depth < 0) return index;
  }
  return ceiling;
}

export function statement(scene: Scene, at: Range): Range {
  const sentence = scene.sentence(at.start);
  return {
    start: leftEdge(scene.text, at.start, sentence.start),
    end: rightEdge(scene.text, at.end, Math.max(sentence.end, at.end)),
  };
}

/** Clauses of a statement: between ，and after a colon; brackets inside a clause stay whole. */
export function clausesOf(scene: Scene, range: Range): readonly Range[] {
  const clauses: Range[] = [];
  let start = range.start;
  let depth = 0;
  for (let index = range.start; index < range.end; index++) {
    const char = scene.text.charAt(index);
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !(char === '，' || char === ':')) continue;
    if (index > start) clauses.push({ start, end: index });
    start = index + 1;
  }
  if (range.end > start) clauses.push({ start, end: range.end });
  return clauses;
}

/** A clause that begins like this leans on the one before it: it has no subject of its own. */
const LEANS_BACK =
  /^(?:拟|待|先|暂|还|尚|未(?!经)|不|就|再|准备|打算|考虑|认为|主要领导|方案|价格|没|正|也|只|以便|等|要|是|理由|原因|故|因此|所以|仍|且|并|倾向|意见)/;
const TOPIC = /^(?:对|对于|关于|就|针对|鉴于|因|由于|考虑到)/;
/** A clause that begins like this continues what the one before it said. */
const LEANS_ON =
  /^(?:拟|待|先|暂|还|尚|未|不|就|再|认为|价格|没|正|也|只|重点|拖|另|由|以|且|并|后|理由|原因|避免|防止|以免|届时|具体|对外|请|能|可|各|等|将|不得|不要|不宜|勿|严禁|主要|抽查|方案|时间|地点|人选|名单|金额|结果)/;

/** Sentences of this length are read at a glance; what must not be said is then told in the sentence, not in the clause that forbids it. */
const GLANCE = 64;

/** The whole statement round a seed when it is short, else the clause of the seed with its neighbours. */
export function remark(scene: Scene, seed: Range): Range {
  const whole = statement(scene, seed);
  if (whole.end - whole.start > GLANCE) return withNeighbours(scene, seed);
  const said = scene.text.slice(whole.start, whole.end);
  const lead =
    /^(?:[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、]|第[一二三四五六七八九十]，|[^:，]{1,16}:)/.exec(
      said,
    )?.[0].length ?? 0;
  return { start: Math.min(whole.start + lead, seed.start), end: whole.end };
}

/** The clause of the seed with the neighbours that belong to it; at most one before and two after. */
export function withNeighbours(scene: Scene, seed: Range): Range {
  const clauses = clausesOf(scene, statement(scene, seed));
  const first = clauses.findIndex((clause) => clause.end > seed.start);
  const reached = clauses.findIndex((clause) => clause.end >= seed.end);
  const last = reached < 0 ? clauses.length - 1 : reached;
  const text = (index: number) => scene.text.slice(clauses[index]?.start ?? 0, clauses[index]?.end ?? 0);
  if (first < 0) return seed;
  const colonBefore = first > 0 && scene.text.charAt((clauses[first]?.start ?? 1) - 1) === ':';
  const leans = first > 0 && !colonBefore && (LEANS_BACK.test(text(first)) || TOPIC.test(text(first - 1)));
  let end = last;
  while (end + 1 < clauses.length && end - last < 2 && LEANS_ON.test(text(end + 1))) end++;
  return { start: clauses[leans ? first - 1 : first]?.start ?? seed.start, end: clauses[end]?.end ?? seed.end };
}
