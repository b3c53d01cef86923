/**
 * Statuses that CloudFront caches for ten seconds by URL unless configured otherwise, despite `no-store` (some of
 * the 4xx only where the answer names a lifetime). A moment's failure would be everybody's, and one person's everyone's who
 * shares the key (docs.aws.amazon.com/AmazonCloudFront, "HTTP 4xx and 5xx status codes that CloudFront caches").
 */
export const cachedErrors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504] as const

/** Seconds; what CloudFront takes where nothing is configured. */
export const usualErrorSeconds = 10

/** Of these, nothing is kept. */
export const errorSeconds = 0
