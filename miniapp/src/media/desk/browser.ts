/** What of an upload the browser alone can do: send a file with progress, wait for the network. */
import { onOnline } from '@/shared/platform/offline-state'
import type { PutPart } from './parts'
import type { Form, Sent } from './upload'

/** `fetch` tells nothing of what was sent so far. */
function sending(
  [method, url, body]: ['POST', string, FormData] | ['PUT', string, Blob],
  signal: AbortSignal,
  onProgress: (loaded: number, total: number) => void,
): Promise<Sent> {
  // Given up while its address was asked for.
  if (signal.aborted) return Promise.resolve('lost')
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total)
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? 'sent' : 'refused')
    request.onerror = () => resolve('lost')
    request.onabort = () => resolve('lost')
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

export function sendFile(
  { url, fields }: Form,
  file: File,
  { onPart, signal }: { onPart: (part: number) => void; signal: AbortSignal },
): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  return sending(['POST', url, body], signal, (loaded, total) => onPart(total > 0 ? loaded / total : 0))
}

/** To its address, which takes exactly these bytes. */
export const putPart =
  (signal: AbortSignal): PutPart =>
  (url, part, onBytes) =>
    sending(['PUT', url, part], signal, onBytes)

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
