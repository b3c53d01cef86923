import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Sheet } from '@/shared/components/sheet'
import { Tap } from '@/shared/components/tap'
import { goBack, openPage } from '@/shared/navigation/navigation'
import { useElder } from '@/shared/storage/settings'
import type { Desk } from '../desk'
import { useUnsaved } from '../edit/unsaved'
import { personText } from '../persons/text'
import { countText } from '../tasks'
import { barAge, reviewUrl, useReviews, waitingCount, waitingItems, whyEmpty } from '../waiting'
import { CityChoice } from './city-choice'
import css from './frame.module.scss'
import { Navigation } from './navigation'
import { OneSelf } from './one-self'
import { SearchBox } from './search-box'

const isWeb = process.env.TARO_ENV !== 'weapp'

/** Stands on top of every page of the desk: the city, the search, what waits, and who one is. */
export function DeskBar({ desk, path, isUnder }: { desk: Desk; path: string; isUnder: boolean }) {
  const elder = useElder()
  const [open, setOpen] = useState<'menu' | 'self' | null>(null)
  const [isSearching, setSearching] = useState(false)
  const close = () => setOpen(null)
  const unsaved = useUnsaved(close)
  const { me, region } = desk
  return (
    <View
      className={`${css.bar} ${open || isSearching ? css.raised : ''} ${elder ? '' : css.dense}`}
      role="banner"
    >
      {isWeb && (
        <Tap className={css.back} label="返回" onTap={() => goBack()}>
          <Icon name="back" />
        </Tap>
      )}
      <Tap className={css.brand} role="link" label="福驿工作台" onTap={() => openHome(path)}>
        <Text>福驿工作台</Text>
      </Tap>
      <View className={css.place}>
        <CityChoice desk={desk} />
      </View>
      <SearchBox desk={desk} onSearching={setSearching} />
      <Waits desk={desk} path={path} />
      <Tap className={css.self} expanded={open === 'self'} onTap={() => setOpen('self')}>
        <Icon name="me" size="s" />
        <Text>{personText({ no: me.no, name: me.names?.[region] })}</Text>
        <Icon name="down" size="s" />
      </Tap>
      <Tap className={css.menu} label="菜单" expanded={open === 'menu'} onTap={() => setOpen('menu')}>
        <Icon name="list" />
      </Tap>
      <View>
        {open && (
          <Sheet title={open === 'menu' ? '工作台' : '我的账号'} onClose={() => unsaved.ask(close)}>
            {open === 'menu' && (
              <View className={css.inMenu}>
                <CityChoice desk={desk} />
                <Navigation desk={desk} path={path} isUnder={isUnder} onOpen={close} />
              </View>
            )}
            <OneSelf desk={desk} onDirty={unsaved.onDirty} onDone={close} />
          </Sheet>
        )}
        {unsaved.sheet}
      </View>
    </View>
  )
}

function openHome(path: string): void {
  if (path !== 'desk/home') openPage('/desk/home/index')
}

/** How much waits for whoever sits here; leads to the first of it. */
function Waits({ desk, path }: { desk: Desk; path: string }) {
  const reviews = useReviews(desk, barAge)
  const [first] = waitingItems(reviews, desk.me.id)
  const waiting = waitingCount(reviews, desk.me.id)
  const why = waiting.count === 0 ? whyEmpty(reviews) : null
  function open(): void {
    if (first) openPage(reviewUrl(first))
    else if (path !== 'desk/review') openPage('/desk/review/index')
  }
  return (
    <Tap className={`${css.waits} ${waiting.count > 0 ? css.some : ''}`} role="link" onTap={open}>
      <Text>待办</Text>
      <Text className={css.count}>{why === 'asking' ? '…' : why ? '–' : countText(waiting)}</Text>
    </Tap>
  )
}
