import { expect, test } from './support/test.ts';

test('the window opens no other window, leaves its page for no address, and is granted no permission', async ({ app }) => {
  const { page } = app;
  const address = page.url();
  expect(address).toBe('xianshen://app/index.html');
  expect(await page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
  for (const target of [
    'https://example.invalid/',
    'file:///etc/hostname',
    'xianshen://app/../../package.json',
    'xianshen://other/index.html',
    'data:text/html,x',
  ]) {
    await page.evaluate((next) => {
      location.href = next;
    }, target);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
  }
  const permissions = await page.evaluate(async () => {
    const asked = await Promise.all(
      ['geolocation', 'notifications', 'camera'].map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return asked.map((each) => each.state);
  });
  expect(permissions).toEqual(['denied', 'denied', 'denied']);
});
