import { expect, test } from './support/test.ts';

test('the page can reach no network, run no injected code and see no Node', async ({ app }) => {
  const { page, watch } = app;
  const seen = await page.evaluate(async () => {
    const attempt = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        await work();
        return 'went through';
      } catch {
        return 'refused';
      }
    };
    return {
      fetch: await attempt(() => fetch('https://example.invalid/')),
      socket: await attempt(async () => new WebSocket('wss://example.invalid/')),
      worker: await attempt(async () => new Worker('data:text/javascript,0')),
      markup: await attempt(async () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      // A script element with text is what an injected draft would try; the policy allows files of ours only.
      code: await attempt(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const script = document.createElement('script');
        script.append('window.injected = true');
        document.head.append(script);
        if (!('injected' in window)) throw new Error('refused');
      }),
      node:
        typeof (globalThis as { process?: unknown; require?: unknown }).process +
        typeof (globalThis as { require?: unknown }).require,
      offered: Object.keys(window.xianshen).sort(),
    };
  });
  expect(seen).toEqual({
    fetch: 'refused',
    socket: expect.stringMatching(/refused|went through/),
    worker: expect.stringMatching(/refused|went through/),
    markup: 'refused',
    code: 'refused',
    node: 'undefinedundefined',
    offered: ['call', 'onProgress'],
  });
  expect(watch.foreign).toEqual([]);
  // These were our own attempts: refused by the policy, so they are violations and not findings of this run.
  watch.violations.length = 0;
  watch.errors.length = 0;
});

test('a call with an unknown name, a wrong shape or without a session is refused with a code', async ({ app }) => {
  const codes = await app.page.evaluate(async () => {
    const send = window.xianshen.call as unknown as (name: string, input: unknown) => Promise<string>;
    const call = async (name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> =>
      JSON.parse(await send(name, input));
    const asked = [
      await call('store.delete', {}),
      await call('__proto__', {}),
      await call('case.open', { case: 7 }),
      await call('case.open', { case: 'c-1' }),
      await call('export.make', { kind: 'log' }),
    ];
    return asked.map((result) => result.error?.code ?? 'ok');
  });
  expect(codes.slice(0, 2)).toEqual(['unknown-call', 'unknown-call']);
  expect(codes[2]).toBe('bad-input');
  expect(codes.slice(3)).not.toContain('ok');
});
