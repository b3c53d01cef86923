/** How far a long task is: a bar that redraws itself on a terminal, a line every tenth elsewhere. */
type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>

const width = 30

export const progressBar = (screen: Screen) => {
  let open = false
  let lastTenth = ''

  const draw = (label: string, done: number, total: number) => {
    const filled = Math.round((done / total) * width)
    screen.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} `)
    open = true
  }
  const tellTenth = (label: string, done: number, total: number) => {
    const tenth = `${label} ${Math.floor((done / total) * 10) * 10}%`
    if (tenth === lastTenth) return
    lastTenth = tenth
    screen.write(`${tenth}（${done}/${total}）\n`)
  }
  const end = () => {
    if (open) screen.write('\n')
    open = false
  }
  return {
    show: (label: string, done: number, total: number) => {
      if (total === 0) return
      if (!screen.isTTY) return tellTenth(label, done, total)
      draw(label, done, total)
      if (done >= total) end()
    },
    /** Leaves the line of an unfinished bar. */
    end,
  }
}
