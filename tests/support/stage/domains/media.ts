/** The media API on the stage: a valid request for each operation. */
import { createMediaFunction } from '../../../../functions/media'
import {
  mediaSchema,
  mostShownMedia,
  partsResponseSchema,
  uploadResponseSchema,
} from '../../../../functions/media/contract'
import type { mediaOperations } from '../../../../functions/media/operations'
import * as z from '../../../../functions/shared/zod'
import { pictureOf } from '../../samples/pictures'
import { city } from '../../worlds/points-world'
import { confirmation, verdictPush } from '../../worlds/pushes'
import type { Scene } from '../scene'
import type { Somebody } from '../stage'
import { forbidden, type StageDomain } from '../stage-domain'

const path = '/api/staff/media'

const large = { region: city, type: 'image/png', bytes: 9 * 1024 * 1024 }

/** What the chief uploads. */
const at = ({ stage, chief }: Scene) => {
  const post = (target: string, body: unknown, who = chief) => {
    const headers = {
      authorization: `Bearer ${who.session.access}`,
      'content-type': 'application/json',
      'idempotency-key': stage.key(),
    }
    return stage.call('media', 'POST', target, { headers, body })
  }
  const uploaded = async () => {
    const bytes = await pictureOf('image/png', { width: 4, height: 4 })
    const answer = await post(path, { region: city, type: 'image/png', bytes: bytes.length })
    const { media, form } = z.parse(uploadResponseSchema, answer.json())
    await stage.objects.write(form.fields.key ?? '', { bytes, type: 'image/png', caching: '' })
    return media
  }
  const ready = async () => {
    const { id } = await uploaded()
    return z.parse(mediaSchema, (await post(`${path}/${id}/finish`, {})).json())
  }
  /** Whoever began a file alone may go on with it. */
  const inParts = async (who: Somebody | null) => {
    const asked = await post(`${path}/parts`, large, who ?? chief)
    // Whoever keeps gifts alone uploads for gifts.
    const isOfGifts = asked.status === 403
    const answer = isOfGifts ? await post(`${path}/parts`, { ...large, power: 'gifts' }, who ?? chief) : asked
    // Whoever may begin none asks about one of the chief's.
    const begun = answer.status === 200 ? answer : await post(`${path}/parts`, large)
    return z.parse(partsResponseSchema, begun.json()).media
  }
  return { uploaded, ready, inParts }
}

export const media: StageDomain<keyof typeof mediaOperations> = {
  create: createMediaFunction,
  requests: {
    createUpload: {
      ask: () => ({ target: path, body: { region: city, type: 'image/png', bytes: 100 } }),
      onePerson: 'nobody sees the file before another person approves it',
      // For texts, where the request names no power.
      answers: { gifts: forbidden },
    },
    beginParts: {
      ask: () => ({ target: `${path}/parts`, body: large }),
      onePerson: 'nobody sees the file before another person approves it',
      answers: { gifts: forbidden },
    },
    showParts: async (scene, who) => ({ target: `${path}/${(await at(scene).inParts(who)).id}/parts` }),
    giveUpParts: {
      ask: async (scene, who) => ({ target: `${path}/${(await at(scene).inParts(who)).id}/parts` }),
      onePerson: 'nobody could see the file yet',
    },
    showMedia: async (scene) => ({ target: `${path}/${(await at(scene).ready()).id}` }),
    listMedia: {
      ask: async (scene) => ({
        target: `${path}/list`,
        body: { region: city, ids: [(await at(scene).ready()).id] },
      }),
      onePerson: 'looks at pictures',
      largest: async (scene) => {
        const ids: string[] = []
        while (ids.length < mostShownMedia) ids.push((await at(scene).ready()).id)
        return { region: city, ids }
      },
    },
    decidedMedia: {
      ask: () => ({ target: `${path}?region=${city}&power=publish` }),
      // Each by whoever holds the power.
      answers: { gifts: forbidden },
    },
    finishUpload: {
      ask: async (scene) => ({ target: `${path}/${(await at(scene).uploaded()).id}/finish`, body: {} }),
      onePerson: 'it waits for a second person from then on',
    },
    confirmPush: ({ stage }) => ({ target: confirmation(stage.time.now) }),
    receivePush: {
      ask: ({ stage }) => verdictPush('60f96f1d-3845297a', stage.time.now),
      onePerson: 'WeChat signs it, and what it says can only keep a file from the public',
    },
    decideMedia: {
      ask: async (scene) => ({
        target: `${path}/${(await at(scene).ready()).id}/decision`,
        body: { approve: true },
      }),
      answers: { gifts: forbidden },
    },
  },
}
