/** What a video says at a moment. Pure. */
type Cue = { from: number; until: number; text: string }

/** `seconds` from the beginning; empty where nothing is said. */
export const captionAt = (cues: readonly Cue[], seconds: number): string =>
  cues.find(({ from, until }) => from <= seconds && seconds < until)?.text ?? ''

/** Everything that is said, a line a cue. */
export const captionText = (cues: readonly Cue[]): string => cues.map(({ text }) => text).join('\n')
