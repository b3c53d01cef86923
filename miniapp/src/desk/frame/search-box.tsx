import { Input, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { openPage } from '@/shared/navigation/navigation'
import { useLayer } from '@/shared/navigation/use-layer'
import { useWindowSize } from '@/shared/platform/window-size'
import { useNow } from '@/shared/time/clock'
import type { Desk } from '../desk'
import { type Hit, opensFor } from '../registration'
import { finders } from '../registry'
import { useSources } from '../source'
import { desktop } from '../use-picked'
import css from './frame.module.scss'

const name = '搜索工作台'

/** One search over all that the desk knows; Enter opens the first hit. */
export function SearchBox({
  desk,
  onSearching,
}: {
  desk: Desk
  /** Called with whether results cover the page. */
  onSearching: (isSearching: boolean) => void
}) {
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const hits = useHits(desk, q)
  const close = () => setTyped('')
  useEffect(() => onSearching(q !== ''), [q, onSearching])
  function open({ url }: Hit): void {
    close()
    openPage(url)
  }
  return (
    <View className={css.search} role="search">
      <View className={css.searchField}>
        <Icon name="search" size="s" className={css.searchIcon} />
        <Input
          className={css.searchInput}
          value={typed}
          maxlength={40}
          placeholder={findable(desk).join('、')}
          placeholderClass={css.placeholder}
          confirmType="search"
          aria-label={name}
          onInput={({ detail }) => setTyped(detail.value)}
          onConfirm={() => hits[0] && open(hits[0])}
        />
        {typed !== '' && (
          <Tap className={css.searchClear} label="清空" onTap={close}>
            <Icon name="close" size="s" />
          </Tap>
        )}
      </View>
      {q !== '' && (
        <Hits
          hits={hits}
          none={`没有找到“${q}”。可以找${findable(desk).join('、')}。`}
          onOpen={open}
          onClose={close}
        />
      )}
    </View>
  )
}

function Hits({
  hits,
  none,
  onOpen,
  onClose,
}: {
  hits: readonly Hit[]
  /** What is said where there are none. */
  none: string
  onOpen: (hit: Hit) => void
  onClose: () => void
}) {
  useLayer(onClose)
  return (
    <View className={css.hits} role="group" aria-label="搜到的">
      {hits.map((hit) => (
        <Tap key={hit.url} className={css.hit} role="link" onTap={() => onOpen(hit)}>
          <Text className={css.hitTitle}>{hit.title}</Text>
          <Text className={css.hitText}>{hit.text}</Text>
        </Tap>
      ))}
      {hits.length === 0 && <Text className={css.noHit}>{none}</Text>}
    </View>
  )
}

const findersFor = ({ powers: held }: Desk) => finders.filter(({ powers }) => opensFor(powers, held))

/** What one's powers can find. */
const findable = (desk: Desk): string[] => [...new Set(findersFor(desk).flatMap(({ finds }) => finds))]

/** What has to be known before is asked for once somebody types. */
function useHits(desk: Desk, q: string): Hit[] {
  const isWide = useWindowSize().width >= desktop
  const mine = findersFor(desk)
  const sources = q === '' ? [] : mine.flatMap(({ source }) => (source ? [source] : []))
  useSources(sources, { desk, now: useNow() })
  return q === '' ? [] : mine.flatMap(({ find }) => find(q, desk, isWide)).slice(0, 8)
}
