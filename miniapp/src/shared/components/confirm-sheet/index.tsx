import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { address, useElder } from '../../storage/settings'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { SheetButtons } from '../sheet/buttons'
import css from './confirm-sheet.module.scss'

/**
 * Asks once more before something is done: what will change, then the action by its name, then the way back.
 * While `busy` nothing can be pressed and the sheet stays.
 */
export function ConfirmSheet({
  title,
  text,
  children,
  confirm,
  busyText = '正在提交',
  cancel = '再想想',
  onConfirm,
  onClose,
  busy = false,
  disabled = false,
}: {
  title: string
  text?: string
  children?: ReactNode
  /** The action as a verb, e.g. 兑换. */
  confirm: string
  busyText?: string
  cancel?: string
  onConfirm: () => void
  onClose: () => void
  busy?: boolean
  disabled?: boolean
}) {
  const elder = useElder()
  return (
    <Sheet title={address(elder, title)} onClose={busy ? undefined : onClose}>
      {text && <Text className={css.text}>{address(elder, text)}</Text>}
      {children}
      <SheetButtons>
        <Button tone="primary" block disabled={busy || disabled} onTap={onConfirm}>
          {busy ? busyText : confirm}
        </Button>
        <Button block disabled={busy} onTap={onClose}>
          {cancel}
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
