/** How WeChat's check of a file stands. */
/**
 * `pending`: WeChat has half an hour to say something, and nobody can approve meanwhile. `pass`: nothing was found. `review`: WeChat
 * leaves it to a person. `none`: WeChat could not look at it, or did not answer in time; a person decides. `risky`: refused for it.
 */
export const checkStands = ['pending', 'pass', 'review', 'none', 'risky'] as const
export type CheckStand = (typeof checkStands)[number]
