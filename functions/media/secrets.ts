/** Secrets that are made for this domain. */
import type { Secret } from '../shared/declaration/reach'
import { pushSecretCharacters } from './push/envelope'

export const pushSecret: Secret = {
  name: 'wechat-push',
  variable: 'WECHAT_PUSH_SECRET_ARN',
  description:
    'What WeChat signs and encrypts its messages with: 43 characters of EncodingAESKey, 32 of Token',
  made: { characters: pushSecretCharacters },
  notRotated: 'It stands in WeChat’s console as well, where a person has to change it at the same time.',
}
