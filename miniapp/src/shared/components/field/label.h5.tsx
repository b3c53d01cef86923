import type { LabelProps } from './label'

export type { LabelProps }

export function Label({ of, children, className }: LabelProps) {
  return (
    <label htmlFor={of} className={className}>
      {children}
    </label>
  )
}
