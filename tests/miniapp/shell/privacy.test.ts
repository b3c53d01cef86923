/** WeChat's privacy question: it waits for the person, and hears what they said. */
import { agreeButtonId, privacyQuestion, watchPrivacy } from '@/shared/platform/privacy'
import { freshPhone, phone } from '../support/taro'

/** WeChat meets the first private call; `heard` is what it is answered, in order. */
function firstPrivateCall() {
  freshPhone()
  watchPrivacy()
  const heard: object[] = []
  phone.privacy?.((answer) => heard.push(answer))
  return heard
}

test('the question is shown, and WeChat is informed', () => {
  const heard = firstPrivateCall()
  expect(privacyQuestion.get()).not.toBeNull()
  expect(heard).toEqual([{ event: 'exposureAuthorization' }])
})

test('consent names the button that was pressed, which WeChat checks', () => {
  const heard = firstPrivateCall()
  privacyQuestion.get()?.agree()
  expect(heard[1]).toEqual({ event: 'agree', buttonId: agreeButtonId })
  expect(privacyQuestion.get()).toBeNull()
})

test('a refusal is reported too, so that the call fails instead of waiting for ever', () => {
  const heard = firstPrivateCall()
  privacyQuestion.get()?.refuse()
  expect(heard[1]).toEqual({ event: 'disagree' })
  expect(privacyQuestion.get()).toBeNull()
})
