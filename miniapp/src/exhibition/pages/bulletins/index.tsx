import { type BulletinCategory, categoryNames } from '@functions/exhibition/contract/categories'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { useRegion } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Page } from '@/shared/components/page'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { usePages } from '@/shared/query/pages'
import { categoryOf } from '../../bulletins/categories'
import { fetchBulletins, seenLists } from '../../bulletins/documents'
import { bulletinsUrl } from '../../go'
import css from './bulletins.module.scss'
import { CategoryChoice } from './category-choice'
import { Feeds } from './feeds'
import { Found } from './found'
import { BulletinList } from './list'

/** What the centre tells everybody: by category, or by the words in it. */
export default function BulletinsPage() {
  const asked = useRouter().params
  const own = useRegion()
  const region = asked.region ?? own
  const [category, setCategory] = useState<BulletinCategory | null>(categoryOf(asked.category))
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const pages = usePages(
    region === null ? null : `${region} ${category ?? ''}`,
    (cursor) => fetchBulletins(region ?? '', category, cursor),
    seenLists,
  )
  useShareAppMessage(() => ({
    title: category ? `公益发布：${categoryNames[category]}` : '福彩公益发布',
    path: bulletinsUrl(region ?? '', category),
  }))
  /** Whether what stands below the list may stand there yet. */
  const hasEnd = hasFoot({ value: pages.hasFirst ? pages.items : null, failure: pages.failure })
  const search = () => setWords(typed.trim())
  function type(next: string): void {
    setTyped(next)
    if (next.trim() === '') setWords('')
  }
  function all(): void {
    type('')
    setCategory(null)
  }
  return (
    <Screen title="公益发布" notice={<CityNotice of={pages} />} lottery={region === null || hasEnd}>
      <Page>
        {region === null && <CityStart />}
        {region !== null && (
          <>
            <View className={css.search}>
              <View className={css.field}>
                <Field
                  label="在公益发布里找"
                  placeholder="如 助学金 清江浦"
                  confirm="search"
                  max={40}
                  value={typed}
                  onChange={type}
                  onConfirm={search}
                />
              </View>
              <Button onTap={search}>查找</Button>
            </View>
            {words === '' ? (
              <>
                <CategoryChoice value={category} onChange={setCategory} />
                <BulletinList pages={pages} isWall={category === 'honour'} />
                {hasEnd && <Feeds region={region} category={category} />}
              </>
            ) : (
              <Found region={region} words={words} onAll={all} onClear={() => type('')} />
            )}
          </>
        )}
      </Page>
    </Screen>
  )
}
