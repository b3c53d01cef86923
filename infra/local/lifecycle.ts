export type Lifecycle = {
  add: (end: () => unknown) => void
  stop: () => Promise<void>
  isStopping: () => boolean
}

/** What has started, ended in the reverse order. */
export const createLifecycle = (): Lifecycle => {
  const ends: (() => unknown)[] = []
  let isStopping = false
  return {
    add: (end) => ends.push(end),
    isStopping: () => isStopping,
    stop: async () => {
      isStopping = true
      for (const end of ends.splice(0).reverse()) await end()
    },
  }
}
