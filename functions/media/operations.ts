/** The operations of the media API, each declared once: the router and the OpenAPI document both read them from here. */
import { operation } from '../shared/declaration/operation'
import type { ProblemKind } from '../shared/http/problems'
import { type MediaCode, mostShownMedia } from './contract'
import * as media from './endpoints/media'
import * as parts from './endpoints/parts'
import * as push from './endpoints/push'

/** Of a request with all that is said in a recording, each character in three bytes. */
const maxBytes = 48 * 1024

/** HTTP status of each code of the domain. */
export const mediaProblems = {
  'unknown-media': { status: 404, title: 'There is no such file' },
  'media-missing': { status: 409, title: 'The file has not been uploaded' },
  'media-content': { status: 422, title: 'The content of the file is not what it was announced as' },
  'media-codec': { status: 422, title: 'The file is coded in a way that too few phones play' },
  'media-state': { status: 409, title: 'The state of the file does not permit this' },
  'own-media': { status: 403, title: 'Whoever uploaded the file cannot decide about it' },
  'media-busy': { status: 409, title: 'Too many changes of the file at once' },
  'media-unchecked': { status: 409, title: 'WeChat has not answered about the file yet' },
  'push-refused': { status: 403, title: 'The message is not signed by WeChat' },
  'media-unavailable': { status: 503, title: 'The renditions could not be made' },
} as const satisfies Record<MediaCode, ProblemKind>

export const mediaOperations = {
  createUpload: operation({
    ...media.createUpload,
    region: 'body.region',
    power: 'body.power',
    maxBytes,
    summary: 'Ask to upload a picture, a recording, a film or a document',
    description:
      'The file goes straight to the bucket, by the form in the answer. The same key gives the same file with a new form, for an upload that was cut off.',
    answer: { schema: media.createUpload.response, description: 'The file that waits, and the form.' },
  }),
  beginParts: operation({
    ...parts.beginParts,
    region: 'body.region',
    power: 'body.power',
    maxBytes,
    summary: 'Ask to upload a large file in parts',
    description:
      'Each part goes straight to the bucket, by its address in the answer. The same key gives the same file, with the parts that are still missing.',
    answer: { schema: parts.beginParts.response, description: 'The file that waits, and its missing parts.' },
  }),
  showParts: operation({
    ...parts.showParts,
    region: 'params.id',
    summary: 'What of an upload in parts is missing',
    description: 'For an upload that was cut off, by whoever began it; the addresses are new.',
    answer: { schema: parts.showParts.response, description: 'The file that waits, and its missing parts.' },
    maxReadUnits: 1,
  }),
  giveUpParts: operation({
    ...parts.giveUpParts,
    region: 'params.id',
    summary: 'Give up an upload in parts',
    answer: {
      schema: parts.giveUpParts.response,
      description: 'The file, of which nothing is there any more.',
    },
  }),
  showMedia: operation({
    ...media.showMedia,
    region: 'params.id',
    summary: 'A file with its renditions',
    answer: { schema: media.showMedia.response, description: 'The file, with the words that came with it.' },
    // What is said in it may fill eight units; who uses it is one more.
    maxReadUnits: 10,
  }),
  listMedia: operation({
    ...media.listMedia,
    region: 'body.region',
    summary: 'Files by their ids, as many as a page of a text shows',
    description: 'Those that wait have signed addresses, so that staff see them where they will stand.',
    answer: {
      schema: media.listMedia.response,
      description: 'Those of the city that there are, in no order.',
    },
    maxReadUnits: mostShownMedia,
  }),
  decidedMedia: operation({
    ...media.decidedMedia,
    region: 'query.region',
    power: 'query.power',
    summary: 'Pictures that were approved or refused lately',
    answer: { schema: media.decidedMedia.response, description: 'Newest first, 15 a page.' },
    maxReadUnits: 3,
  }),
  finishUpload: operation({
    ...media.finishUpload,
    region: 'params.id',
    summary: 'The file has been uploaded',
    description:
      'Its content is checked and what is shown of it is made, without position and other metadata. From then on it waits for a second person.',
    answer: { schema: media.finishUpload.response, description: 'Ready; the same if it was already.' },
  }),
  decideMedia: operation({
    ...media.decideMedia,
    // And the power, which only the file tells, is checked by the handler.
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Let anybody see a file that somebody else uploaded, or refuse it',
    answer: { schema: media.decideMedia.response, description: 'Approved or refused.' },
  }),
  confirmPush: operation({
    ...push.confirmPush,
    summary: 'WeChat confirms the address that it pushes to',
    about: { echostr: 'Sent back where the signature is right.' },
    answer: { schema: push.confirmPush.response, mediaType: 'text/plain', description: 'What came.' },
    maxReadUnits: 0,
  }),
  receivePush: operation({
    ...push.receivePush,
    anyMediaType: true,
    summary: 'WeChat pushes what it found in a file',
    description: 'Signed and encrypted by WeChat; whatever else it pushes is taken and left alone.',
    answer: { schema: push.receivePush.response, mediaType: 'text/plain', description: 'The word success.' },
    // Two reads, and again where somebody else changed the file meanwhile.
    maxReadUnits: 8,
  }),
}
