import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon, type IconName } from '../icon'
import css from './picture.module.scss'

const origin = process.env.TARO_APP_API ?? ''

/**
 * A picture of the server by its path, in a square; a drawing where there is none or it does not come.
 * @param label what it shows; leave it out where a word beside says it
 */
export function Picture({
  path,
  label,
  icon = 'gift',
  className = '',
}: {
  path: string | null
  label?: string
  icon?: IconName
  className?: string
}) {
  // By path, so that another picture in the same place is tried anew.
  const [failed, setFailed] = useState<string | null>(null)
  return (
    <View className={`${css.frame} ${className}`}>
      {path && path !== failed ? (
        <Image
          className={css.picture}
          src={origin + path}
          mode="aspectFill"
          lazyLoad
          onError={() => setFailed(path)}
          {...(label ? { 'aria-label': label } : { 'aria-hidden': true })}
        />
      ) : (
        <Icon name={icon} size="l" className={css.icon} label={label} />
      )}
    </View>
  )
}
