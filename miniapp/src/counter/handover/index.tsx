import { useState } from 'react'
import { isOnline } from '@/shared/network'
import { useStore } from '@/shared/store'
import { checkPickup, confirmPickup } from '../api'
import { AtCounter } from '../components/at-counter'
import { AskCode } from './ask-code'
import { createDesk } from './desk'
import { Done } from './done'
import { Found } from './found'

/** Scan or type the code, see what it is, hand it over, once. */
export default function HandoverPage() {
  return <AtCounter title="核销礼品" page={(outlet) => <Handover key={outlet} outlet={outlet} />} />
}

function Handover({ outlet }: { outlet: string }) {
  const [desk] = useState(() => createDesk({ check: checkPickup, confirm: confirmPickup, online: isOnline }))
  const now = useStore(desk)
  switch (now.step) {
    case 'ask':
    case 'checking':
      return <AskCode outlet={outlet} now={now} onCode={(digits) => void desk.check(outlet, digits)} />
    case 'found':
    case 'confirming':
      return (
        <Found outlet={outlet} now={now} onConfirm={() => void desk.confirm(outlet)} onBack={desk.restart} />
      )
    case 'done':
      return <Done outlet={outlet} answer={now.answer} onNext={desk.restart} />
  }
}
