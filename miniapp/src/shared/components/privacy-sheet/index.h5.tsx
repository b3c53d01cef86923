/** A browser asks for the position itself. */
export function PrivacySheet() {
  return null
}
