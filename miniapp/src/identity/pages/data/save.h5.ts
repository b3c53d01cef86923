/** The browser saves it as a file. True: it was handed over. */
export async function save(name: string, text: string): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // After the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}

export const saveWords = { label: '下载全部', done: '已经交给浏览器保存。' } as const
