/** What WeChat pushes to the tests: signed and encrypted by the stand-in, with a secret of the tests. */
import { pushOf } from '../../../infra/local/stand-ins/wechat-media'
import { appid } from './wechat'

export const pushPath = '/api/media/wechat'
/** 43 characters of EncodingAESKey, 32 of Token. */
export const pushSecret = 'EncodingAESKeyOfTheTest0123456789abcdefghij' + 'TokenOfTheTest0123456789abcdefgh'

/** That nothing was found in a file. */
export const verdictPush = (trace: string, now: number) => {
  const result = { suggest: 'pass', label: 100 }
  const message = { MsgType: 'event', Event: 'wxa_media_check', appid, trace_id: trace, errcode: 0, result }
  const { query, body } = pushOf({ message, appid, now, secret: pushSecret })
  return { target: `${pushPath}?${query}`, body }
}

/** As the console asks whether the address is ours. */
export const confirmation = (now: number, echostr = '5417269187654321') => {
  const { query } = pushOf({ message: {}, appid, now, secret: pushSecret })
  const { signature, timestamp, nonce } = Object.fromEntries(new URLSearchParams(query))
  return `${pushPath}?${new URLSearchParams({ signature: signature ?? '', timestamp: timestamp ?? '', nonce: nonce ?? '', echostr })}`
}
