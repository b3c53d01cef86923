/**
 * What the H5 page may load and where it may be shown. The position is asked of the phone for the page itself;
 * no other feature and no other origin is needed, except pictures from the tile servers that the build names.
 */
export const contentSecurityPolicy = (tileOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Taro and leaflet write style attributes.
    "style-src 'self' 'unsafe-inline'",
    ['img-src', "'self'", 'data:', ...tileOrigins].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Cannot be said in a meta element, which is all the China flavour has. */
export const frameAncestors = "frame-ancestors 'none'"

export const permissionsPolicy = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()'
