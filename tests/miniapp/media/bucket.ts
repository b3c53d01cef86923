/** The bucket that a page sends files to, and the dialog in which somebody chooses one. */

/** A request to the bucket, which the test answers. */
export class BucketRequest {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  method = ''
  url = ''
  status = 204
  onload = () => {}
  onerror = () => {}
  onabort = () => {}
  body: FormData | Blob | null = null
  open(method: string, url: string) {
    this.method = method
    this.url = url
  }
  abort() {
    this.onabort()
  }
  send(body: FormData | Blob) {
    this.body = body
    arrived(this)
  }
}

const waiting: BucketRequest[] = []
let wanted: ((request: BucketRequest) => void) | null = null
function arrived(request: BucketRequest): void {
  if (!wanted) waiting.push(request)
  else wanted(request)
  wanted = null
}

/** In each test of its block. */
export const withBucket = () => {
  const real = { XMLHttpRequest: window.XMLHttpRequest, click: HTMLInputElement.prototype.click }
  beforeEach(() => {
    waiting.length = 0
    wanted = null
    Object.assign(window, { XMLHttpRequest: BucketRequest })
  })
  afterEach(() => {
    Object.assign(window, { XMLHttpRequest: real.XMLHttpRequest })
    HTMLInputElement.prototype.click = real.click
  })
  return {
    /** The next one that is sent, in the order in which they are. */
    next: () =>
      new Promise<BucketRequest>((resolve) => {
        const sent = waiting.shift()
        if (sent) resolve(sent)
        else wanted = resolve
      }),
    choosing: (file: File) => {
      HTMLInputElement.prototype.click = function () {
        Object.defineProperty(this, 'files', { value: [file] })
        this.dispatchEvent(new Event('change'))
      }
    },
  }
}
