/**
 * CDNs and phones may keep it for a minute without asking, and show it for ten more while they ask: a map is read often
 * and changes a few times an hour.
 */
export const mapCaching = 'public, max-age=60, stale-while-revalidate=600'
