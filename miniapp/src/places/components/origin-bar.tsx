import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCity } from '@/shared/city'
import { useOrigin } from '@/shared/city/origin'
import { Icon } from '@/shared/components/icon'
import { Sheet } from '@/shared/components/sheet'
import { Tap } from '@/shared/components/tap'
import { originText } from '../distance-text'
import css from './origin-bar.module.scss'
import { OriginChoices } from './origin-choices'

/**
 * Says where distances are measured from, and changes it. `lead` goes before, e.g. how many places there are;
 * `onChange` shows the choices elsewhere, where the bar stands in something that would cover them. `brief` leaves out
 * from where, which each distance below says by itself.
 */
export function OriginBar({
  lead,
  brief = false,
  onChange,
}: {
  lead?: string
  brief?: boolean
  onChange?: () => void
}) {
  const city = useCity()
  const { origin, asking } = useOrigin()
  const [open, setOpen] = useState(false)
  if (city.status !== 'ready' || !origin) return null
  return (
    <View>
      <Tap className={css.tap} onTap={onChange ?? (() => setOpen(true))} expanded={open}>
        <Icon name="locate" size="s" className={css.icon} />
        <Text className={css.text}>
          {lead && <Text className={css.lead}>{lead}</Text>}
          {!brief && originText(origin)}
        </Text>
        <Text className={css.change}>
          {asking === 'asking' ? '正在定位' : origin.from === 'position' ? '更改' : '用我的位置'}
        </Text>
      </Tap>
      {open && <OriginSheet onClose={() => setOpen(false)} />}
    </View>
  )
}

/** The choices over the page. */
export function OriginSheet({ onClose }: { onClose: () => void }) {
  const city = useCity()
  const { origin, asking } = useOrigin()
  if (city.status !== 'ready' || !origin) return null
  return (
    <Sheet title="从哪里算距离" onClose={onClose}>
      <OriginChoices region={city.region} origin={origin} asking={asking} onChosen={onClose} />
    </Sheet>
  )
}
