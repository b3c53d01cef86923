/** The texts that a person has agreed to, and the ones whose version in force they have not seen. */
import { type ConsentText, consentTexts, type Me } from '@contract/identity'

export const textNames: Record<ConsentText, string> = { privacy: '隐私说明', points: '积分规则' }

const texts: readonly ConsentText[] = ['privacy', 'points']

/** In the order in which they are asked. */
export function missingConsents(me: Me): ConsentText[] {
  return texts.filter(
    (text) => !me.consents.some((given) => given.text === text && given.version === consentTexts[text]),
  )
}

/** `《隐私说明》和《积分规则》`. */
export function namesOf(missing: readonly ConsentText[]): string {
  return missing.map((text) => `《${textNames[text]}》`).join('和')
}
