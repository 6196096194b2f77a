import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rule and place of every violation axe finds on the screen as it stands: wait for the screen first. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}`));
}
