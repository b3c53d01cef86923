import { Row } from '@/shared/components/row'
import { Sheet } from '@/shared/components/sheet'
import { useIsShown } from '@/shared/navigation/use-is-shown'
import { useStore } from '@/shared/storage/store'
import { call } from './actions'
import { phoneQuestion } from './call'
import { phonesOf } from './numbers'

/** Asks which of a place's numbers is to be called. Only the page that is shown asks. */
export function PhoneSheet() {
  const place = useStore(phoneQuestion)
  const shown = useIsShown()
  if (!place || !shown) return null
  const close = () => phoneQuestion.set(null)
  return (
    <Sheet title="打哪个电话" onClose={close}>
      {phonesOf(place).map((phone, at) => (
        <Row
          key={phone}
          first={at === 0}
          icon="phone"
          title={phone}
          onTap={() => {
            call(phone)
            close()
          }}
        />
      ))}
    </Sheet>
  )
}
