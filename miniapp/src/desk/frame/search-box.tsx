import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { openPage } from '@/shared/navigation'
import { useNow } from '@/shared/time/clock'
import { useLayer } from '@/shared/use-layer'
import { useWindowSize } from '@/shared/window-size'
import type { Desk } from '../desk'
import { type Hit, opensFor } from '../registration'
import { finders } from '../registry'
import { useSources } from '../source'
import { desktop } from '../use-picked'
import css from './frame.module.scss'

const name = '搜索工作台'

/** One search over all that the desk knows; Enter opens the first hit. */
export function SearchBox({ desk }: { desk: Desk }) {
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const hits = useHits(desk, q)
  const close = () => setTyped('')
  function open({ url }: Hit): void {
    close()
    openPage(url)
  }
  return (
    <View className={`${css.search} ${q ? css.searching : ''}`} role="search">
      <View className={css.searchField}>
        <Icon name="search" size="s" className={css.searchIcon} />
        <Input
          className={css.searchInput}
          value={typed}
          maxlength={40}
          placeholder="单号、编号、网点、礼品"
          placeholderClass={css.placeholder}
          confirmType="search"
          aria-label={name}
          onInput={({ detail }) => setTyped(detail.value)}
          onConfirm={() => hits[0] && open(hits[0])}
        />
      </View>
      {q !== '' && <Hits hits={hits} q={q} onOpen={open} onClose={close} />}
    </View>
  )
}

function Hits({
  hits,
  q,
  onOpen,
  onClose,
}: {
  hits: readonly Hit[]
  q: string
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
      {hits.length === 0 && (
        <Text className={css.noHit}>{`没有找到“${q}”。可以写兑换单号、8 位人员编号、网点编号或名称。`}</Text>
      )}
    </View>
  )
}

/** What has to be known before is asked for once somebody types. */
function useHits(desk: Desk, q: string): Hit[] {
  const isWide = useWindowSize().width >= desktop
  const mine = finders.filter(({ powers }) => opensFor(powers, desk.powers))
  const sources = q === '' ? [] : mine.flatMap(({ source }) => (source ? [source] : []))
  useSources(sources, { desk, now: useNow() })
  return q === '' ? [] : mine.flatMap(({ find }) => find(q, desk, isWide)).slice(0, 8)
}
