import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef, useState } from 'react'
import { goCentre } from '@/shared/components/centre-line'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { afterPaint } from './after-paint'
import { loadSketch } from './basemap-layer'
import { projectionOf } from './datum'
import { createLeafletMap, type LeafletMap } from './leaflet-map'
import { MapFoot, NothingSeen } from './map-foot'
import css from './place-map.module.scss'
import './leaflet.scss'
import type { PlaceMapProps, Seen } from './place-map-props'
import { tilesOf } from './tiles'

const tiles = tilesOf(process.env.TARO_APP_TILES ?? '')

/** The browser's map: leaflet over the sketch of the city, or over tiles where some are configured. */
export function PlaceMap(props: PlaceMapProps) {
  const { region, places, pinned, origin, spots, today, chosen, here, target, covered, coveredAbove } = props
  const element = useRef<HTMLDivElement>(null)
  const latestProps = useRef(props)
  latestProps.current = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [notice, setNotice] = useState(tiles?.credit ?? '')
  const [footHeight, setFootHeight] = useState(0)
  const hasFoot = covered < window.innerHeight * 0.6
  const below = covered + (hasFoot ? footHeight : 0)

  useEffect(() => {
    if (!element.current) return
    const made = createLeafletMap(
      element.current,
      {
        onPick: (id) => latestProps.current.onPick(id),
        onPickSpot: (ids) => latestProps.current.onPickSpot(ids),
        onCentre: goCentre,
        onMoved: (moved) => latestProps.current.onMoved(moved),
        onShown: setSeen,
      },
      projectionOf(tiles?.datum ?? 'gcj02'),
    )
    const watcher = new ResizeObserver(() => made.resized())
    watcher.observe(element.current)
    setMap(made)
    return () => {
      watcher.disconnect()
      made.remove()
    }
  }, [])

  useEffect(() => map?.cover(coveredAbove, below), [map, coveredAbove, below])
  useEffect(() => map?.go(target), [map, target])
  // The pressed chip and the list are painted first; the pins follow in a frame of their own.
  useEffect(
    () => (map ? afterPaint(() => map.show(pinned, today, spots)) : undefined),
    [map, pinned, today, spots],
  )
  useEffect(() => map?.choose(chosen), [map, chosen])
  useEffect(() => map?.here(here), [map, here])
  const centre = region.contact?.position ?? null
  useEffect(() => map?.centre(centre), [map, centre])
  // Whatever was drawn just now may lie on a name.
  useEffect(() => map?.fitNames())
  useEffect(() => {
    let left = false
    if (!map) return
    if (tiles) {
      const layers = tiles.urls.map((url) => L.tileLayer(url, { subdomains: tiles.subdomains }))
      map.under({ layer: L.layerGroup(layers), zoomed: () => {}, isInDistrict: () => false })
      return
    }
    void loadSketch(region, places).then((sketch) => {
      if (left) return
      map.under(sketch)
      setNotice(sketch.notice)
    })
    return () => {
      left = true
    }
  }, [map, region, places])

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
      {props.tools(below)}
      {seen && !chosen && (
        <NothingSeen seen={seen} near={pinned} origin={origin} bottom={below} onPick={props.onPick} />
      )}
      {hasFoot && (
        <MapFoot
          seen={seen}
          hasStreets={tiles !== null}
          notice={notice}
          bottom={covered}
          onHeight={setFootHeight}
        />
      )}
    </div>
  )
}
