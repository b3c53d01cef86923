import { OutletSearch } from '@/desk/components/outlet-search'

/** The one place that a block shows. */
export function PlaceField({ value, onChange }: { value: string; onChange: (place: string) => void }) {
  return (
    <OutletSearch
      label="地点"
      isRequired
      most={1}
      accepts={anyPlace}
      chosen={value === '' ? [] : [value]}
      onChange={([place = '']) => onChange(place)}
    />
  )
}

const anyPlace = () => true
