/**
 * What is made of an upload never changes under its key, and may be taken off: what CloudFront has it asks for again after five minutes,
 * so that nobody has to be allowed to invalidate anything (docs/decisions/067-gift-pictures-in-media.md).
 */
export const caching = 'public, max-age=31536000, s-maxage=300, immutable'
