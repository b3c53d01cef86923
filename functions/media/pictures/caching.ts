/** What is made of an upload never changes under its key. */
export const caching = 'public, max-age=31536000, immutable'
