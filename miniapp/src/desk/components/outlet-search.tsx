import type { PlaceSummary } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { findPlaces } from '@/places/pages/search/find'
import { districtText } from '@/places/view'
import { useWholeCity } from '@/shared/city'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Icon } from '@/shared/components/icon'
import { Stack, Wrap } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import css from './outlet-search.module.scss'

const mostShown = 8

/**
 * Outlets of the city, found by name, number, road or pinyin, and those that were chosen.
 * @param most where it is one, another takes its place
 * @param accepts what else than outlets may be chosen
 */
export function OutletSearch({
  label,
  chosen,
  onChange,
  most,
  isRequired,
  error,
  accepts = sells,
}: {
  label: string
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  most: number
  /** One at least; marked as such. */
  isRequired?: boolean
  error?: string | null
  accepts?: (place: PlaceSummary) => boolean
}) {
  const city = useWholeCity()
  const [q, setQ] = useState('')
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const found = useMemo(() => {
    if (!catalogue || q.trim() === '') return []
    return findPlaces(catalogue, q.trim(), Math.max(most, mostShown), {}).filter(accepts)
  }, [catalogue, q, most, accepts])
  const open = found.filter(({ id }) => !chosen.includes(id))
  const add = (ids: string[]) => onChange(most === 1 ? ids.slice(0, 1) : [...chosen, ...ids].slice(0, most))
  const nameOf = (id: string) => catalogue?.byId.get(id)?.name ?? id

  function addFirst(): void {
    const [first] = open
    if (!first) return
    add([first.id])
    setQ('')
  }

  return (
    <Stack gap={2}>
      <Field
        label={`${label}（${chosen.length} 个）`}
        value={q}
        placeholder="名称、编号、路名或拼音"
        hint={hintOf(q, open.length, found.length, catalogue !== null)}
        error={error}
        isRequired={isRequired}
        confirm="search"
        onChange={setQ}
        onConfirm={addFirst}
      />
      {open.length > 0 && (
        <View className={css.found}>
          {open.slice(0, mostShown).map((place) => (
            <Tap
              key={place.id}
              className={css.place}
              label={`加上 ${place.name}`}
              onTap={() => {
                add([place.id])
                setQ('')
              }}
            >
              <Icon name="plus" size="s" />
              <Stack grow>
                <Text>{place.name}</Text>
                <Text className={css.text}>
                  {place.outletNo ? `${place.outletNo}　` : ''}
                  {districtText(place)}　{place.address}
                </Text>
              </Stack>
            </Tap>
          ))}
          {open.length > 1 && most > 1 && (
            <Button
              tone="quiet"
              onTap={() => {
                add(open.map(({ id }) => id))
                setQ('')
              }}
            >
              {`把搜到的 ${Math.min(open.length, most - chosen.length)} 个都加上`}
            </Button>
          )}
        </View>
      )}
      <Wrap aria-label={`已选的${label}`}>
        {chosen.map((id) => (
          <Tap
            key={id}
            className={css.one}
            label={`去掉 ${nameOf(id)}`}
            onTap={() => onChange(chosen.filter((other) => other !== id))}
          >
            <Text>{nameOf(id)}</Text>
            <Icon name="close" size="s" />
          </Tap>
        ))}
      </Wrap>
    </Stack>
  )
}

const sells = ({ kind }: PlaceSummary): boolean => kind === 'outlet' || kind === 'hall'

function hintOf(q: string, open: number, found: number, isReady: boolean): string {
  if (!isReady) return '这座城市的网点还没取到，连上网络后再搜。'
  if (q.trim() === '') return '搜到后点一下加上；回车加上第一个。'
  if (found === 0) return `没有找到“${q.trim()}”。`
  return open === 0 ? '搜到的都已经加上了。' : `搜到 ${open} 个。`
}
