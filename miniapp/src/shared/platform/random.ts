/**
 * Random bytes from WeChat's own source. Clients before 2.15.0 have none, and a few fail: Math.random then. What is
 * made of them must differ from what the same person made before, not be unguessable: the server derives what must be.
 */
export function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const weak = () => resolve(Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)))
    if (!wx.getRandomValues) weak()
    else
      wx.getRandomValues({
        length,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: weak,
      })
  })
}

/** Taro does not know this call of WeChat's. */
declare const wx: {
  getRandomValues?(call: {
    length: number
    success(answer: { randomValues: ArrayBuffer }): void
    fail(): void
  }): void
}
