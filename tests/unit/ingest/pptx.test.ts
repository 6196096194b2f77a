import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_SLIDES } from '../../fixtures/ingest/planted-pptx.ts';

test.each(PLANTED_SLIDES.map((planted) => [planted.place, planted] as const))(
  '%s: the marker is found once, with its kind',
  async (_, planted) => {
    const result = await readDraft('汇报.pptx', planted.bytes());
    if (!result.ok) throw new Error(result.error.message);
    const found = result.data.pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
  },
);
