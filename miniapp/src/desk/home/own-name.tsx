import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { session } from '@/shared/session'
import type { Desk } from '../desk'
import { NameForm } from '../persons/name-form'
import { personText } from '../persons/text'
import css from './home.module.scss'

/** How colleagues see whoever sits here, and the way to a name that they know. */
export function OwnName({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState(false)
  const { id, no, names } = desk.me
  const name = names?.[desk.region]
  return (
    <View className={css.own}>
      <View className={css.called}>
        <Text className={css.text}>同事看到的你：{personText({ no, name })}</Text>
        {!open && <Button onTap={() => setOpen(true)}>{name ? '改称呼' : '起个内部称呼'}</Button>}
      </View>
      {open && (
        <NameForm
          desk={desk}
          person={{ id, name }}
          onNamed={() => {
            setOpen(false)
            void session.look()
          }}
        />
      )}
    </View>
  )
}
