/** Files of domains, as CloudFront reads them from their buckets: those alone that their domain serves. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { domains } from '../../../functions/domains'
import { localConfig } from '../../config'
import { bucketName } from '../../names'
import type { ObjectFiles } from '../stand-ins/s3/objects'
import { ranged } from '../stand-ins/s3/range'
import { headersOf } from '../stand-ins/s3/s3'
import { pathOf } from './event'

const served = domains.flatMap(({ name, bucket }) =>
  bucket ? [{ prefix: `/${bucket.served}`, bucket: bucketName(localConfig, name) }] : [],
)

export const isFilePath = (url = '/'): boolean => served.some(({ prefix }) => url.startsWith(prefix))

export const createFiles =
  (find: ObjectFiles['find']) =>
  ({ url = '/', method, headers: { range } }: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(url) ?? '/'
    const place = served.find(({ prefix }) => path.startsWith(prefix))
    const object = place && find(place.bucket, path.slice(1))
    if (!object) {
      response
        .writeHead(403, { 'content-type': 'application/xml' })
        .end('<Error><Code>AccessDenied</Code></Error>')
      return
    }
    const { status, headers, body } = ranged({ headers: headersOf(object), body: object.bytes }, range)
    response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' })
    response.end(method === 'HEAD' ? undefined : body)
  }
