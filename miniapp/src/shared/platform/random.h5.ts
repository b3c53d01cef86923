/** The browser's own source, which every one has, on plain HTTP too. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  return crypto.getRandomValues(new Uint8Array(length))
}
