/** What a script can rely on. */
export const EXIT = { clean: 0, findings: 1, unreadable: 2, usage: 64 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The worse of two outcomes: something unread outweighs findings. */
export const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);
