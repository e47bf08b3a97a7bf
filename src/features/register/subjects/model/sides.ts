/** The side of the co-operation that an officer works for. */
export const sides = ['HK', 'SH'] as const
export type Side = (typeof sides)[number]
