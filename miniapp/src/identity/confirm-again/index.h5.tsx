import type { TicketPurpose } from '@contract/identity'
import { Text } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Sheet } from '@/shared/components/sheet'
import { address, useElder } from '@/shared/storage/settings'
import { TicketLoginView } from '../pages/login/ticket-login-view'
import { purposeText } from '../purpose-text'
import type { ApprovedAction } from '../use-approved-action'
import css from './confirm-again.module.scss'

/** Asks the phone for what was just pressed on a desktop; once it has said yes, the press is carried out by itself. */
export function ConfirmAgain({
  action,
  purpose,
}: {
  action: Pick<ApprovedAction<never, unknown>, 'isAsking' | 'close' | 'approved'>
  purpose: TicketPurpose
}) {
  const elder = useElder()
  if (!action.isAsking) return null
  return (
    <Sheet title="用手机再确认一次" onClose={action.close}>
      <Text className={css.purpose}>{purposeText(purpose)}</Text>
      <Text className={css.why}>
        {address(elder, '这件事还没有做。你的手机确认后会自己做完，填的都还在；关掉就什么也不做。')}
      </Text>
      <TicketLoginView purpose={purpose} onIn={action.approved} />
      <Button block onTap={action.close}>
        先不做
      </Button>
    </Sheet>
  )
}
