/** How S3 refuses. */
import type { Answer } from '../server'
import type { Refusal } from './signature'

export const refusal = ({ status, code, message }: Refusal): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
})
