/** Without this, a file dropped beside a drop zone would be opened by the window itself. */
export function refuseStrayDrops(): void {
  for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, (event) => event.preventDefault());
}
