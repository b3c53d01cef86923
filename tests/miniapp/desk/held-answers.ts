/** A server that keeps somebody waiting. */
import type { atWork } from './work'

type Work = ReturnType<typeof atWork>

/** Each is answered when the test says so. */
export function heldAnswers() {
  const waiting = new Map<string, (answer: unknown) => void>()
  return {
    hold: (name: string) => () => new Promise((answer) => waiting.set(name, answer)),
    async answer(name: string, value: unknown, { act, waitFor }: Pick<Work, 'act' | 'waitFor'>) {
      const tell = await waitFor(() => {
        const held = waiting.get(name)
        if (!held) throw new Error(`nobody has asked for ${name}`)
        return held
      })
      await act(async () => tell(value))
    },
  }
}
