import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { loadSketch } from './basemap-layer'
import { createLeafletMap, type LeafletMap } from './leaflet-map'
import css from './place-map.module.scss'
import './leaflet.scss'
import type { PlaceMapProps } from './place-map-props'

const tileUrl = process.env.TARO_APP_TILE_URL ?? ''

/** The browser's map: leaflet over the bundled sketch of the city, or over tiles where some are configured. */
export function PlaceMap(props: PlaceMapProps) {
  const { region, pinned, today, chosen, here, target, covered } = props
  const element = useRef<HTMLDivElement>(null)
  const told = useRef(props)
  told.current = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  const [notice, setNotice] = useState('')

  useEffect(() => {
    if (!element.current) return
    const made = createLeafletMap(element.current, {
      onPick: (id) => told.current.onPick(id),
      onPickSpot: (ids) => told.current.onPickSpot(ids),
      onMoved: (centre, zoom) => told.current.onMoved(centre, zoom),
    })
    const watcher = new ResizeObserver(() => made.resized())
    watcher.observe(element.current)
    setMap(made)
    return () => {
      watcher.disconnect()
      made.remove()
    }
  }, [])

  useEffect(() => map?.cover(covered), [map, covered])
  useEffect(() => map?.go(target), [map, target])
  useEffect(() => map?.show(pinned, today), [map, pinned, today])
  useEffect(() => map?.choose(chosen), [map, chosen])
  useEffect(() => map?.here(here), [map, here])
  useEffect(() => {
    let left = false
    if (!map) return
    if (tileUrl !== '') {
      map.under(L.tileLayer(tileUrl), () => {})
      return
    }
    void loadSketch(region.adcode).then((sketch) => {
      if (left) return
      map.under(sketch?.layer ?? null, sketch?.zoomed ?? (() => {}))
      setNotice(sketch?.notice ?? '')
    })
    return () => {
      left = true
    }
  }, [map, region.adcode])

  return (
    <div className={css.frame}>
      <div ref={element} className={css.map} aria-hidden />
      <div className={css.zoom}>
        <Tap className={css.button} label="放大地图" onTap={() => map?.zoom(1)}>
          <Icon name="plus" />
        </Tap>
        <Tap className={css.button} label="缩小地图" onTap={() => map?.zoom(-1)}>
          <Icon name="minus" />
        </Tap>
      </div>
      {notice && covered < window.innerHeight * 0.6 && (
        <span className={css.notice} style={{ bottom: `${covered + 8}px` }}>
          {notice}
        </span>
      )}
    </div>
  )
}
