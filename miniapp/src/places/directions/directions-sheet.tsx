/** WeChat offers the phone's map apps itself. */
export function WaySheet() {
  return null
}
