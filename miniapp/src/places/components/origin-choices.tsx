import type { Region } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { chooseCity, useCity } from '@/shared/city'
import { type Asking, askPosition, chooseDistrict, type Origin, useOrigin } from '@/shared/city/origin'
import { Button } from '@/shared/components/button'
import { Stack, Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { ChoiceChip } from './choice-chip'

/** Where to measure from: one's own position or a district. `onChosen` closes whatever it stands in. */
export function OriginChoices({
  region,
  origin,
  asking,
  onChosen,
}: {
  region: Region
  origin: Origin
  asking: Asking
  onChosen?: () => void
}) {
  return (
    <Stack gap={4}>
      {origin.from !== 'position' && <OwnPosition asking={asking} city={region.name} onChosen={onChosen} />}
      <DistrictChoices region={region} origin={origin} onChosen={onChosen} />
    </Stack>
  )
}

/** The button that may open the system's question, with the reason beside it: no dialog of ours goes before. */
export function OwnPosition({
  asking,
  city,
  onChosen,
}: {
  asking: Asking
  city: string
  onChosen?: () => void
}) {
  const elder = useElder()
  const own = useOwnCity()
  return (
    <Stack gap={2}>
      <Button
        block
        icon="locate"
        disabled={asking === 'asking'}
        onTap={() => void askPosition().then((found) => found && onChosen?.())}
      >
        {asking === 'asking' ? '正在定位' : '用我的位置'}
      </Button>
      <Hint aria-live="polite">{address(elder, reasonOf(asking, city))}</Hint>
      {asking === 'far' && own && (
        <Button block onTap={() => chooseCity(own.adcode)}>
          {`换到${own.name}`}
        </Button>
      )}
    </Stack>
  )
}

/** The city one stands in, where that is one of ours. */
function useOwnCity(): Region | undefined {
  const { regions } = useCity()
  const { own } = useOrigin()
  return regions.find(({ adcode }) => adcode === own.own)
}

/** A district of the city, or the whole of it. */
export function DistrictChoices({
  region,
  origin,
  onChosen,
}: {
  region: Region
  origin: Origin
  onChosen?: () => void
}) {
  const pick = (name: string | null) => {
    chooseDistrict(region.adcode, name)
    onChosen?.()
  }
  return (
    <Wrap role="radiogroup" aria-label={`在${region.name}的哪个区县`}>
      {region.districts.map(({ name }) => (
        <ChoiceChip
          key={name}
          on={origin.from === 'district' && origin.name === fullDistrictName(region.adcode, name)}
          onTap={() => pick(name)}
        >
          {fullDistrictName(region.adcode, name)}
        </ChoiceChip>
      ))}
      <ChoiceChip on={origin.from === 'centre'} onTap={() => pick(null)}>
        全市
      </ChoiceChip>
    </Wrap>
  )
}

function reasonOf(asking: Asking, city: string): string {
  switch (asking) {
    case 'refused':
      return '没有得到位置授权。选一个区县也一样能找；想用位置，请在手机设置里允许。'
    case 'unavailable':
      return '手机没有给出位置。走到开阔处再试，或选一个区县。'
    case 'far':
      return `你现在不在${city}。选一个区县，看那里有什么。`
    case 'idle':
    case 'asking':
      return '为了把近的排在前面。位置只在这部手机里用，不上传，也不保存。'
  }
}
