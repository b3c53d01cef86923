/** WeChat offers the phone's map apps itself. */
export function DirectionsSheet() {
  return null
}
