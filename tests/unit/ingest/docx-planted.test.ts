import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { MARKER, PLANTED } from '../../fixtures/ingest/planted-docx.ts';

test.each(PLANTED.map((planted) => [planted.place, planted] as const))(
  '%s: the marker is found once, with its kind',
  async (_, planted) => {
    const result = await readDraft('稿件.docx', planted.bytes());
    if (!result.ok) throw new Error(result.error.message);
    const found = result.data.pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
  },
);
