/** Positions in the datum that maps in China are drawn in. */
import gcoord from 'gcoord'

/** Degrees. */
type Position = { lng: number; lat: number }
export type Datum = 'gcj02' | 'wgs84' | 'bd09'

/** As GCJ-02; outside China that is WGS-84. */
export const toGcj02 = ({ lng, lat }: Position, datum: Datum): Position => {
  if (datum === 'gcj02') return { lng, lat }
  const from = datum === 'wgs84' ? gcoord.WGS84 : gcoord.BD09
  const [east, north] = gcoord.transform([lng, lat], from, gcoord.GCJ02)
  return { lng: east, lat: north }
}
