/** The least characters of a password. */
export const shortestPassword = 12
/** The most characters of a password. */
export const longestPassword = 128
