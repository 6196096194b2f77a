/** Part name of a location inside a package, relative to the folder of the part that names it; a leading slash means the root. */
export function partAt(source: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/');
  const steps = path.startsWith('/') ? path.split('/') : [...source.split('/').slice(0, -1), ...path.split('/')];
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}
