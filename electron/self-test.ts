import { setTimeout as wait } from 'node:timers/promises';
import type { WebContents } from 'electron';
import type { CallName, Input, Output } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';

const LIMIT_MS = 120_000;
const PIN = 'self-test-2847-yunxi';
const PEOPLE = [
  { name: '陈一鸣', role: 'drafter' },
  { name: '赵启明', role: 'head' },
  { name: '李静怡', role: 'reviewer' },
  { name: '王守正', role: 'leader' },
] as const;

/**
 * `--self-test`: whether the installed program works on this machine, from the page through preload, main and backend to the parser
 * process, on an empty data folder that is thrown away. It needs no port and lets nothing in. Throws what went wrong; codes only.
 */
export async function selfTest(contents: WebContents): Promise<string> {
  const limit = wait(LIMIT_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('no answer in time')));
  return Promise.race([walk(contents), limit]);
}

async function walk(contents: WebContents): Promise<string> {
  const ask = (code: string): Promise<unknown> => contents.executeJavaScript(code);
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const text = await ask(`window.xianshen.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
    const result = JSON.parse(String(text)) as Result<Output<N>>;
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.data;
  };
  // The first screen is drawn, not only loaded.
  while (!String(await ask('document.querySelector("h1")?.textContent')).endsWith('首次设置')) await wait(100);
  const people = PEOPLE.map((person) => ({ ...person, department: '工程处', pin: PIN }));
  const { today, version } = await call('office.setUp', { office: '云溪市人民防空办公室', people });
  const [drafter] = await call('people.list', {});
  await call('session.open', { person: drafter?.id ?? '', pin: PIN });
  const file = await call('sample.file', {});
  const matter = { file, createdOn: today, attribute: 'active', channels: ['website'] } as const;
  const outcome = await call('case.import', { ...matter, channels: [...matter.channels], job: 'self-test', sample: true });
  if (outcome.outcome !== 'imported' || outcome.findings === 0) throw new Error(`the sample: ${outcome.outcome}`);
  return `${version}: the program starts, reads and checks its sample (${outcome.findings} findings)`;
}
