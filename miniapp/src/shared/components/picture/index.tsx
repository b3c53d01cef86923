import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon, type IconName } from '../icon'
import css from './picture.module.scss'

const origin = process.env.TARO_APP_API ?? ''

/**
 * A picture of the server by its path, in a square; a drawing where there is none or it does not come.
 * @param sources addresses to try one after the other in place of the path
 * @param label what it shows; leave it out where a word beside says it
 */
export function Picture({
  path,
  sources = path === null ? [] : [origin + path],
  label,
  icon = 'gift',
  className = '',
}: {
  path: string | null
  sources?: readonly string[]
  label?: string
  icon?: IconName
  className?: string
}) {
  // By address, so that another picture in the same place is tried anew.
  const [failed, setFailed] = useState<readonly string[]>([])
  const source = sources.find((one) => !failed.includes(one))
  return (
    <View className={`${css.frame} ${className}`}>
      {source ? (
        <Image
          className={css.picture}
          src={source}
          mode="aspectFill"
          lazyLoad
          webp
          onError={() => setFailed((before) => [...before, source])}
          {...(label ? { 'aria-label': label } : { 'aria-hidden': true })}
        />
      ) : (
        <Icon name={icon} size="l" className={css.icon} label={label} />
      )}
    </View>
  )
}
