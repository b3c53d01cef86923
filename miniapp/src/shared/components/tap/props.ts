import type { ReactNode } from 'react'

/** Anything one presses. */
export interface TapProps {
  onTap: () => void
  children?: ReactNode
  className?: string
  /** What a screen reader says; needed where the content is an icon alone. */
  label?: string
  /** `link` leads to another page, `switch` and `checkbox` carry `checked`, `radio` is one of several, `tab` changes the view. */
  role?: 'button' | 'link' | 'switch' | 'checkbox' | 'radio' | 'tab'
  checked?: boolean
  expanded?: boolean
  current?: boolean
  disabled?: boolean
  /** In a browser: `-1` where arrow keys lead to it and not Tab. */
  tabIndex?: 0 | -1
  id?: string
}
