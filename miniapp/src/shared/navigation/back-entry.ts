/** WeChat's way back is caught by components/screen/back-catcher.tsx; only the browser keeps a history of its own. */
export function watchBack(_isLeaving: () => boolean): void {}

export function notePageShown(): void {}

export const addressNow = (): string => ''

export function replaceAddress(_hash: string): void {}

export function dropBackEntry(): Promise<void> | null {
  return null
}
