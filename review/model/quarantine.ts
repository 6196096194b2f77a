/** How what came under a revoked key stands. */
export const QUARANTINE_STATES = { open: '待处理', stands: '已确认有效', void: '已作废' } as const;
export type QuarantineState = keyof typeof QUARANTINE_STATES;
