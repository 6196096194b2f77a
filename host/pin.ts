/** Shortest PIN where the operating system's key store guards the device secret. */
export const PIN_MINIMUM = 6;
/** Shortest PIN where a plain file does: whoever copies the whole folder can then guess (signoff-design 2.3). */
export const PIN_MINIMUM_WITHOUT_STORE = 10;

/** Chosen by so many people that ten tries are enough to guess them. */
const COMMON = new Set([
  'password',
  'passw0rd',
  'abc123',
  'abc12345',
  'a12345',
  'a123456',
  'a1234567',
  'q1w2e3',
  'qwe123',
  'admin1',
  'admin123',
  'admin888',
  'woaini',
  'woaini1314',
  'woaini520',
  '5201314',
  '1314520',
  '147258',
  '147258369',
  '159357',
  '159753',
  '123321',
  '112233',
  '121212',
  '123123',
  '789456',
  '7758258',
  'iloveyou',
]);
const ROWS = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];

/** The same short group over and over: 111111, 121212, abcabc. */
function repeats(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length += 1)
    if (
      pin ===
      pin
        .slice(0, length)
        .repeat(Math.ceil(pin.length / length))
        .slice(0, pin.length)
    )
      return true;
  return false;
}

/**
 * Why a PIN may not be used, as a Chinese sentence; undefined when it may. The PIN itself never appears in the sentence.
 * @param minimum shortest length in characters
 */
export function pinProblem(pin: string, minimum: number = PIN_MINIMUM): string | undefined {
  const folded = pin.normalize('NFKC').toLowerCase();
  if ([...folded].length < minimum) return `口令至少需要 ${minimum} 位，请换一个。`;
  if (repeats(folded)) return '口令是同一组字符的重复，容易被猜中，请换一个。';
  if (ROWS.some((row) => row.includes(folded))) return '口令是连续的数字或字母，容易被猜中，请换一个。';
  if (COMMON.has(folded)) return '口令在常用口令之列，容易被猜中，请换一个。';
  return undefined;
}
