/**
 * The second look: where the rules have found something, the clauses and cells round it are read once more, by their likeness to what
 * labelled drafts mark. A draft in which no rule finds anything is not looked at again: what citizens are to read shall not be stopped
 * by likeness alone, and a clean draft costs nothing.
 */
import type { Category } from '../../review/model/index.ts';
import { Features } from '../second-look/features.ts';
import { Likeness, LOOKED_FOR } from '../second-look/likeness.ts';
import { Neighbours, type Placed } from '../second-look/neighbours.ts';
import { type Unit, unitsOf } from '../second-look/units.ts';
import { WEIGHTS } from '../second-look/weights.ts';
import { CATEGORY_BIT } from './category-bit.ts';
import type { Found } from './found.ts';
import type { Pattern } from './pattern.ts';
import type { PlannedRule } from './plan.ts';
import type { Reading } from './reading.ts';

/** Units between two breaths of the host. */
const BREATH = 256;

let likeness: Likeness | undefined;

/** What counts, by category: a notice is no reason to look more closely. */
export const placedOf = (founds: readonly Found[]): readonly Placed[] =>
  founds
    .filter(({ level }) => level !== 'notice')
    .map(({ start, end, planned }) => ({ start, end, category: planned.rule.category }));

/**
 * What makes it worth looking round: facts of works, command, plans and of a person. A name alone does not, nor does a telephone: they
 * stand in every other paper, and what is looked for stands beside the others.
 */
const TELLING =
  CATEGORY_BIT['project-location'] |
  CATEGORY_BIT['protection-level'] |
  CATEGORY_BIT['project-scale'] |
  CATEGORY_BIT['command-comms'] |
  CATEGORY_BIT['plan-target'] |
  CATEGORY_BIT['personal-id'] |
  CATEGORY_BIT['personal-address'] |
  CATEGORY_BIT['personal-other'];

interface Looking {
  readonly planned: PlannedRule;
  /** Place of the category in `LOOKED_FOR`. */
  readonly at: number;
  readonly least: number;
  readonly tells: Pattern | undefined;
}

/** Rules that look a second time, of those in the plan. */
function lookingRules(reading: Reading): readonly Looking[] {
  return reading.plan.rules.flatMap((planned) => {
    if (planned.match.kind !== 'likeness') return [];
    const { category } = planned.rule;
    const at = (LOOKED_FOR as readonly Category[]).indexOf(category);
    return at < 0 ? [] : [{ planned, at, least: planned.match.least, tells: planned.match.tells }];
  });
}

/** What likeness adds to the settled findings: clauses and cells in which no finding that counts stands yet. */
export function* secondLook(reading: Reading, settled: readonly Found[]): Generator<number, readonly Found[]> {
  const rules = lookingRules(reading);
  const placed = placedOf(settled);
  if (rules.length === 0 || placed.length === 0) return [];
  likeness ??= new Likeness(WEIGHTS);
  const { scene } = reading;
  const neighbours = new Neighbours(scene, placed);
  const declined = new Neighbours(scene, reading.declined);
  const features = new Features();
  const more: Found[] = [];
  const orders = neighbours.reached(scene.pieces.length, TELLING);
  let units = 0;
  for (const [count, order] of orders.entries()) {
    const piece = scene.pieces[order];
    if (!piece) continue;
    for (const unit of unitsOf(scene, piece)) {
      if (++units % BREATH === 0) yield count / orders.length;
      // Somebody looks at it anyway.
      if (
        neighbours.inside(unit) !== 0 ||
        NO_STATEMENT.test(scene.text.slice(unit.start, Math.min(unit.end, unit.start + GLANCE)))
      )
        continue;
      // A rule that knows the category has looked here and let it be: it has read more than likeness has.
      const letBe = declined.inside(unit);
      const described = features.of(scene, unit, neighbours.beside(unit));
      let best: { readonly looking: Looking; readonly chance: number } | undefined;
      for (const looking of rules) {
        if ((letBe & CATEGORY_BIT[looking.planned.rule.category]) !== 0) continue;
        // A rule that says by which words its statements are told is asked only where one of them stands.
        if (looking.tells && !looking.tells.test(scene.text.slice(unit.start, unit.end))) continue;
        const chance = likeness.of(described, looking.at);
        if (chance >= looking.least && chance > (best?.chance ?? 0)) best = { looking, chance };
      }
      if (best) more.push(foundOf(reading, best.looking, unit, best.chance));
    }
  }
  return more;
}

/** 2025年4月 · 2025-04-03 · 链路开通后: a date, a clause of time, a name, a score: they state nothing by themselves. */
const NO_STATEMENT =
  /^(?=.*[年月日])[\d一二三四五六七八九十年月日号上中下旬.\-—~至时:分初末底、]+$|^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?$|^[^\d“]{2,10}(?:之?后|时|期间|以来|之前)$|非人防|\(得分|^[\d.、]*工程名称:/;
const GLANCE = 40;

/** Words that only lead to a statement are no part of it: 其中, 另, 目前. */
const LEAD = /^(?:其中|另外?|目前|现在?|同时|此外|并|且|但|而|以及|包括)?[:、 ]*/;

function foundOf(reading: Reading, { planned }: Looking, unit: Unit, chance: number): Found {
  const text = reading.scene.text.slice(unit.start, unit.end);
  const start = unit.start + Math.min(text.length - 1, LEAD.exec(text)?.[0].length ?? 0);
  return {
    planned,
    start,
    end: unit.end,
    value: text,
    confidence: Math.min(0.6, 0.3 + chance / 2),
    level: planned.rule.level,
    evidence: [
      { label: '附近已有疑点，这一句（格）的用语与同类内容相近' },
      { label: `相近程度${chance >= 0.3 ? '较高' : '一般'}，由人判断` },
    ],
    suggestion: planned.rule.suggestion,
  };
}
