import type { ReactNode } from 'react'
import { Wrap } from '@/shared/components/stack'

/** WeChat: a group whose members are touched. */
export function Radios({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Wrap role="radiogroup" aria-label={label}>
      {children}
    </Wrap>
  )
}
