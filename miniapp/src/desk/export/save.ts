/** The browser reads the file after the press is over, some of them much later. Milliseconds. */
const readWithin = 60_000

/** The browser saves the text as a file of that name. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), readWithin)
}
