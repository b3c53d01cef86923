/** CloudFront's own, and the only word about who calls that nobody else can write. */
export const viewerAddressHeader = 'CloudFront-Viewer-Address'

/**
 * Which of a caller's headers CloudFront hands on to the functions, in both flavours and in the local run. Whatever a
 * function is to read has to stand here; at most ten fit into one policy.
 */
export const forwardedHeaders = [
  'Accept',
  viewerAddressHeader,
  // Whoever approves a login sees it; left out where CloudFront does not know.
  'CloudFront-Viewer-City',
  'Idempotency-Key',
  'Origin',
  'User-Agent',
] as const

/** Part of the key under which an answer could be kept, so that no two callers ever share one. */
export const keyHeaders = ['Acting-Person', 'Authorization'] as const
