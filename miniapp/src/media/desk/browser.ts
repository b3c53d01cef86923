/** What of an upload the browser alone can do: choose a file, send it with progress, wait for the network. */
import { onOnline } from '@/shared/offline-state'
import type { Form, Sent } from './upload'

/** By a file field, which the browser shows in its own words. Null: none was chosen. */
export function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true })
    input.addEventListener('cancel', () => resolve(null), { once: true })
    input.click()
  })
}

/** `fetch` tells nothing of what was sent so far. */
export function sendFile(
  { url, fields }: Form,
  file: File,
  { onPart, signal }: { onPart: (part: number) => void; signal: AbortSignal },
): Promise<Sent> {
  return new Promise((resolve) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? 'sent' : 'refused')
    request.onerror = () => resolve('lost')
    request.onabort = () => resolve('lost')
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

const longestPauseMs = 30_000

export function pauseAfter(tries: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, Math.min(1_000 * 2 ** tries, longestPauseMs))
    const end = onOnline(go)
    signal.addEventListener('abort', go)
    function go(): void {
      clearTimeout(timer)
      end()
      resolve()
    }
  })
}
