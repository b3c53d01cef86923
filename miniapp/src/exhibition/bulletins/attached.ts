/** What is attached to a bulletin, in words. Pure. */
import type { ShownAttachment } from '@functions/exhibition/contract/bulletins'

const origin = process.env.TARO_APP_API ?? ''

/** Of an uploaded file it is a path on our own origin. */
export const fullAddress = ({ address }: Pick<ShownAttachment, 'address'>): string =>
  address.startsWith('/') ? `${origin}${address}` : address

/** `PDF，1.2 MB`. */
export function fileText({ type, bytes }: NonNullable<ShownAttachment['file']>): string {
  const size =
    bytes >= 1024 * 1024
      ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${type === 'application/pdf' ? 'PDF' : '文件'}，${size}`
}
