/** What is said of a number in free text that leads to a person. Pure; the rule is the server's own. */
import { type PersonalNumberKind, personalNumberIn } from '@common/personal-numbers'

const names: Record<PersonalNumberKind, string> = {
  telephone: '电话号码',
  'id-number': '身份证号',
  'bank-card': '银行卡号',
}

/** Null where there is none. */
export function personalNumberProblem(text: string, kinds?: readonly PersonalNumberKind[]): string | null {
  const number = personalNumberIn(text, kinds)
  return number && `“${number.found}”像是${names[number.kind]}，请去掉`
}

/** Where the telephone of an outlet may stand: whoever writes judges whose it is. Null where there is none. */
export function telephoneQuestion(text: string): string | null {
  const number = personalNumberIn(text, ['telephone'])
  return number && `“${number.found}”像是电话号码，谁都能看到。是网点的就留着，是个人的请去掉。`
}
