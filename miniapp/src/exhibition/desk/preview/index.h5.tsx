import type { Content } from '@functions/exhibition/contract/entries'
import { useState } from 'react'
import { Choice } from '@/shared/components/choice'
import { useElder } from '@/shared/storage/settings'
import css from './modes.module.scss'
import { PreviewText } from './text'

/** How visitors may have set their phones. */
const modes = [
  { value: 'normal', label: '标准' },
  { value: 'elder', label: '大字' },
  { value: 'dark', label: '深色' },
  { value: 'elder-dark', label: '大字深色' },
] as const
type Mode = (typeof modes)[number]['value']

const classes: Readonly<Record<Mode, string>> = {
  normal: `${css.normal} ${css.light}`,
  elder: `elder ${css.elder} ${css.light}`,
  dark: `${css.normal} ${css.dark}`,
  'elder-dark': `elder ${css.elder} ${css.dark}`,
}

/** The browser: as wide as a phone, in each mode in which visitors read, whatever the desk itself is in. */
export function Preview({ content }: { content: Content }) {
  // Whoever needs large type needs it to review as well.
  const elder = useElder()
  const [mode, setMode] = useState<Mode>(elder ? 'elder' : 'normal')
  return (
    <div className={css.preview}>
      <Choice row label="观众的手机" options={modes} value={mode} onChange={setMode} />
      <div className={`${css.phone} ${classes[mode]}`}>
        <PreviewText content={content} />
      </div>
    </div>
  )
}
