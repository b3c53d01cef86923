/** The browser's Back is caught by shared/navigation/back-entry.h5.ts. */
export function BackCatcher() {
  return null
}
