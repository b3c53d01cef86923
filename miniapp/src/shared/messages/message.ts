export interface Message {
  title: string
  /** What is still there, and what to do now. */
  text: string
  /** Whether pressing the same thing again can help. */
  canRetry: boolean
}

/** Pressing the same again can help. */
export const passing = (title: string, text: string): Message => ({ title, text, canRetry: true })
/** It would be refused again. */
export const lasting = (title: string, text: string): Message => ({ title, text, canRetry: false })
