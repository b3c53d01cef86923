import { mostUsePlaces, mostUses } from '@functions/exhibition/contract/kinds/fund'
import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { OutletSearch } from '@/desk/components/outlet-search'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Heading } from '@/shared/components/heading'
import { moved, type UseDraft } from './draft'
import { MoneyField, OriginFields } from './fields'

const anyPlace = () => true

/** A free id among those that are there. */
function freeId(uses: readonly UseDraft[]): string {
  const ids = new Set(uses.map(({ id }) => id))
  for (let n = uses.length + 1; ; n++) if (!ids.has(`u${n}`)) return `u${n}`
}

/** What the fund was spent on: rows in the order of reading. A new one takes source and day of the last. */
export function UsesForm({
  uses,
  onChange,
}: {
  uses: readonly UseDraft[]
  onChange: (uses: readonly UseDraft[]) => void
}) {
  const write = (at: number, change: Partial<UseDraft>) =>
    onChange(uses.map((use, i) => (i === at ? { ...use, ...change } : use)))
  const last = uses.at(-1)
  const added: UseDraft = {
    ...{ id: freeId(uses), title: '', about: '', amount: '', places: [] },
    ...{ source: last?.source ?? '', date: last?.date ?? null },
  }
  return (
    <>
      {uses.map((use, at) => {
        const name = `第 ${at + 1} 项用途`
        return (
          <View key={use.id} className={css.part} role="group" aria-label={name}>
            <Heading level={3} size="row">
              {name}
            </Heading>
            <Field label="用在" value={use.title} max={30} onChange={(title) => write(at, { title })} />
            <MoneyField label="金额" value={use.amount} onChange={(amount) => write(at, { amount })} />
            <Field
              label="办了哪些事"
              value={use.about}
              max={120}
              placeholder="例如：改造护理床位 120 张"
              onChange={(about) => write(at, { about })}
            />
            <OriginFields name={name} value={use} onChange={(origin) => write(at, origin)} />
            <OutletSearch
              label="地图上的项目"
              most={mostUsePlaces}
              accepts={anyPlace}
              chosen={use.places}
              onChange={(places) => write(at, { places })}
            />
            <View className={css.buttons}>
              <Button label={`${name}，上移`} disabled={at === 0} onTap={() => onChange(moved(uses, at, -1))}>
                上移
              </Button>
              <Button
                label={`${name}，下移`}
                disabled={at === uses.length - 1}
                onTap={() => onChange(moved(uses, at, 1))}
              >
                下移
              </Button>
              <Button label={`${name}，删去`} onTap={() => onChange(uses.filter((one) => one !== use))}>
                删去
              </Button>
            </View>
          </View>
        )
      })}
      <View className={css.buttons}>
        <Button icon="plus" disabled={uses.length >= mostUses} onTap={() => onChange([...uses, added])}>
          加一项用途
        </Button>
      </View>
    </>
  )
}
