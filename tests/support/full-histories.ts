/**
 * `npm test` plays a seeded part of the random histories and of the concurrent callers, small enough for every change;
 * `npm run soak` sets `FULL_HISTORIES` and plays all of them.
 */
export const isFull = process.env.FULL_HISTORIES === '1'
